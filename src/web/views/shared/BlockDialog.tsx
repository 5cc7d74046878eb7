import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { Button } from './Button';
import { type ConflictReason, conflictReasons, conflictsKey } from './conflicts';
import { Dialog } from './Dialog';
import { ErrorAlert } from './ErrorAlert';
import { SelectField } from './SelectField';
import { toast } from './toasts';

interface Props {
  side: 'requester' | 'interpreter';
  meeting: { sessionId: string; interpreterId?: string } | { offerId: string };
  number?: string;
  reason?: ConflictReason;
  onClose: () => void;
  onDone?: () => void;
}

/** The two shall not meet again: why, and that it can be undone. */
export function BlockDialog({ side, meeting, number = '', reason: first = 'other', onClose, onDone }: Props) {
  const { t } = useTranslation('conflict');
  const { t: shell } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState<ConflictReason>(first);
  const block = useMutation({
    mutationFn: () => postJson('/api/conflicts', { ...meeting, reason }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: conflictsKey });
      void client.invalidateQueries({ queryKey: ['requests'] });
      toast('success', t(`${side}.done`, { number }));
      onDone?.();
      onClose();
    },
  });
  return (
    <Dialog
      title={t(`${side}.title`, { number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button look="danger" isPending={block.isPending} onPress={() => block.mutate()}>
            {t(`${side}.confirm`)}
          </Button>
        </>
      }
    >
      <p>{t(`${side}.text`)}</p>
      <SelectField
        label={t('reasonLabel')}
        value={reason}
        options={conflictReasons.map(value => ({ value, label: t(`reason.${value}`) }))}
        onChange={value => setReason(value as ConflictReason)}
      />
      <ErrorAlert error={block.error} />
    </Dialog>
  );
}
