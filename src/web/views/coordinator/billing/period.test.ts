import { expect, test } from 'vitest';
import { isUsable, lastMonth } from './period';

test('the last month ends the day before this one', () => {
  expect(lastMonth('2026-03-15')).toEqual({ from: '2026-02-01', until: '2026-02-28' });
  expect(lastMonth('2026-01-01')).toEqual({ from: '2025-12-01', until: '2025-12-31' });
});

test('a period has its days in order and is about a year at most', () => {
  expect(isUsable({ from: '2026-03-01', until: '2026-03-01' })).toBe(true);
  expect(isUsable({ from: '2026-03-02', until: '2026-03-01' })).toBe(false);
  expect(isUsable({ from: '2025-01-01', until: '2026-03-01' })).toBe(false);
});
