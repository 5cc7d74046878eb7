import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { Card } from '../shared/Card';
import type { Coverage } from './coverage';

/** Who of those who speak the language is on duty at this moment. */
export function DutyNow({ coverage: { onDuty, speakers, undeclared } }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  const figures = [
    ['available', onDuty.available],
    ['inSession', onDuty.inSession],
    ['wrapUp', onDuty.wrapUp],
    ['paused', onDuty.paused],
    ['speakers', speakers],
  ] as const;
  return (
    <Card title={t('onDuty')}>
      <dl className="coverage-figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {undeclared > 0 && <p className="muted">{t('undeclared', { count: undeclared })}</p>}
    </Card>
  );
}
