import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { type ObjectionReason, objectionReasons, wordsAtMost } from '../../shared/disputes';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { type OwnDocument, objectTo } from './myBilling';
import { useSend } from './useSend';

/** Against a whole Gutschrift; says first what follows from it. */
export function ObjectionDialog({ document, onClose }: { document: OwnDocument; onClose: () => void }) {
  const { t } = useTranslation(['earnings', 'disputes', 'shell']);
  const [reason, setReason] = useState<ObjectionReason>('services');
  const [words, setWords] = useState('');
  const send = useSend(() => objectTo(document, reason, words.trim()), t('objection.done'), onClose);
  return (
    <Dialog
      title={t('objection.title', { number: document.number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="danger" isPending={send.isPending} onPress={() => send.mutate(undefined)}>
            {t('objection.send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('objection.text')}</p>
        <SelectField
          label={t('objection.reason')}
          value={reason}
          options={objectionReasons.map(value => ({ value, label: t(`disputes:objectionReason.${value}`) }))}
          onChange={value => setReason(value as ObjectionReason)}
        />
        <TextField
          label={t('objection.words')}
          hint={t('disputes:wordsHint')}
          lines={3}
          maxLength={wordsAtMost}
          value={words}
          onChange={setWords}
        />
        <ErrorAlert error={send.error} />
      </div>
    </Dialog>
  );
}
