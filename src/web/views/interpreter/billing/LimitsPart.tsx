import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Alert } from '../../shared/Alert';
import type { Tone } from '../../shared/Badge';
import type { Limits } from './myBilling';

const tones = {
  within: 'info',
  near_next_year: 'warning',
  ends_with_year: 'warning',
  near_end: 'warning',
  not_this_year: 'danger',
  ended: 'danger',
} as const satisfies Record<Limits['verdict'], Tone>;

/** § 19 UStG: what our documents come to, and what follows. */
export function LimitsPart({ limits }: { limits: Limits }) {
  const { t } = useTranslation('earnings');
  const { year, previous, current, previousLimit, currentLimit, verdict } = limits;
  const [lower, upper] = [formatEuro(previousLimit), formatEuro(currentLimit)];
  return (
    <div>
      <h3 className="earned-title">{t('limits')}</h3>
      <Alert tone={tones[verdict]} title={t(`verdict.${verdict}`)}>
        <ul>
          <li>{t('limitPrevious', { year: year - 1, sum: formatEuro(previous), limit: lower })}</li>
          <li>{t('limitCurrent', { year, sum: formatEuro(current), limit: upper })}</li>
          <li>{t('limitNext', { sum: formatEuro(current), limit: lower })}</li>
        </ul>
        <p className="muted">{t('limitsText')}</p>
      </Alert>
    </div>
  );
}
