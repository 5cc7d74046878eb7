import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { SelectField } from '../../shared/SelectField';
import type { PriceDraft } from './draft';
import { NumberField } from './fields';
import { useTariff } from './tariffForm';
import { type PriceKind, priceKinds } from './tariffs';

export function PriceCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change } = useTariff();
  return (
    <Card title={t('price.title')}>
      <PriceFields path="price" price={draft.price} onChange={price => change({ price })} />
    </Card>
  );
}

interface Props {
  path: string;
  price: PriceDraft;
  onChange: (price: PriceDraft) => void;
}

/** How time becomes money: the kind, and what that kind needs to know. */
export function PriceFields({ path, price, onChange }: Props) {
  const { t } = useTranslation('tariffs');
  return (
    <>
      <SelectField
        label={t('price.kind')}
        value={price.kind}
        options={priceKinds.map(value => ({ value, label: t(`price.kinds.${value}`) }))}
        onChange={kind => onChange({ ...price, kind: kind as PriceKind })}
      />
      <div className="tariff-fields">
        {fieldsOf[price.kind].map(({ name, at, label, unit, hint }) => (
          <NumberField
            key={name}
            label={t(`price.${label}`)}
            unit={unit}
            path={`${path}.${at ?? name}`}
            value={price[name]}
            onChange={text => onChange({ ...price, [name]: text })}
            {...(hint && { hint: t(`price.${hint}`) })}
          />
        ))}
      </div>
    </>
  );
}

interface PriceField {
  name: Exclude<keyof PriceDraft, 'kind'>;
  /** What the service calls it, where that is another name. */
  at?: string;
  label:
    | 'perMinute'
    | 'minimum'
    | 'step'
    | 'slot'
    | 'perSlot'
    | 'hourly'
    | 'first'
    | 'firstPrice'
    | 'further'
    | 'stepPrice';
  unit: 'euro' | 'minutes';
  hint?: 'stepHint';
}

const fieldsOf: Record<PriceKind, PriceField[]> = {
  per_minute: [
    { name: 'price', label: 'perMinute', unit: 'euro' },
    { name: 'minimumMinutes', label: 'minimum', unit: 'minutes' },
    { name: 'stepMinutes', label: 'step', unit: 'minutes', hint: 'stepHint' },
  ],
  per_slot: [
    { name: 'price', label: 'perSlot', unit: 'euro' },
    { name: 'slotMinutes', label: 'slot', unit: 'minutes' },
  ],
  per_half_hour: [{ name: 'hourlyRate', label: 'hourly', unit: 'euro' }],
  first_then_steps: [
    { name: 'firstPrice', label: 'firstPrice', unit: 'euro' },
    { name: 'firstMinutes', label: 'first', unit: 'minutes' },
    { name: 'stepPrice', label: 'stepPrice', unit: 'euro' },
    { name: 'thenMinutes', at: 'stepMinutes', label: 'further', unit: 'minutes' },
  ],
};
