import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { decimalOf } from '../tariffs/decimal';
import { BillingTable } from './BillingTable';
import { addRate, type BaseRate, nextHalfYear, ratesQuery } from './dunning';
import { useBooking } from './useBooking';

const shownRates = 6;

/** Base rates of the half-years; the next one is entered here. */
export function BaseRateCard() {
  const { t } = useTranslation('money');
  const { data } = useQuery(ratesQuery);
  if (!data) return null;
  return (
    <Card title={t('dunning.rates')}>
      <p className="muted">{t('dunning.ratesText')}</p>
      <BillingTable
        caption={t('dunning.rates')}
        head={[
          { key: 'from', text: t('dunning.from') },
          { key: 'percent', text: t('dunning.percent'), isFigure: true },
          { key: 'source', text: t('dunning.source') },
        ]}
      >
        {data.slice(0, shownRates).map(rate => (
          <tr key={rate.validFrom}>
            <th scope="row">{dateText(rate.validFrom)}</th>
            <td className="cell-figure" data-label={t('dunning.percent')}>
              {formatNumber(rate.percent)}
            </td>
            <td data-label={t('dunning.source')}>
              {rate.source}
              <span className="cell-sub">{rate.recordedBy ?? t('dunning.byProgram')}</span>
            </td>
          </tr>
        ))}
      </BillingTable>
      <RateForm key={data[0]?.validFrom} rates={data} />
    </Card>
  );
}

function RateForm({ rates }: { rates: readonly BaseRate[] }) {
  const { t } = useTranslation('money');
  const next = nextHalfYear(rates);
  const [from, setFrom] = useState(next);
  const [text, setText] = useState('');
  const [source, setSource] = useState('Deutsche Bundesbank');
  const percent = decimalOf(text.replace('−', '-'));
  const isPercent =
    percent !== null &&
    percent >= -5 &&
    percent <= 20 &&
    Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6;
  const isSource = source.trim() !== '';
  const add = useBooking(
    () => addRate(from, percent ?? 0, source),
    () => setText(''),
    t('dunning.added'),
  );
  return (
    <form
      className="money-letter"
      onSubmit={event => {
        event.preventDefault();
        if (isPercent && isSource) add.mutate();
      }}
    >
      <SelectField
        label={t('dunning.halfYear')}
        value={from}
        options={[next, ...rates.slice(0, shownRates).map(({ validFrom }) => validFrom)].map(value => ({
          value,
          label: dateText(value),
        }))}
        onChange={setFrom}
      />
      <TextField
        label={t('dunning.percent')}
        value={text}
        onChange={setText}
        error={text === '' || isPercent ? undefined : t('dunning.percentWrong')}
      />
      <TextField
        label={t('dunning.source')}
        value={source}
        onChange={setSource}
        error={isSource ? undefined : t('dunning.sourceWrong')}
      />
      <Button type="submit" isDisabled={!isPercent || !isSource} isPending={add.isPending}>
        {t('dunning.add')}
      </Button>
      <ErrorAlert error={add.error} />
    </form>
  );
}
