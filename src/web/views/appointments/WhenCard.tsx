import { useTranslation } from 'react-i18next';
import { Card } from '../shared/Card';
import { CheckField } from '../shared/CheckField';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { type Gap, hoursOfDay, repeatedDay, type WhenForm, wallStartOf } from './bookingForm';
import { lengthsOf, minutesOf, useBounds } from './bounds';
import { SeriesFields } from './SeriesFields';
import { dayText, lengthText, timesText } from './timeText';
import type { BookingState } from './useBookingForm';
import { instantsOf } from './wallTime';

/** Day, start and length by the clock on the wall in Berlin; every week where wanted. */
export function WhenCard({ state, gaps }: { state: BookingState; gaps: readonly Gap[] }) {
  const { t } = useTranslation('appointments');
  const { when, changeWhen } = state;
  const [hour = '', minute = ''] = when.time.split(':');
  const repeated = repeatedDay(when);
  const bounds = useBounds();
  return (
    <Card title={t('form.when')}>
      <TextField
        type="date"
        label={t('form.day')}
        value={when.day}
        onChange={day => changeWhen({ day, exceptions: [] })}
        error={dayError(gaps, t)}
      />
      <div className="when-row">
        <SelectField
          label={t('form.startHour')}
          value={hour}
          options={hoursOfDay.map(value => ({ value, label: value }))}
          onChange={next => changeWhen({ time: `${next}:${minute}` })}
        />
        <SelectField
          label={t('form.startMinute')}
          value={minute}
          options={minutesOf(bounds, minute).map(value => ({ value, label: value }))}
          onChange={next => changeWhen({ time: `${hour}:${next}` })}
        />
      </div>
      <SelectField
        label={t('form.length')}
        value={`${when.minutes}`}
        options={lengthsOf(bounds, when.minutes).map(value => ({
          value: `${value}`,
          label: lengthText(value),
        }))}
        onChange={minutes => changeWhen({ minutes: Number(minutes) })}
      />
      <Shown when={when} />
      {repeated && (
        <SelectField
          label={t('form.repeated')}
          hint={t('form.repeatedText', { day: dayText(repeated) })}
          value={when.repeated}
          options={[
            { value: 'first', label: t('form.repeatedFirst') },
            { value: 'second', label: t('form.repeatedSecond') },
          ]}
          onChange={value => changeWhen({ repeated: value === 'second' ? 'second' : 'first' })}
        />
      )}
      <CheckField
        label={t('form.weekly')}
        hint={t('form.weeklyHint')}
        isSelected={when.weekly}
        onChange={weekly => changeWhen({ weekly })}
      />
      {when.weekly && <SeriesFields state={state} gaps={gaps} />}
    </Card>
  );
}

function dayError(gaps: readonly Gap[], t: ReturnType<typeof useTranslation<'appointments'>>['t']) {
  if (gaps.includes('day')) return t('form.dayMissing');
  if (gaps.includes('past')) return t('form.dayPast');
  return gaps.includes('leftOut') ? t('form.leftOut') : undefined;
}

/** The weekday and the end, so that a slip is seen before the next step. */
function Shown({ when }: { when: WhenForm }) {
  const instants = instantsOf(wallStartOf(when));
  const start = when.repeated === 'second' ? instants.at(-1) : instants[0];
  if (start === undefined) return null;
  const slot = {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + when.minutes * 60_000).toISOString(),
  };
  return (
    <p className="when-shown" aria-live="polite">
      {dayText(when.day)}, <span className="nowrap">{timesText(slot)}</span>
    </p>
  );
}
