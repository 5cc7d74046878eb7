import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../../shared/Alert';
import { Choice } from '../../../shared/Choice';
import { TextField } from '../../../shared/TextField';
import { amountOf } from '../../tariffs/decimal';
import { accept, type Dispute } from './disputes';
import { useAnswer } from './useAnswer';
import { WordsDialog } from './WordsDialog';

type How = 'more' | 'less' | 'withdraw';

/** What follows from being right: more, less, or nothing is billed. A document that it stands on is named before it goes. */
export function AcceptDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation('disputes');
  const [how, setHow] = useState<How>(dispute.side === 'interpreter' ? 'more' : 'less');
  const [amount, setAmount] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const euro = amountOf(amount);
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
    <WordsDialog
      title={t('accept.title')}
      act={t('page.accept')}
      label={t('explain')}
      words={words}
      onWords={setWords}
      isTried={isTried}
      isPending={send.isPending}
      error={send.error}
      onSend={onSend}
      onClose={onClose}
      below={
        dispute.document && (
          <Alert tone="warning" title={t('accept.cancels', { number: dispute.document })}>
            {t('accept.cancelsText')}
          </Alert>
        )
      }
    >
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
    </WordsDialog>
  );
}
