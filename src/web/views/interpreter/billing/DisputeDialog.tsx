import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { type DisputeReason, disputeReasons, wordsAtMost } from '../../shared/disputes';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { disputeLine, type EarnedLine, type EarnedService } from './myBilling';
import { useSend } from './useSend';

interface Props {
  service: EarnedService;
  line: EarnedLine;
  onClose: () => void;
}

/** What is wrong with one line. */
export function DisputeDialog({ service, line, onClose }: Props) {
  const { t } = useTranslation(['earnings', 'disputes', 'shell']);
  const [reason, setReason] = useState<DisputeReason>('time');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useSend(
    () => disputeLine(service.id, line.number, reason, words.trim()),
    t('dispute.sent'),
    onClose,
  );
  const isMissing = words.trim() === '';
  const onSend = () => {
    setTried(true);
    if (!isMissing) send.mutate(undefined);
  };
  return (
    <Dialog
      title={t('dispute.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={send.isPending} onPress={onSend}>
            {t('dispute.send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <blockquote className="disputed">{line.explanation}</blockquote>
        <p>{t('dispute.text')}</p>
        <SelectField
          label={t('disputes:reasonLabel')}
          value={reason}
          options={disputeReasons.map(value => ({ value, label: t(`disputes:reason.${value}`) }))}
          onChange={value => setReason(value as DisputeReason)}
        />
        <TextField
          label={t('disputes:words')}
          hint={t('disputes:wordsHint')}
          lines={3}
          maxLength={wordsAtMost}
          value={words}
          onChange={setWords}
          error={isTried && isMissing ? t('disputes:wordsMissing') : undefined}
        />
        <ErrorAlert error={send.error} />
      </div>
    </Dialog>
  );
}
