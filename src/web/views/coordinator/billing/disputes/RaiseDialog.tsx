import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisputeReason, disputeReasons } from '../../../shared/disputes';
import { SelectField } from '../../../shared/SelectField';
import { TextField } from '../../../shared/TextField';
import { raise } from './disputes';
import { useAnswer } from './useAnswer';
import { WordsDialog } from './WordsDialog';

/** For a customer who has called: what stands on the paper is enough to find the line. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('disputes');
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
    <WordsDialog
      title={t('raise.title')}
      act={t('raise.save')}
      label={t('words')}
      words={words}
      onWords={setWords}
      isTried={isTried}
      isPending={send.isPending}
      error={send.error}
      onSend={onSend}
      onClose={onClose}
    >
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
    </WordsDialog>
  );
}
