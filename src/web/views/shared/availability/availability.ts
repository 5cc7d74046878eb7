import { queryOptions } from '@tanstack/react-query';
import { getJson, http, postJson, putJson } from '../../../protocol/http';
import type { WindowTime } from './week';

export const absenceReasons = ['vacation', 'illness', 'training', 'other_appointment'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export interface Absence {
  id: string;
  from: string;
  until: string;
  /** From one midnight in Berlin to another. */
  wholeDays: boolean;
  reason: AbsenceReason | null;
  source: 'own' | 'import';
}

/** By the clock on the wall in Berlin, without an offset: `2026-12-24T08:00`. */
export interface NewAbsence {
  from: string;
  until: string;
  reason: AbsenceReason | null;
}

export const wishNames = [
  'shortestNoticeMinutes',
  'longestBlockMinutes',
  'longestDayMinutes',
  'pauseMinutes',
] as const;
export type WishName = (typeof wishNames)[number];
export type Wishes = Record<WishName, number | null>;

/** An appointment to which the interpreter is bound. */
export interface Promised {
  id: string;
  startsAt: string;
  endsAt: string;
  language: string;
  unitName: string;
}

/** GET /api/my-availability, and the same of an interpreter for coordinators. */
export interface Availability {
  number: string;
  name: string;
  version: number;
  windows: WindowTime[];
  /** Those that have not ended, the earliest first. */
  absences: Absence[];
  preferences: Wishes;
  availableNow: boolean;
  absentNow: boolean;
  nextChange: string | null;
  /** What lies in an absence, and was not given back. */
  promised: Promised[];
}

export interface Order {
  version: number;
  windows: WindowTime[];
  preferences: Wishes;
  newAbsences: NewAbsence[];
  removedAbsences: string[];
}

/** What importing a file would do. */
export interface ImportPreview {
  found: number;
  added: number;
  moved: number;
  known: number;
  missing: number;
  free: number;
  unreadable: number;
  first: string | null;
  last: string | null;
  promised: Promised[];
}

/** Whose availability is edited: the own, or that of an interpreter with this id. */
export const pathOf = (interpreter?: string) =>
  interpreter ? `/api/interpreters/${encodeURIComponent(interpreter)}/availability` : '/api/my-availability';

export const availabilityQuery = (path: string) =>
  queryOptions({
    queryKey: ['availability', path],
    queryFn: ({ signal }) => getJson<Availability>(path, signal),
    // "Available until" goes on with the clock.
    refetchInterval: 60_000,
  });

export const saveAvailability = (path: string, order: Order) => putJson<Availability>(path, order);

/** What is promised in the new absences of an order; stores nothing. */
export const checkAbsences = (path: string, order: Order) => postJson<Promised[]>(`${path}/check`, order);

export const fileBytesAtMost = 2 * 1024 * 1024;
const calendarOf = (file: Blob) => new Blob([file], { type: 'text/calendar' });
export const previewImport = (path: string, file: Blob) =>
  http<ImportPreview>('POST', `${path}/import/preview`, calendarOf(file));
export const importCalendar = (path: string, file: Blob, removeMissing: boolean) =>
  http<Availability>('POST', `${path}/import?removeMissing=${removeMissing}`, calendarOf(file));
