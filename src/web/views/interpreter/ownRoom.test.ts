import { describe, expect, it } from 'vitest';
import { day } from '../../i18n/de/day';
import type { RoomAsRead } from '../shared/room';
import { ownRoomState } from './ownRoom';

const at = (time: string) => Date.parse(`2026-12-03T${time}Z`);
const room = (change: Partial<RoomAsRead> = {}): RoomAsRead => ({
  id: 'a',
  opensAt: '2026-12-03T08:50:00Z',
  startsAt: '2026-12-03T09:00:00Z',
  endsAt: '2026-12-03T09:45:00Z',
  isOpen: true,
  interpreterReady: false,
  customerWaits: false,
  isTalking: false,
  mayReplace: false,
  mayReplaceFrom: null,
  customerMissedAt: '2026-12-03T09:15:00Z',
  interpreterMissedAt: '2026-12-03T09:30:00Z',
  nextStartsAt: null,
  readAt: at('08:55:00'),
  ...change,
});
const never = { customerCameAt: null };
const came = { customerCameAt: '2026-12-03T08:58:00Z' };
const ready = { interpreterReady: true };

describe('the own room', () => {
  it('opens by the clock', () => {
    const closed = room({ isOpen: false, readAt: at('08:40:00') });
    expect(ownRoomState(closed, never, false, at('08:49:59'))).toBe('ahead');
    expect(ownRoomState(closed, never, false, at('08:50:00'))).toBe('toConfirm');
  });

  it('says from the start on that the interpreter is missing, and since when it counts', () => {
    expect(ownRoomState(room(), never, false, at('09:00:00'))).toBe('overdue');
    expect(ownRoomState(room(), never, false, at('09:30:00'))).toBe('overdueMissed');
  });

  it('waits for the customer until the absence counts as missed', () => {
    expect(ownRoomState(room(ready), never, false, at('09:14:59'))).toBe('customerAbsent');
    expect(ownRoomState(room(ready), never, false, at('09:15:00'))).toBe('customerMissed');
    const closed = room({ ...ready, isOpen: false, readAt: at('09:15:10') });
    expect(ownRoomState(closed, never, false, at('09:15:20'))).toBe('customerMissed');
  });

  it('tells a customer who went from one who never came', () => {
    expect(ownRoomState(room(ready), came, false, at('09:20:00'))).toBe('customerLeft');
    expect(ownRoomState(room(ready), never, true, at('09:20:00'))).toBe('customerLeft');
    expect(ownRoomState(room({ ...ready, customerWaits: true }), came, false, at('09:20:00'))).toBe(
      'customerWaits',
    );
  });

  it('is over with the slot, unless they still talk', () => {
    expect(ownRoomState(room(ready), came, true, at('09:45:00'))).toBe('over');
    expect(ownRoomState(room({ isTalking: true }), came, false, at('09:50:00'))).toBe('talking');
  });

  it('has a sentence for every state', () => {
    for (const state of ['ahead', 'toConfirm', 'overdue', 'overdueMissed', 'customerAbsent'] as const)
      expect(day.own).toHaveProperty(state);
  });
});
