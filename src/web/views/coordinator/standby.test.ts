import { expect, it } from 'vitest';
import { holdOf, type OwnStandby, partedStandby } from '../interpreter/ownStandby';
import { partedShifts, type StandbyShift, stateOf, takenOf } from './standby';

const now = Date.parse('2026-12-01T10:00:00Z');
const shift = (id: string, change: Partial<StandbyShift> = {}) =>
  ({
    id,
    startsAt: '2026-12-01T11:00:00Z',
    endsAt: '2026-12-01T12:00:00Z',
    state: 'open',
    places: 2,
    takes: [],
    ...change,
  }) as unknown as StandbyShift;
const own = (change: Partial<OwnStandby> = {}) =>
  ({
    state: 'accepted',
    endsAt: '2026-12-03T12:00:00Z',
    giveBackUntil: '2026-12-02T11:00:00Z',
    ...change,
  }) as unknown as OwnStandby;

it('a shift is over once it has ended, unless it was called off', () => {
  const ended = { endsAt: '2026-12-01T10:00:00Z' };
  expect(stateOf(shift('a'), now)).toBe('open');
  expect(stateOf(shift('a', ended), now)).toBe('over');
  expect(stateOf(shift('a', { ...ended, state: 'cancelled' }), now)).toBe('cancelled');
});

it('what comes stands first, what is over or called off behind, the latest first', () => {
  const { ahead, past } = partedShifts(
    [
      shift('old', { endsAt: '2026-11-01T10:00:00Z' }),
      shift('newer', { endsAt: '2026-11-02T10:00:00Z' }),
      shift('open'),
      shift('off', { state: 'cancelled' }),
      shift('full', { state: 'filled' }),
    ],
    now,
  );
  expect([ahead.map(one => one.id), past.map(one => one.id)]).toEqual([
    ['open', 'full'],
    ['off', 'newer', 'old'],
  ]);
});

it('a place is taken by who accepted or has served', () => {
  const takes = ['offered', 'accepted', 'declined', 'served', 'cancelled'].map(state => ({ state }));
  expect(takenOf(shift('a', { takes: takes as StandbyShift['takes'] }))).toBe(2);
});

it('a promise can be given back until the limit, and is binding afterwards', () => {
  expect(holdOf(own(), now)).toBe('free');
  expect(holdOf(own({ giveBackUntil: '2026-12-01T09:59:59Z' }), now)).toBe('binding');
  expect(holdOf(own({ endsAt: '2026-12-01T10:00:00Z' }), now)).toBe('over');
  expect(holdOf(own({ state: 'cancelled' }), now)).toBe('withdrawn');
});

it('parts offers, promises and what was served', () => {
  const rows = (['served', 'offered', 'accepted', 'cancelled', 'served'] as const).map((state, at) =>
    own({ id: `${at}`, state }),
  );
  const { offers, promised, served } = partedStandby(rows);
  expect([offers, promised, served].map(part => part.map(row => row.id))).toEqual([
    ['1'],
    ['2', '3'],
    ['4', '0'],
  ]);
});
