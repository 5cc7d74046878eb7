import { describe, expect, it } from 'vitest';
import { pauseUntilNext, phaseOf, type RoomAsRead } from './room';

const at = (time: string) => Date.parse(`2026-12-03T${time}Z`);
const room = (isOpen: boolean, readAt: string) =>
  ({
    isOpen,
    opensAt: '2026-12-03T08:50:00Z',
    startsAt: '2026-12-03T09:00:00Z',
    endsAt: '2026-12-03T09:45:00Z',
    readAt: at(readAt),
  }) as RoomAsRead;

describe('a room', () => {
  it('opens and closes on the second', () => {
    const before = room(false, '08:49:00');
    expect(phaseOf(before, at('08:49:59'))).toBe('ahead');
    expect(phaseOf(before, at('08:50:00'))).toBe('open');
    expect(phaseOf(room(true, '09:44:55'), at('09:45:00'))).toBe('over');
  });

  it('is over before its end where the server says so', () => {
    expect(phaseOf(room(false, '09:20:00'), at('09:20:05'))).toBe('over');
  });

  it('is looked at seldom before it opens, at the opening, and then often', () => {
    const { opensAt } = room(false, '08:00:00');
    expect(pauseUntilNext({ opensAt }, at('08:00:00'))).toBe(60_000);
    expect(pauseUntilNext({ opensAt }, at('08:49:40'))).toBe(20_500);
    expect(pauseUntilNext({ opensAt }, at('08:50:00'))).toBe(10_000);
    expect(pauseUntilNext(undefined, at('08:00:00'))).toBe(10_000);
  });
});
