/** The declared week as it is edited: minutes after midnight in Berlin, in quarters of an hour. Day 1 is Monday. */
export const step = 15;
export const dayMinutes = 1440;
export const days = [1, 2, 3, 4, 5, 6, 7] as const;

export interface WindowTime {
  day: number;
  from: number;
  /** Not later than the begin: on the next day. */
  to: number;
}

/** A window with a name of its own, so that a row stays itself while it changes. */
export interface Row extends WindowTime {
  id: string;
}

/** What of a row lies on one day. */
export interface Segment extends WindowTime {
  id: string;
  startsHere: boolean;
  endsHere: boolean;
}

export const toRows = (windows: readonly WindowTime[]): Row[] =>
  windows.map(window => ({ ...window, id: `${window.day}-${window.from}` }));

let lastId = 0;
export const newRow = (window: WindowTime): Row => ({ ...window, id: `new-${++lastId}` });

/** 480 -> "08:00", 1440 -> "24:00". */
export function formatMinute(minute: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`;
}

export const isNextDay = ({ from, to }: WindowTime) => to <= from;
export const isWrong = ({ from, to }: WindowTime) => from === to;

export function segmentsOf({ id, day, from, to }: Row): Segment[] {
  if (from === to) return [];
  if (to > from) return [{ id, day, from, to, startsHere: true, endsHere: true }];
  const evening = { id, day, from, to: dayMinutes, startsHere: true, endsHere: to === 0 };
  return to === 0
    ? [evening]
    : [evening, { id, day: (day % 7) + 1, from: 0, to, startsHere: false, endsHere: true }];
}

/** The same week in one spelling: in order, merged, split at midnight; as the server will keep it. */
export function merged(rows: readonly Row[]): WindowTime[] {
  const parts = rows.flatMap(segmentsOf).sort((one, other) => one.day - other.day || one.from - other.from);
  const windows: WindowTime[] = [];
  for (const { day, from, to } of parts) {
    const last = windows.at(-1);
    if (last && last.day === day && from <= last.to) last.to = Math.max(last.to, to);
    else windows.push({ day, from, to });
  }
  return windows;
}

export const hoursOf = (rows: readonly Row[]): number =>
  merged(rows).reduce((sum, { from, to }) => sum + to - from, 0) / 60;

/** Where the new row begins: after the last one of its day, or as usual in an office. */
export function proposed(rows: readonly Row[]): WindowTime {
  const last = rows.at(-1);
  if (!last) return { day: 1, from: 480, to: 1020 };
  const free = days.find(day => day > last.day && !rows.some(row => row.day === day));
  return { day: free ?? last.day, from: last.from, to: last.to };
}

/** The window on every working day that does not have it yet. */
export function onWorkingDays(rows: readonly Row[], { from, to }: Row): Row[] {
  const missing = days
    .slice(0, 5)
    .filter(day => !rows.some(row => row.day === day && row.from === from && row.to === to));
  return [...rows, ...missing.map(day => newRow({ day, from, to }))];
}

/** The quarter of an hour at a height of the day's column, from 0 to 24 h. */
export function minuteAt(share: number): number {
  const minute = Math.round((share * dayMinutes) / step) * step;
  return Math.min(dayMinutes, Math.max(0, minute));
}

/** What a drag from one quarter to another means, in whichever direction; a mere press is an hour. */
export function drawn(day: number, anchor: number, now: number): WindowTime {
  if (anchor === now) {
    const from = Math.min(Math.floor(anchor / 60) * 60, dayMinutes - 60);
    return { day, from, to: from + 60 };
  }
  return { day, from: Math.min(anchor, now), to: Math.max(anchor, now) };
}

/** A row with one edge pulled elsewhere on the day where the edge is; it keeps a quarter of an hour. */
export function pulled(row: Row, edge: 'from' | 'to', minute: number): Row {
  if (edge === 'from') {
    const most = isNextDay(row) ? dayMinutes - step : row.to - step;
    return { ...row, from: Math.min(minute, most) };
  }
  if (isNextDay(row) && row.to !== 0) return { ...row, to: Math.min(Math.max(minute, step), row.from) };
  return { ...row, to: Math.max(minute, row.from + step) };
}
