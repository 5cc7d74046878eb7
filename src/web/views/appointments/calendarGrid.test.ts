import { describe, expect, it } from 'vitest';
import { byDay, periodOf, turn, weekOf, weeksOf } from './calendarGrid';
import { appointment } from './test/given';

const edges = (day: string) => [weeksOf(day)[0]?.[0], weeksOf(day).at(-1)?.at(-1), weeksOf(day).length];

describe('the month', () => {
  it('has whole weeks and reaches over its borders', () => {
    expect(edges('2026-12-15')).toEqual(['2026-11-30', '2027-01-03', 5]);
    expect(edges('2026-08-31')).toEqual(['2026-07-27', '2026-09-06', 6]);
  });

  it('needs no other week when it fills its own', () => {
    expect(edges('2027-02-28')).toEqual(['2027-02-01', '2027-02-28', 4]);
  });

  it('has each day once in the months in which the clocks change', () => {
    for (const month of ['2026-10-01', '2027-03-01']) {
      const days = weeksOf(month).flat();
      expect(new Set(days).size).toBe(days.length);
      expect(days.filter(day => day.startsWith(month.slice(0, 7)))).toHaveLength(31);
    }
  });
});

describe('the week', () => {
  it('runs from Monday to Sunday, also when the clocks change in it', () => {
    expect(weekOf('2026-10-25')).toEqual([19, 20, 21, 22, 23, 24, 25].map(date => `2026-10-${date}`));
    expect(weekOf('2027-03-28').at(-1)).toBe('2027-03-28');
  });
});

describe('the period of a view', () => {
  it('is all that can be booked ahead for the list', () => {
    expect(periodOf('liste', '2026-11-27')).toEqual({ from: '2026-11-27', to: '2027-02-25' });
  });

  it('is what is seen for week and month', () => {
    expect(periodOf('woche', '2026-11-27')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf('monat', '2026-11-27')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  });

  it('follows without a gap when one turns the page', () => {
    expect(turn('liste', '2026-11-27', 1)).toBe('2027-02-26');
    expect(turn('woche', '2026-11-27', -1)).toBe('2026-11-20');
    expect(turn('monat', '2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('appointments by day', () => {
  it('stand on the day in Berlin on which they start, in order', () => {
    const days = byDay([
      appointment({ id: 'late', startsAt: '2026-12-03T22:45:00Z' }),
      appointment({ id: 'next', startsAt: '2026-12-03T23:00:00Z' }),
      appointment({ id: 'early', startsAt: '2026-12-03T07:00:00Z' }),
    ]);
    expect([...days].map(([day, list]) => [day, list.map(one => one.id)])).toEqual([
      ['2026-12-03', ['early', 'late']],
      ['2026-12-04', ['next']],
    ]);
  });

  it('keep both runs of the hour that comes twice apart', () => {
    const days = byDay([
      appointment({ id: 'winter', startsAt: '2026-10-25T01:30:00Z' }),
      appointment({ id: 'summer', startsAt: '2026-10-25T00:30:00Z' }),
    ]);
    expect(days.get('2026-10-25')?.map(one => one.id)).toEqual(['summer', 'winter']);
  });
});
