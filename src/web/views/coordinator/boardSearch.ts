import { type Appointment, type AppointmentState, byStart, states } from '../appointments/appointments';
import { matchingId } from '../appointments/calendarSearch';
import { addDays, type Day, daysBetween, isDay } from '../appointments/wallTime';
import { given, matching } from './reportSearch';

export const coverages = ['red', 'yellow', 'none'] as const;

/** What stands in the address of the board. */
export interface BoardSearch {
  von?: Day;
  bis?: Day;
  zustand?: AppointmentState;
  stelle?: string;
  sprache?: string;
  besetzung?: Appointment['coverage'];
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export const readBoardSearch = (raw: Record<string, unknown>): BoardSearch =>
  given({
    von: isDay(raw.von) ? raw.von : undefined,
    bis: isDay(raw.bis) ? raw.bis : undefined,
    zustand: states.find(state => state === raw.zustand),
    stelle: matchingId(raw.stelle),
    sprache: matching(raw.sprache, /^[a-z]{3}$/),
    besetzung: coverages.find(coverage => coverage === raw.besetzung),
  });

const usualDays = 30;
/** The server looks no further at once. */
const daysAtMost = 400;

/** The days that are shown; an end before the beginning, or too far away, is moved. */
export function boardPeriod({ von, bis }: BoardSearch, today: Day): { from: Day; to: Day } {
  const from = von ?? (bis && bis < today ? bis : today);
  const to = bis ?? addDays(from, usualDays);
  if (to < from) return { from, to: from };
  return { from, to: daysBetween(from, to) > daysAtMost ? addDays(from, daysAtMost) : to };
}

/** What of the period is shown, in the order of the board. */
export const onBoard = (appointments: readonly Appointment[], search: BoardSearch): Appointment[] =>
  appointments
    .filter(
      one =>
        (!search.zustand || one.state === search.zustand) &&
        (!search.sprache || one.language === search.sprache) &&
        (!search.besetzung || (one.state === 'requested' && one.coverage === search.besetzung)),
    )
    .sort((a, b) => urgency(a) - urgency(b) || byStart(a, b));

/** Red and promised by somebody who is away, yellow, asked for, and then all the rest by time. */
function urgency({ state, coverage, interpreterAbsent }: Appointment): number {
  if (interpreterAbsent) return 0;
  if (state !== 'requested') return 3;
  return coverage === 'red' ? 0 : coverage === 'yellow' ? 1 : 2;
}
