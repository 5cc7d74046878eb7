import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { focusBack } from '../../shared/focusBack';
import { SelectField } from '../../shared/SelectField';
import { newPriceRow, type RowDraft } from './draft';
import { GroupError } from './fields';
import { PriceFields } from './PriceFields';
import { RowLanguages } from './RowLanguages';
import { RowLevels } from './RowLevels';
import { changed, useTariff, without } from './tariffForm';

/** Other prices for some services. */
export function RowsCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, isReadOnly } = useTariff();
  const { rows } = draft;
  return (
    <Card title={t('rows.title')}>
      <p className="muted">{rows.length === 0 ? t('rows.none') : t('rows.lead')}</p>
      {rows.map((row, place) => (
        <PriceRow key={row.row} row={row} place={place} />
      ))}
      {!isReadOnly && (
        <div className="row">
          <Button onPress={() => change({ rows: [...rows, newPriceRow(rows, draft.price)] })}>
            {t('rows.add')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function PriceRow({ row, place }: { row: RowDraft; place: number }) {
  const { t } = useTranslation('tariffs');
  const { draft, change, isReadOnly, wrongAt } = useTariff();
  const number = place + 1;
  const path = `rows[${place}]`;
  const edit = (part: Partial<RowDraft>) => change({ rows: changed(draft.rows, row.row, part) });
  const anyOf = <T extends string>(any: string, options: readonly { value: T; label: string }[]) => [
    { value: '', label: any },
    ...options,
  ];
  return (
    <fieldset className="tariff-part" {...(wrongAt(path) && { 'data-wrong': true })}>
      <legend className="tariff-part-title">{t('rows.row', { number })}</legend>
      <GroupError path={path} />
      <GroupError path={`${path}.languages`} />
      <RowLanguages languages={row.languages} onChange={languages => edit({ languages })} />
      <div className="tariff-fields">
        <SelectField
          label={t('rows.booking')}
          value={row.booking}
          options={anyOf(t('rows.bookings.any'), [
            { value: 'live', label: t('rows.bookings.live') },
            { value: 'booked', label: t('rows.bookings.booked') },
          ])}
          onChange={booking => edit({ booking: booking as RowDraft['booking'] })}
        />
        <SelectField
          label={t('rows.modality')}
          value={row.modality}
          options={anyOf(t('rows.modalities.any'), [
            { value: 'video', label: t('rows.modalities.video') },
            { value: 'audio', label: t('rows.modalities.audio') },
          ])}
          onChange={modality => edit({ modality: modality as RowDraft['modality'] })}
        />
      </div>
      <RowLevels levels={row.levels} onChange={levels => edit({ levels })} />
      <PriceFields path={`${path}.price`} price={row.price} onChange={price => edit({ price })} />
      {!isReadOnly && (
        <div className="row">
          <Button
            small
            look="tertiary"
            aria-label={t('rows.removeNamed', { number })}
            onPress={() => {
              change({ rows: without(draft.rows, row.row) });
              focusBack('#inhalt');
            }}
          >
            {t('rows.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
