import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { Choice } from '../../shared/Choice';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { HolidaysField } from './HolidaysField';
import { useTariff } from './tariffForm';
import type { Side, Tariff } from './tariffs';

const sides: readonly Side[] = ['customer', 'interpreter'];

/** What it is called, whose price it is, and from when on. */
export function BasicsCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt, isFixed } = useTariff();
  return (
    <Card title={t('form.basics')}>
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={draft.name}
        onChange={name => change({ name })}
        error={wrongAt('name')}
        autoComplete="off"
        maxLength={120}
      />
      <div className="tariff-fields">
        <TextField
          type="date"
          label={t('form.validFrom')}
          value={draft.validFrom}
          onChange={validFrom => change({ validFrom })}
          error={wrongAt('validFrom')}
        />
        <TextField
          type="date"
          label={t('form.validUntil')}
          hint={t('form.validUntilHint')}
          value={draft.validUntil}
          onChange={validUntil => change({ validUntil })}
          error={wrongAt('validUntil')}
        />
      </div>
      <HolidaysField />
      {isFixed ? <FixedFacts /> : <FreeChoices />}
    </Card>
  );
}

const dates = ['date_of_service', 'date_of_order'] as const;

function FreeChoices() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt, isReadOnly } = useTariff();
  const { cancellation } = draft;
  const changeSide = (side: Side) =>
    change({
      side,
      // Only interpreters declare a loss.
      ...(side === 'customer' &&
        cancellation.kind === 'declared_loss' && {
          cancellation: { ...cancellation, kind: 'percent_of_slot' },
        }),
    });
  return (
    <>
      <Choice
        label={t('form.side')}
        value={draft.side}
        options={sides.map(value => ({ value, text: t(`sides.${value}`), isDisabled: isReadOnly }))}
        onChange={changeSide}
        error={wrongAt('side')}
      />
      <SelectField
        label={t('form.chosenBy')}
        value={draft.chosenBy}
        options={dates.map(value => ({ value, label: t(`form.chosenByOf.${value}`) }))}
        onChange={chosenBy => change({ chosenBy: chosenBy as Tariff['chosenBy'] })}
        error={wrongAt('chosenBy')}
      />
    </>
  );
}

/** What all versions have in common is said, not asked. */
function FixedFacts() {
  const { t } = useTranslation('tariffs');
  const { side, chosenBy } = useTariff().draft;
  return (
    <div className="stack-small">
      <dl className="facts">
        <div>
          <dt>{t('form.side')}</dt>
          <dd>{t(`sides.${side}`)}</dd>
        </div>
        <div>
          <dt>{t('form.chosenBy')}</dt>
          <dd>{t(`form.chosenByOf.${chosenBy}`)}</dd>
        </div>
      </dl>
      <p className="muted small">{t('form.fixed')}</p>
    </div>
  );
}
