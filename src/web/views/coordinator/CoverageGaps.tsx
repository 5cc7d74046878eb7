import offer from '@material-symbols/svg-400/rounded/person_add.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { type Coverage, type CoverageHour, gapsOf } from './coverage';
import { WideTable } from './ReportPage';

const shownAtFirst = 8;
const shares = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });

interface Props {
  coverage: Coverage;
  onOffer: (hour: CoverageHour) => void;
}

/** Where interpreters are missing, the largest gap first, each with a way to fill it. */
export function CoverageGaps({ coverage, onOffer }: Props) {
  const { t } = useTranslation('coverage');
  const [all, setAll] = useState(false);
  const gaps = gapsOf(coverage.hours);
  return (
    <Card title={t('gaps')}>
      {gaps.length === 0 ? (
        <p>{t('noGaps')}</p>
      ) : (
        <WideTable className="ledger-rows coverage-gaps">
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              <th scope="col">{t('gap')}</th>
              <th scope="col">{t('needed')}</th>
              <th scope="col">{t('declared')}</th>
              <th scope="col">{t('perHour')}</th>
              <th scope="col">{t('unserved')}</th>
              <th scope="col">
                {t('standby')}
                <span className="cell-sub">{t('standbyHint')}</span>
              </th>
              <th scope="col">
                <span className="sr-only">{t('offer')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {gaps.slice(0, all ? gaps.length : shownAtFirst).map(hour => (
              <Gap key={`${hour.weekday} ${hour.hour}`} hour={hour} onOffer={onOffer} />
            ))}
          </tbody>
        </WideTable>
      )}
      {!all && gaps.length > shownAtFirst && (
        <Button onPress={() => setAll(true)}>{t('all', { count: gaps.length })}</Button>
      )}
    </Card>
  );
}

function Gap({ hour, onOffer }: { hour: CoverageHour; onOffer: (hour: CoverageHour) => void }) {
  const { t } = useTranslation('coverage');
  const name = t('hourNamed', {
    day: t(`day.d${hour.weekday}`),
    from: hour.hour,
    to: hour.hour + 1,
  });
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{name}</span>
        {hour.isSmall && <span className="cell-sub">{t('small')}</span>}
      </th>
      <td>
        <Badge tone={hour.isSmall ? 'neutral' : hour.gap > 1 ? 'danger' : 'warning'}>
          {t('missing', { count: hour.gap })}
        </Badge>
      </td>
      <td>{formatNumber(hour.needed)}</td>
      <td>{formatNumber(hour.declared)}</td>
      <td>{formatNumber(hour.perHour)}</td>
      <td>{shares.format(hour.unserved / hour.cases)}</td>
      <td>{formatNumber(hour.standby)}</td>
      <td className="cell-actions">
        <Button small icon={offer} aria-label={t('offerNamed', { hour: name })} onPress={() => onOffer(hour)}>
          {t('offer')}
        </Button>
      </td>
    </tr>
  );
}
