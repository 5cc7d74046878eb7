import { describe, expect, it } from 'vitest';
import { type CoverageHour, gapsOf, nextDayOf, shownHours, verdictOf } from './coverage';
import { coverageQuery, readCoverageSearch } from './coverageSearch';

const hour = (change: Partial<CoverageHour>): CoverageHour => ({
  weekday: 1,
  hour: 9,
  cases: 20,
  unserved: 0,
  occurrences: 8,
  perHour: 2.5,
  handlingSeconds: 900,
  traffic: 0.6,
  needed: 2,
  declared: 0,
  standby: 0,
  gap: 2,
  isSmall: false,
  ...change,
});

describe('gaps', () => {
  it('come by size, those with too few cases last of their size', () => {
    const hours = [
      hour({ hour: 8, gap: 1 }),
      hour({ hour: 9, gap: 3, isSmall: true, cases: 2 }),
      hour({ hour: 10, gap: 0 }),
      hour({ hour: 11, gap: 3, cases: 9 }),
      hour({ hour: 12, gap: 3, cases: 12 }),
    ];
    expect(gapsOf(hours).map(one => one.hour)).toEqual([12, 11, 9, 8]);
  });

  it('say what is the matter in one word', () => {
    expect(
      [{ cases: 0 }, { cases: 4, isSmall: true }, { gap: 0 }, { gap: 1 }].map(one => verdictOf(hour(one))),
    ).toEqual(['none', 'small', 'enough', 'missing']);
  });
});

it('shows the hours from the first to the last with anything in them', () => {
  const hours = [hour({ hour: 7, cases: 0 }), hour({ hour: 8 }), hour({ hour: 11, cases: 0, declared: 1 })];
  expect(shownHours(hours)).toEqual([8, 9, 10, 11]);
  expect(shownHours([hour({ cases: 0 })])).toEqual([]);
});

describe('the next day of an hour of the week', () => {
  const tuesdayHalfPastNine = Date.parse('2026-12-01T08:30:00Z');

  it.each([
    [2, 10, '2026-12-01'],
    [2, 9, '2026-12-08'],
    [1, 9, '2026-12-07'],
    [3, 0, '2026-12-02'],
    [7, 23, '2026-12-06'],
  ] as const)('weekday %i at %i', (weekday, at, day) => {
    expect(nextDayOf(weekday, at, tuesdayHalfPastNine)).toBe(day);
  });

  it('counts days in Berlin, also around a change of the clock and at midnight', () => {
    expect(nextDayOf(1, 0, Date.parse('2026-12-06T22:30:00Z'))).toBe('2026-12-07');
    expect(nextDayOf(1, 0, Date.parse('2026-12-06T23:30:00Z'))).toBe('2026-12-14');
    expect(nextDayOf(7, 2, Date.parse('2026-10-24T22:30:00Z'))).toBe('2026-10-25');
    expect(nextDayOf(1, 8, Date.parse('2026-03-28T12:00:00Z'))).toBe('2026-03-30');
  });
});

describe('the address of the coverage page', () => {
  it('keeps what differs from the defaults and asks the server for it', () => {
    const search = readCoverageSearch({ sprache: 'tir', wochen: '4', level: 80, sekunden: 60 });
    expect(search).toEqual({ sprache: 'tir', wochen: 4, sekunden: 60 });
    expect(coverageQuery(search)).toBe('?language=tir&weeks=4&within=60');
  });

  it('forgets what nobody can mean', () => {
    expect(readCoverageSearch({ sprache: 'Tigrinya', wochen: 5, level: 100, sekunden: '' })).toEqual({});
  });
});
