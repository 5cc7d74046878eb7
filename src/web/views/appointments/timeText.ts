import { i18next } from '../../i18n';
import { formatTime } from '../../i18n/format';
import { type Day, dayOf, instantsOf, noonOf, wallOf } from './wallTime';

const day = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', ...options });
const fullDay = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = day({ weekday: 'short', day: 'numeric', month: 'short' });
const month = day({ month: 'long', year: 'numeric' });
const weekday = { short: day({ weekday: 'short' }), long: day({ weekday: 'long' }) };
const date = day({ day: '2-digit', month: '2-digit', year: 'numeric' });

/** "Donnerstag, 3. Dezember 2026". */
export const dayText = (of: Day): string => fullDay.format(new Date(noonOf(of)));
/** "Do., 3. Dez.". */
export const shortDayText = (of: Day): string => shortDay.format(new Date(noonOf(of)));
export const dateText = (of: Day): string => date.format(new Date(noonOf(of)));
export const monthText = (of: Day): string => month.format(new Date(noonOf(of)));
export const weekdayText = (of: Day, length: 'short' | 'long'): string =>
  weekday[length].format(new Date(noonOf(of)));

/** Which of the two, in the hour that comes twice. */
function season(at: string): string {
  const both = instantsOf(wallOf(at));
  if (both.length < 2) return '';
  const t = i18next.getFixedT('de', 'appointments');
  return ` (${t(Date.parse(at) < (both[1] ?? 0) ? 'hour.first' : 'hour.second')})`;
}

const clockText = (at: string): string => wallOf(at).slice(11);

/** "10:00 bis 10:45 Uhr"; with the day of the end where midnight lies between. */
export function timesText({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [first, last] = [season(startsAt), season(endsAt)];
  const start = clockText(startsAt) + (first && ` Uhr${first}`);
  const until = i18next.t('appointments:until');
  const sameDay = dayOf(startsAt) === dayOf(endsAt);
  const end = sameDay ? '' : `${shortDayText(dayOf(endsAt))}, `;
  return `${start} ${until} ${end}${clockText(endsAt)} Uhr${last}`;
}

/** "Donnerstag, 3. Dezember 2026, 10:00 bis 10:45 Uhr". */
export const periodText = (slot: { startsAt: string; endsAt: string }): string =>
  `${dayText(dayOf(slot.startsAt))}, ${timesText(slot)}`;

/** "Donnerstag, 3. Dezember 2026, 10:00 Uhr". */
export const momentText = (at: string): string => `${dayText(dayOf(at))}, ${formatTime(at)}${season(at)}`;

/** "45 Minuten", "1 Stunde 15 Minuten". */
export function lengthText(minutes: number): string {
  const t = i18next.getFixedT('de', 'appointments');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && t('hours', { count: hours }), rest > 0 && t('minutes', { count: rest })];
  return parts.filter(Boolean).join(' ');
}

/** "noch 2 Tage", "noch 3 Stunden", "noch 25 Minuten": whole ones that are certainly left. */
export function leftText(until: string, now: number): string {
  const t = i18next.getFixedT('de', 'appointments');
  const minutes = Math.floor((Date.parse(until) - now) / 60_000);
  if (Date.parse(until) <= now) return t('left.over');
  if (minutes < 1) return t('left.soon');
  if (minutes < 120) return t('left.minutes', { count: minutes });
  if (minutes < 48 * 60) return t('left.hours', { count: Math.floor(minutes / 60) });
  return t('left.days', { count: Math.floor(minutes / (24 * 60)) });
}
