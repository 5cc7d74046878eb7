import { type Appointment, byStart } from './appointments';
import type { CalendarView } from './calendarSearch';
import { addDays, addMonths, type Day, dayOf, firstOfMonth, mondayOf } from './wallTime';

const daysOfWeek = 7;
/** As far ahead as can be booked, and today. */
const listDays = 91;

export const weekOf = (day: Day): Day[] => daysFrom(mondayOf(day), daysOfWeek);

/** The weeks of a month, whole ones: the first and the last may begin or end in another month. */
export function weeksOf(day: Day): Day[][] {
  const next = addMonths(day, 1);
  const weeks: Day[][] = [];
  for (let monday = mondayOf(firstOfMonth(day)); monday < next; monday = addDays(monday, daysOfWeek))
    weeks.push(daysFrom(monday, daysOfWeek));
  return weeks;
}

const daysFrom = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(day, index));

/** What a view shows: the first and the last day. */
export function periodOf(view: CalendarView, day: Day): { from: Day; to: Day } {
  if (view === 'liste') return { from: day, to: addDays(day, listDays - 1) };
  const days = view === 'woche' ? weekOf(day) : weeksOf(day).flat();
  return { from: days[0] ?? day, to: days.at(-1) ?? day };
}

/** The day that the view before or after is about. */
export function turn(view: CalendarView, day: Day, direction: 1 | -1): Day {
  if (view === 'monat') return addMonths(day, direction);
  return addDays(day, direction * (view === 'woche' ? daysOfWeek : listDays));
}

/** By the day in Berlin on which they start, each day in order. */
export function byDay(appointments: readonly Appointment[]): Map<Day, Appointment[]> {
  const days = new Map<Day, Appointment[]>();
  for (const appointment of [...appointments].sort(byStart)) {
    const day = dayOf(appointment.startsAt);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return days;
}
