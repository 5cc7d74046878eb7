import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format';
import { Alert } from '../Alert';
import { Card } from '../Card';
import type { AvailabilityForm } from './useAvailability';
import { WeekGrid } from './WeekGrid';
import { WeekRows } from './WeekRows';
import { hoursOf } from './week';

/** The weekly hours twice: as a picture to draw in, and as fields for every keyboard and screen reader. */
export function WeekCard({ form, own }: { form: AvailabilityForm; own: boolean }) {
  const { t } = useTranslation('availability');
  const { rows } = form.draft;
  const hours = hoursOf(rows);
  return (
    <Card
      title={t('week.title')}
      actions={
        rows.length > 0 && (
          <p className="muted">{t('week.hours', { count: hours, formatted: formatNumber(hours) })}</p>
        )
      }
    >
      {rows.length === 0 && (
        <Alert title={t('week.always')}>{t(own ? 'week.alwaysText' : 'week.alwaysOther')}</Alert>
      )}
      <WeekGrid rows={rows} onChange={change => form.change(draft => ({ rows: change(draft.rows) }))} />
      <WeekRows rows={rows} onChange={change => form.change(draft => ({ rows: change(draft.rows) }))} />
    </Card>
  );
}
