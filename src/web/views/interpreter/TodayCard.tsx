import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed, formatNumber, formatTime, speakElapsed } from '../../i18n/format';
import { serverNow } from '../../protocol/clock';
import { Card } from '../shared/Card';
import { FeedbackButton } from '../shared/call/FeedbackButton';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { Skeleton } from '../shared/Skeleton';
import { dayOf, earlierOf, ownSeconds, type PastSession, sessionsQuery } from './today';

/** How much somebody has interpreted today. */
export function TodayCard() {
  const { t } = useTranslation('interpreter');
  const { connection } = useLive();
  const { data, error, refetch, isPending } = useQuery(sessionsQuery);
  useEffect(() => connection.on('SessionEnded', () => void refetch()), [connection, refetch]);
  const { t: feedback } = useTranslation('feedback');
  const { held, seconds } = dayOf(data ?? [], serverNow());
  const earlier = earlierOf(data ?? [], serverNow());
  return (
    <Card title={t('today.title')}>
      {isPending && <Skeleton lines={2} />}
      {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <dl className="today-figures">
            <div>
              <dt>{t('today.sessions')}</dt>
              <dd>{formatNumber(held.length)}</dd>
            </div>
            <div>
              <dt>{t('today.time')}</dt>
              <dd>
                <Elapsed seconds={seconds} />
              </dd>
            </div>
          </dl>
          {held.length === 0 ? (
            <p className="muted">{t('today.empty')}</p>
          ) : (
            <List held={held.slice(0, 8)} label={t('today.list')} when={formatTime} />
          )}
          {earlier.length > 0 && (
            <details className="earlier">
              <summary>{feedback('earlier')}</summary>
              <List held={earlier} label={feedback('earlier')} when={formatDateTime} />
            </details>
          )}
        </>
      )}
    </Card>
  );
}

interface ListProps {
  held: PastSession[];
  label: string;
  when: (at: string) => string;
}

function List({ held, label, when }: ListProps) {
  const { t: call } = useTranslation('call');
  const languageOf = useLanguages();
  return (
    <ul className="today-list" aria-label={label}>
      {held.map(session => (
        <li key={session.id}>
          <span className="strong">{languageOf(session.language).germanName}</span>
          <span className="muted">
            {when(session.startedAt ?? session.createdAt)}
            {session.billableSeconds !== null && (
              <>
                {', '}
                <Elapsed seconds={ownSeconds(session)} />
                {session.billableSeconds === 0 && session.clockSeconds < 10 && ` · ${call('notBilled')}`}
              </>
            )}
          </span>
          <FeedbackButton
            session={session}
            side="interpreter"
            name={`${languageOf(session.language).germanName}, ${when(session.startedAt ?? session.createdAt)}`}
          />
        </li>
      ))}
    </ul>
  );
}

function Elapsed({ seconds }: { seconds: number }) {
  return (
    <>
      <span aria-hidden="true">{formatElapsed(seconds)}</span>
      <span className="sr-only">{speakElapsed(seconds)}</span>
    </>
  );
}
