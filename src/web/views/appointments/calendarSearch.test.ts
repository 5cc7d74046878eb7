import { describe, expect, it } from 'vitest';
import { readBookingSearch, readCalendarSearch, shownStates } from './calendarSearch';
import { appointment } from './test/given';

const id = 'de300000-0000-4000-8001-000000000001';

describe('the address of the calendar', () => {
  it('keeps view, day, state and unit', () => {
    const search = { ansicht: 'monat', tag: '2026-12-03', zustand: 'unbesetzt', stelle: 'alle' };
    expect(readCalendarSearch(search)).toEqual(search);
  });

  it('forgets what nobody can mean', () => {
    expect(
      readCalendarSearch({ ansicht: 'liste', tag: '2026-02-30', zustand: 'toString', stelle: "'" }),
    ).toEqual({});
  });
});

describe('the address of a booking', () => {
  it('may begin with an appointment, a day, a unit and a language', () => {
    const search = { wie: id, tag: '2026-12-03', stelle: id, sprache: 'tir' };
    expect(readBookingSearch(search)).toEqual(search);
    expect(readBookingSearch({ wie: '1', tag: 20261203, stelle: null, sprache: 'Tigrinya' })).toEqual({});
  });
});

describe('narrowing', () => {
  it('shows as uncovered only what is short of time', () => {
    expect(shownStates.unbesetzt(appointment({ coverage: 'yellow' }))).toBe(true);
    expect(shownStates.unbesetzt(appointment({ coverage: 'none' }))).toBe(false);
    expect(shownStates.angefragt(appointment({ coverage: 'red' }))).toBe(true);
  });
});
