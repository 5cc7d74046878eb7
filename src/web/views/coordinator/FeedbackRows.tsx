import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed } from '../../i18n/format';
import { Badge, type Tone } from '../shared/Badge';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { useLanguages } from '../shared/languages';
import type { FeedbackReport, FeedbackRow } from './feedbackReport';
import { WideTable } from './ReportPage';
import { useHandling } from './useHandling';

const tones = { good: 'success', fair: 'warning', poor: 'danger' } as const satisfies Record<string, Tone>;

/** One by one, with the facts of the conversation. Which person said it is not in it. */
export function FeedbackRows({ report: { rows, total } }: { report: FeedbackReport }) {
  const { t } = useTranslation('feedback');
  return (
    <Card title={t('page.rows')}>
      {total > rows.length && <p className="muted">{t('page.rowsShown', { count: rows.length })}</p>}
      <WideTable className="ledger-rows feedback-rows">
        <thead>
          <tr>
            <th scope="col">{t('page.at')}</th>
            <th scope="col">{t('page.what')}</th>
            <th scope="col">{t('page.session')}</th>
            <th scope="col">{t('page.unit')}</th>
            <th scope="col">{t('page.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}

function Row({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation(['feedback', 'words']);
  const language = useLanguages()(row.language).germanName;
  const begin = formatDateTime(row.startedAt);
  return (
    <tr>
      <th scope="row">{formatDateTime(row.at)}</th>
      <td>
        <Badge tone={row.rating ? tones[row.rating] : 'danger'}>
          {row.rating ? t(`feedback:rating.${row.rating}`) : t('feedback:page.kinds.complaint')}
        </Badge>
        <span className="cell-sub">
          {row.reasons.map(reason => t(`feedback:reason.${reason}`)).join(', ')}
        </span>
        {row.rating && (
          <span className="cell-sub">
            {[t(`feedback:page.kinds.${row.kind}`), row.saidBy].filter(Boolean).join(' ')}
          </span>
        )}
      </td>
      <td>
        <span className="cell-main">
          {language}, {row.interpreterNumbers.join(', ')}
        </span>
        <span className="cell-sub">
          {t('feedback:page.facts', { begin, time: formatElapsed(row.clockSeconds) })} ·{' '}
          {t(`words:modality.${row.modality}`)}
        </span>
        <span className="cell-sub">{t('feedback:page.id', { id: row.sessionId })}</span>
      </td>
      <td>
        <span className="cell-main">{row.unitName}</span>
        <span className="cell-sub">{row.customerName}</span>
      </td>
      <td>
        <Handling row={row} name={`${language}, ${formatDateTime(row.at)}`} />
      </td>
    </tr>
  );
}

function Handling({ row, name }: { row: FeedbackRow; name: string }) {
  const { t } = useTranslation('feedback');
  const { isPending, set } = useHandling(row.id);
  if (!row.handledAt)
    return (
      <Button
        small
        isPending={isPending}
        aria-label={t('page.handleNamed', { name })}
        onPress={() => set(true)}
      >
        {t('page.handle')}
      </Button>
    );
  return (
    <>
      <span className="cell-sub">
        {t('page.handled', { at: formatDateTime(row.handledAt), who: row.handledBy ?? '' })}
      </span>
      <Button
        small
        look="tertiary"
        isPending={isPending}
        aria-label={t('page.reopenNamed', { name })}
        onPress={() => set(false)}
      >
        {t('page.reopen')}
      </Button>
    </>
  );
}
