import { describe, expect, it } from 'vitest';
import { appointment } from '../appointments/test/given';
import { readinessOf } from './readiness';

const at = (time: string) => Date.parse(`2026-12-03T${time}Z`);
const ten = appointment({ state: 'assigned' });
const ready = { ...ten, readyAt: '2026-12-03T08:52:00Z', interpreterReady: true };
const nobody = { customerWaits: false, isTalking: false };
const waits = { customerWaits: true, isTalking: false };
const talks = { customerWaits: false, isTalking: true };

describe('readiness', () => {
  it('is looked at from ten minutes before the start until the end', () => {
    const shown = ['08:49:59', '08:50:00', '09:44:59', '09:45:00'].map(
      time => readinessOf(ten, nobody, at(time)).length,
    );
    expect(shown).toEqual([0, 1, 1, 0]);
    expect(readinessOf(ten, nobody, at('08:40:00'), 20)).toEqual(['notReady']);
  });

  it('turns from yellow to red at the start', () => {
    expect(readinessOf(ten, nobody, at('08:59:59'))).toEqual(['notReady']);
    expect(readinessOf(ten, nobody, at('09:00:00'))).toEqual(['overdue']);
    expect(readinessOf(ready, nobody, at('09:00:00'))).toEqual(['ready']);
  });

  it('is not ready who said so and has gone since', () => {
    const gone = { ...ready, interpreterReady: false };
    expect(readinessOf(gone, nobody, at('08:59:59'))).toEqual(['notReady']);
    expect(readinessOf(gone, waits, at('09:05:00'))).toEqual(['overdue', 'customerWaits']);
  });

  it('says that the customer waits', () => {
    expect(readinessOf(ten, waits, at('09:05:00'))).toEqual(['overdue', 'customerWaits']);
    expect(readinessOf(ready, waits, at('09:05:00'))).toEqual(['ready', 'customerWaits']);
  });

  it('is nothing but the conversation while they talk, also beyond the end', () => {
    expect(readinessOf(ready, talks, at('09:05:00'))).toEqual(['talking']);
    expect(readinessOf(ready, talks, at('09:50:00'))).toEqual(['talking']);
  });

  it('is nothing where nobody is bound or all is over', () => {
    for (const state of ['requested', 'held', 'missed', 'cancelled'] as const)
      expect(readinessOf({ ...ten, state }, waits, at('09:00:00'))).toEqual([]);
  });
});
