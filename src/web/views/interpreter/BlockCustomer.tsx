import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockDialog } from '../shared/BlockDialog';
import { Button } from '../shared/Button';
import type { ConflictReason } from '../shared/conflicts';

interface Props {
  meeting: { sessionId: string } | { offerId: string };
  reason?: ConflictReason;
  onDone?: () => void;
}

/** For the interpreter's side: no more offers of this customer, whoever that is. */
export function BlockCustomer({ meeting, reason = 'other', onDone }: Props) {
  const { t } = useTranslation('conflict');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small look="tertiary" onPress={() => setOpen(true)}>
        {t('interpreter.act')}
      </Button>
      {isOpen && (
        <BlockDialog
          side="interpreter"
          meeting={meeting}
          reason={reason}
          onClose={() => setOpen(false)}
          {...(onDone && { onDone })}
        />
      )}
    </>
  );
}
