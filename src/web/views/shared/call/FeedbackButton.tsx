import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { FeedbackPlace } from './FeedbackPlace';
import type { FeedbackSide, Rating } from './feedback';

interface Props {
  session: { id: string; rating: Rating | null; feedbackUntil: string | null };
  side: FeedbackSide;
  /** Which conversation, for those who do not see the row. */
  name: string;
}

/** In a list of conversations: say it afterwards, or change what was said, as long as that is possible. */
export function FeedbackButton({ session, side, name }: Props) {
  const { t } = useTranslation('feedback');
  const { t: shell } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { id, rating, feedbackUntil } = session;
  if (!isOpen && !(feedbackUntil && Date.parse(feedbackUntil) > serverNow()))
    return rating && <span className="muted small">{t('given', { rating: t(`rating.${rating}`) })}</span>;
  const text = rating ? t('given', { rating: t(`rating.${rating}`) }) : t('give');
  return (
    <>
      <Button small aria-label={`${text}: ${name}`} onPress={() => setOpen(true)}>
        {text}
      </Button>
      {isOpen && (
        <Dialog
          title={name}
          isOpen
          onClose={() => setOpen(false)}
          actions={<Button onPress={() => setOpen(false)}>{shell('close')}</Button>}
        >
          <FeedbackPlace sessionId={id} side={side} />
        </Dialog>
      )}
    </>
  );
}
