import { expect, test } from 'vitest';
import type { Availability } from './availability';
import {
  type AbsenceForm,
  canSave,
  choicesOf,
  draftOf,
  isDirty,
  orderOf,
  readAbsence,
  wallClock,
} from './draft';
import { newRow } from './week';

const saved: Availability = {
  number: 'D-0001',
  name: 'Ina',
  version: 3,
  windows: [{ day: 1, from: 480, to: 1020 }],
  absences: [],
  preferences: {
    shortestNoticeMinutes: null,
    longestBlockMinutes: 120,
    longestDayMinutes: null,
    pauseMinutes: null,
  },
  availableNow: true,
  absentNow: false,
  nextChange: null,
  promised: [],
};

test('the same week in other words is no change', () => {
  const draft = draftOf(saved);
  expect(isDirty(draft, saved)).toBe(false);
  const halves = [newRow({ day: 1, from: 720, to: 1020 }), newRow({ day: 1, from: 480, to: 720 })];
  expect(isDirty({ ...draft, rows: halves }, saved)).toBe(false);
  expect(isDirty({ ...draft, rows: [] }, saved)).toBe(true);
  expect(isDirty({ ...draft, removed: ['a'] }, saved)).toBe(true);
  expect(isDirty({ ...draft, wishes: { ...draft.wishes, pauseMinutes: 15 } }, saved)).toBe(true);
});

test('an order carries the version it was made on and the merged week', () => {
  const draft = draftOf(saved);
  const rows = [...draft.rows, newRow({ day: 1, from: 960, to: 1080 })];
  expect(orderOf({ ...draft, rows })).toMatchObject({
    version: 3,
    windows: [{ day: 1, from: 480, to: 1080 }],
  });
});

test('a window without a length and a day shorter than a block are not sent', () => {
  const draft = draftOf(saved);
  expect(canSave(draft)).toBe(true);
  expect(canSave({ ...draft, rows: [newRow({ day: 1, from: 480, to: 480 })] })).toBe(false);
  expect(canSave({ ...draft, wishes: { ...draft.wishes, longestDayMinutes: 60 } })).toBe(false);
});

test('a saved wish that is not on the list is on it', () => {
  expect(choicesOf('pauseMinutes', 20)).toContain(20);
  expect(choicesOf('pauseMinutes', null)).not.toContain(20);
});

const form: AbsenceForm = {
  firstDay: '2026-12-24',
  lastDay: '2026-12-31',
  wholeDays: true,
  from: 480,
  to: 720,
};
const now = '2026-11-27T09:00';

test('the last day of an absence is included', () => {
  expect(readAbsence(form, now)).toEqual({ from: '2026-12-24T00:00', until: '2027-01-01T00:00' });
  expect(readAbsence({ ...form, lastDay: '' }, now)).toEqual({
    from: '2026-12-24T00:00',
    until: '2026-12-25T00:00',
  });
  expect(readAbsence({ ...form, lastDay: '2026-12-24', wholeDays: false, to: 1440 }, now)).toEqual({
    from: '2026-12-24T08:00',
    until: '2026-12-25T00:00',
  });
});

test('what cannot be an absence is named', () => {
  expect(readAbsence({ ...form, firstDay: '' }, now)).toBe('firstDay');
  expect(readAbsence({ ...form, lastDay: '24.12.' }, now)).toBe('lastDay');
  expect(readAbsence({ ...form, lastDay: '2026-12-23' }, now)).toBe('order');
  expect(readAbsence({ ...form, firstDay: '2026-11-01', lastDay: '2026-11-26' }, now)).toBe('past');
  expect(readAbsence({ ...form, lastDay: '2028-12-26' }, now)).toBe('long');
});

test('the clock on the wall is that of Berlin', () => {
  expect(wallClock(Date.parse('2026-07-01T22:30:00Z'))).toBe('2026-07-02T00:30');
});
