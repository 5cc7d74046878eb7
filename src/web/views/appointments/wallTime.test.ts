import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, instantsOf, isDay, mondayOf, wallOf } from './wallTime';

const utc = (wall: string) => instantsOf(wall).map(at => new Date(at).toISOString());

describe('the clock on the wall in Berlin', () => {
  it('shows an instant in summer and in winter', () => {
    expect(wallOf('2026-07-01T22:30:00Z')).toBe('2026-07-02T00:30');
    expect(wallOf('2026-12-01T22:30:00Z')).toBe('2026-12-01T23:30');
    expect(dayOf('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  it('shows a time once on most days', () => {
    expect(utc('2026-12-03T10:00')).toEqual(['2026-12-03T09:00:00.000Z']);
    expect(utc('2026-07-03T00:00')).toEqual(['2026-07-02T22:00:00.000Z']);
  });

  it('never shows the hour that summer time leaves out', () => {
    expect(utc('2027-03-28T02:30')).toEqual([]);
    expect(utc('2027-03-28T03:00')).toEqual(['2027-03-28T01:00:00.000Z']);
  });

  it('shows the hour that winter time repeats twice, summer time first', () => {
    expect(utc('2026-10-25T02:00')).toEqual(['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']);
    expect(utc('2026-10-25T03:00')).toHaveLength(1);
  });

  it('knows no time that nobody can write', () => {
    expect(utc('2026-13-03T10:00')).toEqual([]);
  });
});

describe('days', () => {
  it('are counted over the change of a clock, of a month and of a year', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('belong to weeks that begin on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  });

  it('lead to the first of another month', () => {
    expect([addMonths('2026-12-31', 1), addMonths('2026-03-31', -1)]).toEqual(['2027-01-01', '2026-02-01']);
  });

  it('are only those that the calendar has', () => {
    expect([isDay('2026-02-28'), isDay('2026-02-29'), isDay('gestern'), isDay(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
