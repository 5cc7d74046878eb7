import { expect, test } from 'vitest';
import type { OwnRequest } from '../requester/history';
import { peopleOf } from './people';

const talk = (interpreterId: string, number: string, startedAt: string) => ({
  session: { interpreterId, interpreterNumber: number, startedAt } as NonNullable<OwnRequest['session']>,
});
const rows = [
  talk('b', 'D-0002', '2026-11-26T09:00:00Z'),
  { session: null },
  talk('a', 'D-0001', '2026-11-25T09:00:00Z'),
  talk('b', 'D-0002', '2026-11-20T09:00:00Z'),
];

test('everybody of the history is there once, the last first', () => {
  expect(peopleOf(rows, null).map(({ number, last }) => [number, last])).toEqual([
    ['D-0002', '2026-11-26T09:00:00Z'],
    ['D-0001', '2026-11-25T09:00:00Z'],
  ]);
});

test('whom the form names already is among them, also without a conversation', () => {
  const named = (id: string) => peopleOf(rows, { interpreterId: id, number: 'D-0009' });
  expect(named('c').at(-1)).toEqual({ interpreterId: 'c', number: 'D-0009', last: null });
  expect(named('a').map(({ number, last }) => [number, last])).toContainEqual([
    'D-0001',
    '2026-11-25T09:00:00Z',
  ]);
});
