import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { serverNow } from '../../protocol/clock';
import { putJson } from '../../protocol/http';
import { announce } from '../shared/announce';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { useLanguages } from '../shared/languages';
import { useStandbySpan } from '../shared/standby';
import { toast, toastError } from '../shared/toasts';
import { holdOf, type OwnStandby, ownStandbyQuery, partedStandby, type StandbyAnswer } from './ownStandby';

/** Shifts that are offered to somebody, that were accepted, and what was served of them. Nothing where there are none. */
export function StandbyCard() {
  const { t } = useTranslation('standby');
  const rows = useQuery(ownStandbyQuery).data ?? [];
  const { offers, promised, served } = partedStandby(rows);
  useNewOffers(offers.length);
  if (rows.length === 0) return null;
  return (
    <Card title={t('own.title')} className="standby">
      <p className="muted small">{t('own.text')}</p>
      <Part title={t('own.offers')} rows={offers}>
        {row => <Answers row={row} />}
      </Part>
      <Part title={t('own.accepted')} rows={promised}>
        {row => <Promised row={row} />}
      </Part>
      {served.length > 0 && (
        <details className="earlier">
          <summary>{t('own.served')}</summary>
          <Part rows={served}>
            {row => (
              <span className="muted">
                {t('take.served', { served: row.servedMinutes ?? 0, paused: row.pausedMinutes ?? 0 })}
              </span>
            )}
          </Part>
        </details>
      )}
    </Card>
  );
}

function Part(props: { title?: string; rows: OwnStandby[]; children: (row: OwnStandby) => React.ReactNode }) {
  const { t } = useTranslation('standby');
  const nameOf = useLanguages();
  const span = useStandbySpan();
  if (props.rows.length === 0) return null;
  return (
    <section>
      {props.title && <h3 className="standby-title">{props.title}</h3>}
      <ul className="standby-list">
        {props.rows.map(row => (
          <li key={row.id}>
            <span className="cell-main">{span(row)}</span>
            <span className="muted">
              {row.language ? nameOf(row.language).germanName : t('anyLanguage')}, {t(`notes.${row.note}`)}
            </span>
            {props.children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ row }: { row: OwnStandby }) {
  const { t } = useTranslation('standby');
  const name = useStandbySpan()(row);
  const answer = useAnswer(row.id);
  return (
    <div className="standby-buttons">
      {row.isFull ? (
        <span>{t('own.full')}</span>
      ) : (
        <Button
          small
          look="primary"
          isPending={answer.isPending}
          aria-label={t('own.acceptNamed', { name })}
          onPress={() => answer.mutate('accept')}
        >
          {t('own.accept')}
        </Button>
      )}
      <Button
        small
        isPending={answer.isPending}
        aria-label={t('own.declineNamed', { name })}
        onPress={() => answer.mutate('decline')}
      >
        {t('own.decline')}
      </Button>
    </div>
  );
}

function Promised({ row }: { row: OwnStandby }) {
  const { t } = useTranslation('standby');
  const name = useStandbySpan()(row);
  const answer = useAnswer(row.id);
  const hold = holdOf(row, serverNow());
  if (hold !== 'free') return <span className="small">{t(`own.${hold}`)}</span>;
  return (
    <>
      <span className="muted small">{t('own.giveBackUntil', { at: formatDateTime(row.giveBackUntil) })}</span>
      <div className="standby-buttons">
        <Button
          small
          isPending={answer.isPending}
          aria-label={t('own.giveBackNamed', { name })}
          onPress={() => answer.mutate('give_back')}
        >
          {t('own.giveBack')}
        </Button>
      </div>
    </>
  );
}

function useAnswer(id: string) {
  const { t } = useTranslation('standby');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: StandbyAnswer) => putJson<{ done: boolean }>(`/api/my-standby/${id}`, { answer }),
    onSuccess: ({ done }, answer) => {
      if (done) toast('success', t(`own.done.${answer}`));
      else toast('info', t('own.taken'));
    },
    onError: toastError,
    onSettled: () => client.invalidateQueries({ queryKey: ownStandbyQuery.queryKey }),
  });
}

/** Says it once when there are more than before. */
function useNewOffers(count: number): void {
  const { t } = useTranslation('standby');
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) announce(t('own.announced', { count: count - before.current }));
    before.current = count;
  }, [count, t]);
}
