import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../../shared/Alert';
import { Button } from '../../../shared/Button';
import { Choice } from '../../../shared/Choice';
import { Dialog } from '../../../shared/Dialog';
import { wordsAtMost } from '../../../shared/disputes';
import { ErrorAlert } from '../../../shared/ErrorAlert';
import { TextField } from '../../../shared/TextField';
import { accept, type Dispute, readEuro } from './disputes';
import { useAnswer } from './useAnswer';

type How = 'more' | 'less' | 'withdraw';

/** What follows from being right: more, less, or nothing is billed. A document that it stands on is named before it goes. */
export function AcceptDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'shell']);
  const [how, setHow] = useState<How>(dispute.side === 'interpreter' ? 'more' : 'less');
  const [amount, setAmount] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const euro = readEuro(amount);
  const isReady = (how === 'withdraw' || euro !== null) && words.trim() !== '';
  const send = useAnswer(
    () =>
      accept(dispute.id, {
        change: how === 'withdraw' ? null : (euro ?? 0) * (how === 'more' ? 1 : -1),
        withdraw: how === 'withdraw',
        cancels: dispute.document,
        words: words.trim(),
      }),
    () => t('accept.done'),
    onClose,
  );
  const onSend = () => {
    setTried(true);
    if (isReady) send.mutate(undefined);
  };
  return (
    <Dialog
      title={t('accept.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={send.isPending} onPress={onSend}>
            {t('page.accept')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <blockquote className="disputed">{dispute.explanation}</blockquote>
        <Choice
          label={t('accept.how')}
          value={how}
          options={(['more', 'less', 'withdraw'] as const).map(value => ({
            value,
            text: t(`accept.${value}`),
            hint: t(`accept.${value}Hint`),
          }))}
          onChange={setHow}
        />
        {how !== 'withdraw' && (
          <TextField
            label={t('accept.amount')}
            hint={t('accept.amountHint')}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            error={isTried && euro === null ? t('accept.amountMissing') : undefined}
          />
        )}
        <TextField
          label={t('explain')}
          hint={t('wordsHint')}
          lines={3}
          maxLength={wordsAtMost}
          value={words}
          onChange={setWords}
          error={isTried && words.trim() === '' ? t('wordsMissing') : undefined}
        />
        {dispute.document && (
          <Alert tone="warning" title={t('accept.cancels', { number: dispute.document })}>
            {t('accept.cancelsText')}
          </Alert>
        )}
        <ErrorAlert error={send.error} />
      </div>
    </Dialog>
  );
}
