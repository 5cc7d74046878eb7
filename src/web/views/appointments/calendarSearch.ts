import { given, matching } from '../coordinator/reportSearch';
import type { Appointment } from './appointments';
import { type Day, isDay } from './wallTime';

export const views = ['liste', 'woche', 'monat'] as const;
export type CalendarView = (typeof views)[number];

/** What a calendar can be narrowed to; "unbesetzt" are those for which time is getting short. */
export const shownStates = {
  angefragt: ({ state }: Appointment) => state === 'requested',
  unbesetzt: ({ state, coverage }: Appointment) => state === 'requested' && coverage !== 'none',
  besetzt: ({ state }: Appointment) => state === 'assigned',
  stattgefunden: ({ state }: Appointment) => state === 'held',
  abgesagt: ({ state }: Appointment) => state === 'cancelled',
  verpasst: ({ state }: Appointment) => state === 'missed',
} as const;
export type ShownState = keyof typeof shownStates;

export const matchingId = (value: unknown): string | undefined =>
  matching(value, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What stands in the address of the calendar. */
export interface CalendarSearch {
  /** Absent: the list. */
  ansicht?: Exclude<CalendarView, 'liste'>;
  /** Absent: today. */
  tag?: Day;
  zustand?: ShownState;
  /** A unit's id, or all of the customer. Absent: the own one. */
  stelle?: string;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export const readCalendarSearch = (raw: Record<string, unknown>): CalendarSearch =>
  given({
    ansicht: raw.ansicht === 'woche' || raw.ansicht === 'monat' ? raw.ansicht : undefined,
    tag: isDay(raw.tag) ? raw.tag : undefined,
    zustand: isShownState(raw.zustand) ? raw.zustand : undefined,
    stelle: raw.stelle === 'alle' ? 'alle' : matchingId(raw.stelle),
  });

export const isShownState = (value: unknown): value is ShownState =>
  typeof value === 'string' && Object.hasOwn(shownStates, value);

/** What a booking may begin with. */
export interface BookingSearch {
  /** An appointment that is to be repeated. */
  wie?: string;
  tag?: Day;
  /** For coordinators. */
  stelle?: string;
  /** The code of the language, as when nobody was found just now. */
  sprache?: string;
}

export const readBookingSearch = (raw: Record<string, unknown>): BookingSearch =>
  given({
    wie: matchingId(raw.wie),
    tag: isDay(raw.tag) ? raw.tag : undefined,
    stelle: matchingId(raw.stelle),
    sprache: matching(raw.sprache, /^[a-z]{3}$/),
  });
