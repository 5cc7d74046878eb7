import poor from '@material-symbols/svg-400/rounded/sentiment_dissatisfied.svg?raw';
import fair from '@material-symbols/svg-400/rounded/sentiment_neutral.svg?raw';
import good from '@material-symbols/svg-400/rounded/sentiment_satisfied.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { ApiError } from '../../../protocol/http';
import { Button } from '../Button';
import { ErrorAlert } from '../ErrorAlert';
import { Icon } from '../Icon';
import { Skeleton } from '../Skeleton';
import {
  type Feedback,
  type FeedbackReason,
  type FeedbackSide,
  feedbackQuery,
  feedbackReasons,
  type Rating,
  ratings,
} from './feedback';
import { useFeedback } from './useFeedback';

const faces = { good, fair, poor };

interface Props {
  sessionId: string;
  side: FeedbackSide;
}

/** One tap says how it went; reasons may follow. Nobody has to, and nothing waits for it. */
export function FeedbackPlace({ sessionId, side }: Props) {
  const { t } = useTranslation('feedback');
  const { data, error, isPending, refetch } = useQuery(feedbackQuery(sessionId));
  if (isPending) return <Skeleton lines={2} />;
  if (data?.until === null || isNotTheirs(error)) return null;
  if (!data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (Date.parse(data.until) > serverNow()) return <Question sessionId={sessionId} side={side} said={data} />;
  return (
    <p className="muted">
      {data.rating ? `${t('given', { rating: t(`rating.${data.rating}`) })}. ${t('final')}` : t('over')}
    </p>
  );
}

function Question({ sessionId, side, said }: Props & { said: Feedback }) {
  const { t } = useTranslation('feedback');
  const id = useId();
  const { say, takeBack } = useFeedback(sessionId);
  const { rating, reasons } = said;
  return (
    <section className="feedback" aria-labelledby={id}>
      <h3 id={id} className="feedback-title">
        {t('ask')}
      </h3>
      <ToggleButtonGroup
        className="feedback-faces"
        aria-labelledby={id}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={rating ? [rating] : []}
        onSelectionChange={keys => {
          const [next] = [...keys] as Rating[];
          if (next) say(next, next === 'good' ? [] : reasons);
        }}
      >
        {ratings.map(value => (
          <ToggleButton key={value} id={value} className={`feedback-face feedback-${value}`}>
            <Icon svg={faces[value]} size={32} />
            <span>{t(`rating.${value}`)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {rating && rating !== 'good' && (
        <Reasons side={side} reasons={reasons} onChange={next => say(rating, next)} />
      )}
      <p className="muted small" role="status">
        {rating ? t('thanks') : ''} {t(`note.${side}`)}
      </p>
      {rating && (
        <div className="row">
          <Button small look="tertiary" onPress={takeBack}>
            {t('takeBack')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A relief that was not needed after all has no part of the conversation. */
const isNotTheirs = (error: unknown) => error instanceof ApiError && error.status === 404;

interface ReasonsProps {
  side: FeedbackSide;
  reasons: FeedbackReason[];
  onChange: (reasons: FeedbackReason[]) => void;
}

function Reasons({ side, reasons, onChange }: ReasonsProps) {
  const { t } = useTranslation(['feedback', 'shell']);
  const id = useId();
  return (
    <div className="stack-tight">
      <p id={id} className="feedback-why">
        {t('feedback:why')} <span className="muted">({t('shell:optional')})</span>
      </p>
      <ToggleButtonGroup
        className="feedback-reasons"
        aria-labelledby={id}
        selectionMode="multiple"
        selectedKeys={reasons}
        onSelectionChange={keys => onChange([...keys] as FeedbackReason[])}
      >
        {feedbackReasons[side].map(value => (
          <ToggleButton key={value} id={value} className="chip">
            {t(`feedback:reason.${value}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
