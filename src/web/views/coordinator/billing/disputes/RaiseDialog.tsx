import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/Button';
import { Dialog } from '../../../shared/Dialog';
import { type DisputeReason, disputeReasons, wordsAtMost } from '../../../shared/disputes';
import { ErrorAlert } from '../../../shared/ErrorAlert';
import { SelectField } from '../../../shared/SelectField';
import { TextField } from '../../../shared/TextField';
import { raise } from './disputes';
import { useAnswer } from './useAnswer';

/** For a customer who has called: what stands on the paper is enough to find the line. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'shell']);
  const [document, setDocument] = useState('');
  const [position, setPosition] = useState('');
  const [reason, setReason] = useState<DisputeReason>('time');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const isFound = document.trim() !== '' && /^[1-9]\d{0,4}$/.test(position.trim());
  const send = useAnswer(
    () => raise(document.trim(), Number(position), reason, words.trim()),
    () => t('raise.done'),
    onClose,
  );
  const onSend = () => {
    setTried(true);
    if (isFound && words.trim() !== '') send.mutate(undefined);
  };
  const missing = isTried && !isFound ? t('raise.missing') : undefined;
  return (
    <Dialog
      title={t('raise.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={send.isPending} onPress={onSend}>
            {t('raise.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t('raise.document')}
          hint={t('raise.documentHint')}
          value={document}
          onChange={setDocument}
          error={missing}
        />
        <TextField
          label={t('raise.position')}
          hint={t('raise.positionHint')}
          inputMode="numeric"
          value={position}
          onChange={setPosition}
        />
        <SelectField
          label={t('reasonLabel')}
          value={reason}
          options={disputeReasons.map(value => ({ value, label: t(`reason.${value}`) }))}
          onChange={value => setReason(value as DisputeReason)}
        />
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          lines={3}
          maxLength={wordsAtMost}
          value={words}
          onChange={setWords}
          error={isTried && words.trim() === '' ? t('wordsMissing') : undefined}
        />
        <ErrorAlert error={send.error} />
      </div>
    </Dialog>
  );
}
