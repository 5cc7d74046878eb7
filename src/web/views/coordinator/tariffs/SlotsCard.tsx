import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { NumberField } from './fields';
import { useTariff } from './tariffForm';

const parts = [
  ['unusedPercent', 'hintUnused'],
  ['noShowPercent', 'hintNoShow'],
  ['delayPercent', 'hintDelay'],
] as const;

/** What appointments cost beyond the time that is talked. */
export function SlotsCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change } = useTariff();
  return (
    <Card title={t('slots.title')}>
      <p className="muted">{t('slots.lead')}</p>
      <div className="tariff-fields">
        {parts.map(([name, hint]) => (
          <NumberField
            key={name}
            label={t(`slots.${name}`)}
            hint={t(`slots.${hint}`)}
            unit="percent"
            path={`slots.${name}`}
            value={draft.slots[name]}
            onChange={text => change({ slots: { ...draft.slots, [name]: text } })}
          />
        ))}
      </div>
    </Card>
  );
}
