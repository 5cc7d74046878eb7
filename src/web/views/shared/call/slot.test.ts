import { expect, test } from 'vitest';
import { slotMoment } from './slot';

test('the slot is quiet until five minutes before its end', () => {
  const moment = (time: string) => slotMoment('2026-12-03T10:00:00Z', Date.parse(`2026-12-03T${time}Z`));
  expect(moment('09:54:59')).toBe('quiet');
  expect(moment('09:55:00')).toBe('soon');
  expect(moment('09:59:59')).toBe('soon');
  expect(moment('10:00:00')).toBe('over');
  expect(moment('10:40:00')).toBe('over');
});
