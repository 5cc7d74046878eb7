import { expect, test } from 'vitest';
import { addMonths, readMonthSearch } from './month';

test('months go on over the turn of the year', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-06', -18)).toBe('2024-12');
});

test('what is no month is not taken from the address', () => {
  expect(readMonthSearch({ monat: '2026-11' })).toEqual({ monat: '2026-11' });
  for (const monat of ['2026-13', '2026-1', 'November', 202611, undefined])
    expect(readMonthSearch({ monat })).toEqual({});
});
