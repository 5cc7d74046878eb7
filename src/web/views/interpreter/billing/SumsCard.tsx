import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Card } from '../../shared/Card';
import type { Month } from './myBilling';

/** The month in a few numbers, and the year so far. */
export function SumsCard({ month }: { month: Month }) {
  const { t } = useTranslation(['earnings', 'disputes']);
  const { year } = month;
  return (
    <Card title={t('sums')}>
      <dl className="earned-sums">
        <Sum term={t('total')} value={month.net} isTotal />
        <Sum term={t('onDocuments')} value={month.onDocuments} />
        <Sum term={t('open')} value={month.open} />
        {month.kinds.map(({ kind, services, net }) => (
          <Sum
            key={kind}
            term={t('kinds', { kind: t(`disputes:kind.${kind}`), count: services })}
            value={net}
          />
        ))}
        <Sum term={t('year')} value={year.earned} />
        <Sum term={t('billed', { year: year.year })} value={year.billed} />
      </dl>
    </Card>
  );
}

const Sum = ({ term, value, isTotal }: { term: string; value: number; isTotal?: boolean }) => (
  <div {...(isTotal && { className: 'earned-total' })}>
    <dt>{term}</dt>
    <dd>{formatEuro(value)}</dd>
  </div>
);
