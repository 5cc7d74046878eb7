/** 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** One hour of the week; cases, unserved and occurrences are of the whole period. */
export interface CoverageHour {
  weekday: Weekday;
  hour: number;
  cases: number;
  unserved: number;
  occurrences: number;
  perHour: number;
  handlingSeconds: number;
  traffic: number;
  needed: number;
  declared: number;
  standby: number;
  gap: number;
  isSmall: boolean;
}

/** GET /api/coverage. */
export interface Coverage {
  language: string | null;
  from: string;
  to: string;
  level: number;
  withinSeconds: number;
  cases: number;
  fewestCases: number;
  handlingSeconds: number;
  isHandlingAssumed: boolean;
  wrapUpSeconds: number;
  speakers: number;
  undeclared: number;
  onDuty: { available: number; inSession: number; wrapUp: number; paused: number };
  hours: CoverageHour[];
}

/** The largest gap first; those with too few cases after the others of their size. */
export const gapsOf = (hours: readonly CoverageHour[]): CoverageHour[] =>
  hours
    .filter(hour => hour.gap > 0)
    .sort((a, b) => b.gap - a.gap || Number(a.isSmall) - Number(b.isSmall) || b.cases - a.cases);

/** The hours of a day in which anybody asked or has declared to be there, and all between them. */
export function shownHours(hours: readonly CoverageHour[]): number[] {
  const used = hours.filter(hour => hour.cases > 0 || hour.declared > 0).map(hour => hour.hour);
  if (used.length === 0) return [];
  const first = Math.min(...used);
  return Array.from({ length: Math.max(...used) - first + 1 }, (_, at) => first + at);
}

export const hourAt = (hours: readonly CoverageHour[], weekday: Weekday, hour: number) =>
  hours.find(one => one.weekday === weekday && one.hour === hour);

export type Verdict = 'none' | 'small' | 'enough' | 'missing';

/** What is said of an hour, in one word. */
export function verdictOf({ cases, isSmall, gap }: CoverageHour): Verdict {
  if (cases === 0) return 'none';
  if (isSmall) return 'small';
  return gap > 0 ? 'missing' : 'enough';
}

const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
const berlinHour = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** The next day on which the hour of the week still lies ahead, in Berlin: `2026-12-01`. */
export function nextDayOf(weekday: Weekday, hour: number, now: number): string {
  const today = new Date(`${berlinDay.format(now)}T00:00:00Z`);
  const ahead = (weekday - (today.getUTCDay() || 7) + 7) % 7;
  const isOver = ahead === 0 && Number.parseInt(berlinHour.format(now), 10) >= hour;
  today.setUTCDate(today.getUTCDate() + ahead + (isOver ? 7 : 0));
  return today.toISOString().slice(0, 10);
}
