import { describe, expect, it } from 'vitest';
import { awaitStep, isAwaited } from './awaited';

const appointment = { id: 'a', endsAt: '2026-12-03T09:45:00Z' };
const room = { interpreterReady: false, mayReplace: false, startsAt: '2026-12-03T09:00:00Z' };
const before = Date.parse('2026-12-03T08:59:59Z');
const after = Date.parse('2026-12-03T09:00:00Z');

describe('a request of an appointment', () => {
  it('waits for the one bound to it, until somebody else is searched for', () => {
    expect(isAwaited({ appointment, priority: 'normal' })).toBe(true);
    expect(isAwaited({ appointment, priority: 'appointment_uncovered' })).toBe(false);
    expect(isAwaited({ appointment: null, priority: 'normal' })).toBe(false);
    expect(isAwaited(null)).toBe(false);
  });
});

describe('the room', () => {
  it('is early before the start and late from it on', () => {
    expect(awaitStep({ state: 'offered' }, room, before)).toBe('early');
    expect(awaitStep({ state: 'waiting' }, room, after)).toBe('late');
  });

  it('says that the interpreter is ready, late or not', () => {
    expect(awaitStep({ state: 'offered' }, { ...room, interpreterReady: true }, before)).toBe('ready');
    expect(awaitStep({ state: 'offered' }, { ...room, interpreterReady: true }, after)).toBe('ready');
  });

  it('does not call somebody ready who does not answer', () => {
    const room = { interpreterReady: true, mayReplace: true, startsAt: '2026-12-03T09:00:00Z' };
    expect(awaitStep({ state: 'offered' }, room, after + 16 * 60_000)).toBe('late');
  });

  it('connects once accepted', () => {
    expect(awaitStep({ state: 'assigned' }, room, after)).toBe('accepted');
  });
});
