// Days ("2026-12-03") and times on the wall ("2026-12-03T10:00") in Berlin, whatever zone the browser stands in.

export type Day = string;
export type Wall = string;
type Instant = string | number | Date;

const hour = 3_600_000;
const dayLength = 24 * hour;
// The one locale that writes a date as ISO 8601 does.
const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the clock on the wall shows at an instant. */
export const wallOf = (at: Instant): Wall => berlin.format(new Date(at)).replace(' ', 'T');
export const dayOf = (at: Instant): Day => wallOf(at).slice(0, 10);

/** When the wall shows this: once, twice in the hour that winter time repeats, never in the one that summer time leaves out. */
export function instantsOf(wall: Wall): number[] {
  const asUtc = Date.parse(`${wall}Z`);
  if (!Number.isFinite(asUtc)) return [];
  return [2, 1].map(offset => asUtc - offset * hour).filter(at => wallOf(at) === wall);
}

const utc = (day: Day): number => Date.parse(`${day}T00:00Z`);
const textOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: Day, count: number): Day => textOf(utc(day) + count * dayLength);
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayLength);

/** 0 for Monday. */
export const weekdayOf = (day: Day): number => (new Date(utc(day)).getUTCDay() + 6) % 7;
export const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day));
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months later. */
export function addMonths(day: Day, count: number): Day {
  const first = new Date(utc(firstOfMonth(day)));
  first.setUTCMonth(first.getUTCMonth() + count);
  return textOf(first.getTime());
}

/** A day that the calendar has: not the 31st of February. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Number.isFinite(utc(text)) &&
  textOf(utc(text)) === text;

/** An instant within the day that every zone of formats shows as that day. */
export const noonOf = (day: Day): string => `${day}T11:00:00Z`;
