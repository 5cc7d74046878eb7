import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockDialog } from '../shared/BlockDialog';
import { Button } from '../shared/Button';

/** For the requester's side: this interpreter shall not come again. */
export function BlockButton(props: {
  sessionId: string;
  /** One of several who interpreted; without it the last. */
  interpreterId?: string;
  number: string;
  small?: boolean;
}) {
  const { sessionId, interpreterId, number, small = false } = props;
  const { t } = useTranslation('conflict');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small={small} look="tertiary" onPress={() => setOpen(true)}>
        {t('requester.act', { number })}
      </Button>
      {isOpen && (
        <BlockDialog
          side="requester"
          meeting={{ sessionId, ...(interpreterId && { interpreterId }) }}
          number={number}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
