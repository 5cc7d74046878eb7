import { expect, test } from 'vitest';
import { durationOf, readCadence } from './jobs';

test('a cadence is read as the server writes it', () => {
  expect(readCadence('seconds:20')).toEqual({ kind: 'seconds', count: 20 });
  expect(readCadence('minutes:10')).toEqual({ kind: 'minutes', count: 10 });
  expect(readCadence('daily:03:40')).toEqual({ kind: 'daily', time: '03:40' });
});

test('a run lasts from its start to its end, and one that runs has no length yet', () => {
  const startedAt = '2026-11-27T09:00:00.000Z';
  expect(durationOf({ startedAt, finishedAt: '2026-11-27T09:00:01.250Z' })).toBe(1.3);
  expect(durationOf({ startedAt, finishedAt: null })).toBeNull();
});
