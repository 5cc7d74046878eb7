import { useTranslation } from 'react-i18next';
import { Card } from '../Card';
import { SelectField } from '../SelectField';
import { type WishName, wishNames } from './availability';
import { choicesOf, isDayTooShort } from './draft';
import type { AvailabilityForm } from './useAvailability';

/** How somebody wants to work by appointment. */
export function WishCard({ form }: { form: AvailabilityForm }) {
  const { t } = useTranslation('availability');
  const textOf = useLength();
  const { wishes } = form.draft;
  const errorOf = (name: WishName) =>
    name === 'longestDayMinutes' && isDayTooShort(wishes) ? t('wish.dayTooShort') : undefined;
  return (
    <Card title={t('wish.title')}>
      <p className="muted">{t('wish.lead')}</p>
      <div className="wish-fields">
        {wishNames.map(name => (
          <SelectField
            key={name}
            label={t(`wish.${name}`)}
            value={wishes[name] === null ? '' : String(wishes[name])}
            options={[
              { value: '', label: t('wish.none') },
              ...choicesOf(name, wishes[name]).map(minutes => ({
                value: String(minutes),
                label: textOf(minutes),
              })),
            ]}
            error={errorOf(name)}
            onChange={value =>
              form.change(draft => ({
                wishes: { ...draft.wishes, [name]: value === '' ? null : Number(value) },
              }))
            }
          />
        ))}
      </div>
    </Card>
  );
}

function useLength() {
  const { t } = useTranslation('availability');
  return (minutes: number) => {
    if (minutes >= 1440 && minutes % 1440 === 0) return t('wish.days', { count: minutes / 1440 });
    return minutes >= 60 && minutes % 60 === 0
      ? t('wish.hours', { count: minutes / 60 })
      : t('wish.minutes', { count: minutes });
  };
}
