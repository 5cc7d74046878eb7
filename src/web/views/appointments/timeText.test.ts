import '../shared/words';
import { describe, expect, it } from 'vitest';
import { leftText, lengthText, momentText, periodText, timesText } from './timeText';

const slot = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

describe('the time of an appointment', () => {
  it('is said in Berlin time', () => {
    expect(periodText(slot('2026-12-03T09:00:00Z', '2026-12-03T09:45:00Z'))).toBe(
      'Donnerstag, 3. Dezember 2026, 10:00 bis 10:45 Uhr',
    );
    expect(momentText('2026-07-01T13:00:00Z')).toBe('Mittwoch, 1. Juli 2026, 15:00 Uhr');
  });

  it('names the other day when midnight lies between', () => {
    expect(timesText(slot('2026-12-03T22:30:00Z', '2026-12-03T23:30:00Z'))).toBe(
      '23:30 bis Fr., 4. Dez., 00:30 Uhr',
    );
  });

  it('says which of the two hours is meant when winter time begins', () => {
    expect(timesText(slot('2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z'))).toBe(
      '02:30 Uhr (Sommerzeit) bis 02:15 Uhr (Winterzeit)',
    );
    expect(timesText(slot('2026-10-25T01:30:00Z', '2026-10-25T02:15:00Z'))).toBe(
      '02:30 Uhr (Winterzeit) bis 03:15 Uhr',
    );
  });

  it('jumps with the wall when summer time begins', () => {
    expect(timesText(slot('2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'))).toBe('01:30 bis 03:30 Uhr');
  });
});

describe('a length', () => {
  it.each([
    [15, '15 Minuten'],
    [60, '1 Stunde'],
    [75, '1 Stunde 15 Minuten'],
    [360, '6 Stunden'],
  ])('of %i minutes is %s', (minutes, text) => {
    expect(lengthText(minutes)).toBe(text);
  });
});

describe('what is left', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');

  it.each([
    ['2026-12-05T12:00:00Z', 'noch 4 Tage'],
    ['2026-12-03T11:59:00Z', 'noch 47 Stunden'],
    ['2026-12-01T14:00:00Z', 'noch 2 Stunden'],
    ['2026-12-01T13:59:30Z', 'noch 119 Minuten'],
    ['2026-12-01T12:01:30Z', 'noch 1 Minute'],
    ['2026-12-01T12:00:30Z', 'noch unter 1 Minute'],
    ['2026-12-01T12:00:00Z', 'Die Frist ist abgelaufen'],
  ])('until %s is "%s"', (until, text) => {
    expect(leftText(until, now)).toBe(text);
  });
});
