import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dispute, reject } from './disputes';
import { useAnswer } from './useAnswer';
import { WordsDialog } from './WordsDialog';

/** Nobody is refused without a reason. */
export function RejectDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation('disputes');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useAnswer(
    () => reject(dispute.id, words.trim()),
    () => t('reject.done'),
    onClose,
  );
  const onSend = () => {
    setTried(true);
    if (words.trim() !== '') send.mutate(undefined);
  };
  return (
    <WordsDialog
      title={t('reject.title')}
      act={t('page.reject')}
      label={t('explain')}
      words={words}
      onWords={setWords}
      isTried={isTried}
      isPending={send.isPending}
      error={send.error}
      onSend={onSend}
      onClose={onClose}
    >
      <blockquote className="disputed">{dispute.words}</blockquote>
    </WordsDialog>
  );
}
