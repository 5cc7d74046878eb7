import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { CheckField } from '../../shared/CheckField';
import { focusBack } from '../../shared/focusBack';
import { TextField } from '../../shared/TextField';
import { type BandDay, bandDays, hasDay, withDay } from './days';
import type { BandDraft } from './draft';
import { GroupError } from './fields';
import { useTariff } from './tariffForm';

interface Props {
  band: BandDraft;
  path: string;
  number: number;
  /** Its surcharge's, for names that tell the buttons apart. */
  surcharge: number;
  onChange: (part: Partial<BandDraft>) => void;
  onRemove: (() => void) | undefined;
}

/** On which days, and between which hours on the wall. */
export function BandFields({ band, path, number, surcharge, onChange, onRemove }: Props) {
  const { t } = useTranslation('tariffs');
  const { isReadOnly, wrongAt } = useTariff();
  const toggle = (keys: Iterable<unknown>) => {
    const chosen = new Set(keys);
    onChange({ days: bandDays.reduce((days, day) => withDay(days, day, chosen.has(day)), 0) });
  };
  return (
    <fieldset className="tariff-group" {...(wrongAt(path) && { 'data-wrong': true })}>
      <legend className="kern-label">{t('surcharges.band', { number })}</legend>
      <GroupError path={path} />
      <ToggleButtonGroup
        className="tariff-days"
        aria-label={t('surcharges.band', { number })}
        selectionMode="multiple"
        isDisabled={isReadOnly}
        selectedKeys={bandDays.filter(day => hasDay(band.days, day))}
        onSelectionChange={toggle}
      >
        {bandDays.map(day => (
          <Day key={day} day={day} />
        ))}
      </ToggleButtonGroup>
      <CheckField
        label={t('surcharges.allDay')}
        isSelected={band.allDay}
        onChange={allDay => onChange({ allDay })}
      />
      {!band.allDay && (
        <>
          <div className="tariff-fields">
            <TextField
              type="time"
              label={t('surcharges.from')}
              value={band.from}
              onChange={from => onChange({ from })}
            />
            <TextField
              type="time"
              label={t('surcharges.until')}
              value={band.until}
              onChange={until => onChange({ until })}
            />
          </div>
          {band.until < band.from && <p className="muted small">{t('surcharges.overnight')}</p>}
        </>
      )}
      {onRemove && !isReadOnly && (
        <div className="row">
          <Button
            small
            look="tertiary"
            aria-label={t('surcharges.removeBandNamed', { number, surcharge })}
            onPress={() => {
              onRemove();
              focusBack('#inhalt');
            }}
          >
            {t('surcharges.removeBand')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Day({ day }: { day: BandDay }) {
  const { t } = useTranslation('tariffs');
  return (
    <ToggleButton id={day} className="tariff-day">
      <span aria-hidden="true">{t(`surcharges.days.${day}`)}</span>
      <span className="sr-only">{t(`surcharges.dayNames.${day}`)}</span>
    </ToggleButton>
  );
}
