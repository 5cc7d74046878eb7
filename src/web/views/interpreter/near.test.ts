import { expect, test } from 'vitest';
import { appointment } from '../appointments/test/given';
import { nearOnes } from './near';

const now = Date.parse('2026-12-03T09:20:00Z');
const one = (id: string, change: Parameters<typeof appointment>[0]) =>
  appointment({ id, state: 'assigned', ...change });

test('what is near stands in order, with the one to which the customer never came', () => {
  const all = [
    one('next', { startsAt: '2026-12-03T10:00:00Z', endsAt: '2026-12-03T11:00:00Z' }),
    one('tomorrow', { startsAt: '2026-12-04T09:00:00Z', endsAt: '2026-12-04T10:00:00Z' }),
    one('nobody came', { state: 'missed', missedBy: 'customer' }),
    one('missed myself', { state: 'missed', missedBy: 'interpreter' }),
    one('cancelled', { state: 'cancelled' }),
  ];
  expect(nearOnes(all, now).map(({ id }) => id)).toEqual(['nobody came', 'next']);
});
