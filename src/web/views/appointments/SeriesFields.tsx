import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { Choice } from '../shared/Choice';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { appointmentsKey } from './appointments';
import { type Gap, seriesDays } from './bookingForm';
import { timesAtMost, useBounds } from './bounds';
import { dayText } from './timeText';
import { checkOrder } from './useBooking';
import type { BookingState } from './useBookingForm';
import type { Day } from './wallTime';

/** When a weekly series ends, and which of its days are left out. */
export function SeriesFields({ state, gaps }: { state: BookingState; gaps: readonly Gap[] }) {
  const { t } = useTranslation('appointments');
  const { when, changeWhen } = state;
  const days = seriesDays(when);
  const counts = Array.from({ length: timesAtMost(useBounds()) - 1 }, (_, index) => `${index + 2}`);
  const holidays = useHolidays(state);
  const holidayText = (name: string | undefined) => name && t('form.holiday', { name });
  const choose = (day: Day, isBooked: boolean) =>
    changeWhen({
      exceptions: isBooked ? when.exceptions.filter(one => one !== day) : [...when.exceptions, day],
    });
  return (
    <div className="series">
      <Choice
        label={t('form.ends')}
        value={when.ends}
        className="choice-fields"
        options={[
          { value: 'times', text: t('form.endsTimes') },
          { value: 'until', text: t('form.endsUntil') },
        ]}
        onChange={ends => changeWhen({ ends })}
      />
      {when.ends === 'times' ? (
        <SelectField
          label={t('form.times')}
          value={`${when.times}`}
          options={counts.map(value => ({ value, label: value }))}
          onChange={times => changeWhen({ times: Number(times) })}
        />
      ) : (
        <TextField
          type="date"
          label={t('form.untilDay')}
          value={when.until}
          onChange={until => changeWhen({ until })}
          error={gaps.includes('until') ? t('form.untilMissing') : undefined}
        />
      )}
      {days.length > 0 && (
        <fieldset className="series-days">
          <legend className="kern-label choice-label">{t('form.dates')}</legend>
          <p className="muted small">{t('form.datesHint')}</p>
          {gaps.includes('series') && (
            <p className="field-error" role="alert" tabIndex={-1} data-gap>
              {t('form.datesMissing')}
            </p>
          )}
          {days.map(day => (
            <CheckField
              key={day}
              label={dayText(day)}
              hint={holidayText(holidays.get(day))}
              isSelected={!when.exceptions.includes(day)}
              onChange={isBooked => choose(day, isBooked)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** The holidays of the customer's region among the days; known as soon as there is enough to ask for. */
function useHolidays(state: BookingState): Map<Day, string> {
  const isComplete = !state.isUnitMissing && state.gaps().length === 0;
  const order = isComplete ? state.order() : null;
  const weekly = order?.when.weekly;
  const all = order && weekly && { ...order, when: { ...order.when, weekly: { ...weekly, exceptions: [] } } };
  const { data } = useQuery({
    queryKey: [...appointmentsKey, 'check', all],
    queryFn: () => (all ? checkOrder(all) : null),
    enabled: Boolean(all),
    retry: false,
  });
  const found = (data?.slots ?? []).flatMap(({ wallStart, holiday }) =>
    holiday ? [[wallStart.slice(0, 10), holiday] as const] : [],
  );
  return new Map(found);
}
