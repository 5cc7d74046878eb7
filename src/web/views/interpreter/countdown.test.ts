import { expect, test } from 'vitest';
import { interpreter } from '../../i18n/de/interpreter';
import { remaining } from './countdown';
import { declineReasons } from './declineReasons';
import { dayOf, type PastSession } from './today';

const offer = { offeredAt: '2026-11-22T10:00:00Z', expiresAt: '2026-11-22T10:00:20Z' };
const at = (instant: string) => Date.parse(instant);

test('a countdown begins full and ends empty', () => {
  expect(remaining(offer, at('2026-11-22T10:00:00Z'))).toEqual({ seconds: 20, share: 1 });
  expect(remaining(offer, at('2026-11-22T10:00:15Z'))).toEqual({ seconds: 5, share: 0.25 });
  expect(remaining(offer, at('2026-11-22T10:05:00Z'))).toEqual({ seconds: 0, share: 0 });
});

test('a clock that is behind shows no more than the whole time', () => {
  expect(remaining(offer, at('2026-11-22T09:59:00Z'))).toEqual({ seconds: 20, share: 1 });
});

test('every reason to decline has a word', () => {
  expect(Object.keys(interpreter.reason)).toEqual([...declineReasons]);
});

const session = (id: string, startedAt: string | null, clockSeconds: number) =>
  ({
    id,
    startedAt,
    createdAt: startedAt ?? '',
    clockSeconds,
    stints: [] as PastSession['stints'],
  }) as PastSession;

test('today is the day in Berlin, and only sessions that took place count', () => {
  const rows = [
    session('yesterday', '2026-11-21T22:59:00Z', 600),
    session('after midnight', '2026-11-21T23:01:00Z', 90),
    session('now', '2026-11-22T09:00:00Z', 100),
    session('never', null, 0),
  ];
  const { held, seconds } = dayOf(rows, at('2026-11-22T10:00:00Z'));
  expect(held.map(row => row.id)).toEqual(['now', 'after midnight']);
  expect(seconds).toBe(190);
});
