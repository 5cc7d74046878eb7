import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { SelectField } from '../../shared/SelectField';
import { newSurcharge } from './draft';
import { SurchargeFields } from './SurchargeFields';
import { useTariff } from './tariffForm';
import type { Tariff } from './tariffs';

/** More money for time that lies unfavourably. */
export function SurchargesCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, isReadOnly } = useTariff();
  const { surcharges, stacking } = draft;
  return (
    <Card title={t('surcharges.title')}>
      {surcharges.length === 0 && <p className="muted">{t('surcharges.none')}</p>}
      {surcharges.map((one, place) => (
        <SurchargeFields key={one.row} surcharge={one} place={place} />
      ))}
      {!isReadOnly && (
        <div className="row">
          <Button onPress={() => change({ surcharges: [...surcharges, newSurcharge(surcharges)] })}>
            {t('surcharges.add')}
          </Button>
        </div>
      )}
      {surcharges.length > 1 && (
        <SelectField
          label={t('surcharges.stacking')}
          value={stacking}
          options={(['highest_only', 'additive'] as const).map(value => ({
            value,
            label: t(`surcharges.stackings.${value}`),
          }))}
          onChange={next => change({ stacking: next as Tariff['stacking'] })}
        />
      )}
    </Card>
  );
}
