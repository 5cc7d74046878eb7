import type { Availability, NewAbsence, Order, Wishes, WishName } from './availability';
import { wishNames } from './availability';
import { isWrong, merged, type Row, toRows } from './week';

export interface AddedAbsence extends NewAbsence {
  id: string;
}

/** What the person has changed and not saved, and the version it was changed on. */
export interface Draft {
  version: number;
  rows: Row[];
  wishes: Wishes;
  added: AddedAbsence[];
  removed: string[];
}

export const draftOf = ({ version, windows, preferences }: Availability): Draft => ({
  version,
  rows: toRows(windows),
  wishes: preferences,
  added: [],
  removed: [],
});

/** Another spelling of the same week is no change. */
export function isDirty(draft: Draft, saved: Availability): boolean {
  const weekOf = (rows: readonly Row[]) => JSON.stringify([merged(rows), rows.filter(isWrong).length]);
  return (
    weekOf(draft.rows) !== weekOf(toRows(saved.windows)) ||
    wishNames.some(name => draft.wishes[name] !== saved.preferences[name]) ||
    draft.added.length > 0 ||
    draft.removed.length > 0
  );
}

export const orderOf = ({ version, rows, wishes, added, removed }: Draft): Order => ({
  version,
  windows: merged(rows),
  preferences: wishes,
  newAbsences: added.map(({ from, until, reason }) => ({ from, until, reason })),
  removedAbsences: removed,
});

export const isDayTooShort = ({ longestBlockMinutes: block, longestDayMinutes: day }: Wishes) =>
  block !== null && day !== null && day < block;

export const canSave = ({ rows, wishes }: Draft) => !rows.some(isWrong) && !isDayTooShort(wishes);

/** In minutes; the one that is saved is always among them. */
const choices: Record<WishName, readonly number[]> = {
  shortestNoticeMinutes: [60, 120, 240, 480, 1440, 2880, 4320, 10080, 20160],
  longestBlockMinutes: [30, 45, 60, 90, 120, 180, 240, 300, 360],
  longestDayMinutes: [60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 720],
  pauseMinutes: [5, 10, 15, 30, 45, 60, 90, 120],
};

export const choicesOf = (name: WishName, saved: number | null): number[] =>
  [...new Set(saved === null ? choices[name] : [...choices[name], saved])].sort((one, other) => one - other);

/** What somebody says of an absence: days, and hours when it is not whole ones. The last day is included. */
export interface AbsenceForm {
  firstDay: string;
  lastDay: string;
  wholeDays: boolean;
  from: number;
  to: number;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function dayAfter(day: string): string {
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

const wall = (day: string, minute: number) =>
  minute === 1440 ? `${dayAfter(day)}T00:00` : `${day}T${clock(minute)}`;

export type AbsenceMistake = 'firstDay' | 'lastDay' | 'order' | 'past' | 'long';

/** The absence by the clock on the wall, or what is wrong with it. */
export function readAbsence(
  form: AbsenceForm,
  now: string,
): { from: string; until: string } | AbsenceMistake {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay(form.firstDay)) return 'firstDay';
  const lastDay = form.lastDay || form.firstDay;
  if (!isDay(lastDay)) return 'lastDay';
  const from = wall(form.firstDay, form.wholeDays ? 0 : form.from);
  const until = wall(lastDay, form.wholeDays ? 1440 : form.to);
  if (until <= from) return 'order';
  if (until <= now) return 'past';
  const length = Date.parse(`${until}Z`) - Date.parse(`${from}Z`);
  return length > 731 * 86_400_000 ? 'long' : { from, until };
}

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What the clock on the wall shows in Berlin: `2026-12-24T08:00`. */
export const wallClock = (at: number) => berlin.format(at).replace(' ', 'T');
