import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/Button';
import { Dialog } from '../../../shared/Dialog';
import { wordsAtMost } from '../../../shared/disputes';
import { ErrorAlert } from '../../../shared/ErrorAlert';
import { TextField } from '../../../shared/TextField';
import { type Dispute, reject } from './disputes';
import { useAnswer } from './useAnswer';

/** Nobody is refused without a reason. */
export function RejectDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'shell']);
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
    <Dialog
      title={t('reject.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={send.isPending} onPress={onSend}>
            {t('page.reject')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <blockquote className="disputed">{dispute.words}</blockquote>
        <TextField
          label={t('explain')}
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
