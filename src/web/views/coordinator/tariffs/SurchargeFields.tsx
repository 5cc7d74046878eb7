import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { CheckField } from '../../shared/CheckField';
import { focusBack } from '../../shared/focusBack';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { BandFields } from './BandFields';
import { newBand, type SurchargeDraft } from './draft';
import { GroupError, NumberField } from './fields';
import { changed, useTariff, without } from './tariffForm';

interface Props {
  surcharge: SurchargeDraft;
  place: number;
}

/** One surcharge: what it is called on a bill, how high it is, and when. */
export function SurchargeFields({ surcharge, place }: Props) {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt, isReadOnly } = useTariff();
  const path = `surcharges[${place}]`;
  const number = place + 1;
  const { bands, kind } = surcharge;
  const edit = (part: Partial<SurchargeDraft>) =>
    change({ surcharges: changed(draft.surcharges, surcharge.row, part) });
  return (
    <fieldset className="tariff-part" {...(wrongAt(`${path}.bands`) && { 'data-wrong': true })}>
      <legend className="tariff-part-title">{t('surcharges.number', { number })}</legend>
      <TextField
        label={t('surcharges.name')}
        hint={t('surcharges.nameHint')}
        value={surcharge.name}
        onChange={name => edit({ name })}
        error={wrongAt(`${path}.name`)}
        autoComplete="off"
        maxLength={80}
      />
      <div className="tariff-fields">
        <SelectField
          label={t('surcharges.kind')}
          value={kind}
          options={(['percent', 'flat'] as const).map(value => ({
            value,
            label: t(`surcharges.kinds.${value}`),
          }))}
          onChange={next => edit({ kind: next as SurchargeDraft['kind'] })}
          error={wrongAt(`${path}.kind`)}
        />
        <NumberField
          label={t(kind === 'percent' ? 'surcharges.percent' : 'surcharges.flat')}
          unit={kind === 'percent' ? 'percent' : 'euro'}
          path={`${path}.value`}
          value={surcharge.value}
          onChange={value => edit({ value })}
        />
      </div>
      <GroupError path={`${path}.bands`} />
      {bands.map((band, bandPlace) => (
        <BandFields
          key={band.row}
          band={band}
          path={`${path}.bands[${bandPlace}]`}
          number={bandPlace + 1}
          surcharge={number}
          onChange={part => edit({ bands: changed(bands, band.row, part) })}
          onRemove={bands.length > 1 ? () => edit({ bands: without(bands, band.row) }) : undefined}
        />
      ))}
      <CheckField
        label={t('surcharges.needsNecessity')}
        hint={t('surcharges.needsNecessityHint')}
        isSelected={surcharge.needsNecessity}
        onChange={needsNecessity => edit({ needsNecessity })}
      />
      {!isReadOnly && (
        <div className="row">
          <Button
            small
            aria-label={t('surcharges.addBandNamed', { number })}
            onPress={() => edit({ bands: [...bands, newBand(bands)] })}
          >
            {t('surcharges.addBand')}
          </Button>
          <Button
            small
            look="tertiary"
            aria-label={t('surcharges.removeNamed', { number })}
            onPress={() => {
              change({ surcharges: without(draft.surcharges, surcharge.row) });
              focusBack('#inhalt');
            }}
          >
            {t('surcharges.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
