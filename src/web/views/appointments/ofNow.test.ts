import { describe, expect, it } from 'vitest';
import { daysOfNow, isOfNow, ofNow } from './ofNow';
import { appointment } from './test/given';

const assigned = (id: string, startsAt: string, endsAt: string, isOwn = true) =>
  appointment({ id, state: 'assigned', startsAt, endsAt, isOwn });
const ten = assigned('ten', '2026-12-03T09:00:00Z', '2026-12-03T09:45:00Z');
const at = (time: string) => Date.parse(`2026-12-03T${time}Z`);
const shown = (now: number, ...all: (typeof ten)[]) => ofNow(all, now).map(one => one.id);

describe('an appointment of now', () => {
  it('begins an hour before the start and ends with the slot', () => {
    expect(['07:59:59', '08:00:00', '09:44:59', '09:45:00'].map(time => isOfNow(ten, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has somebody bound to it', () => {
    for (const state of ['requested', 'cancelled', 'held', 'missed'] as const)
      expect(isOfNow({ ...ten, state }, at('09:00:00'))).toBe(false);
  });

  it('is looked for on the day before, too, and shortly before midnight on the next', () => {
    expect(daysOfNow(at('09:00:00'))).toEqual({ from: '2026-12-02', to: '2026-12-03' });
    expect(daysOfNow(at('22:30:00'))).toEqual({ from: '2026-12-02', to: '2026-12-04' });
  });
});

describe('the card', () => {
  const eleven = assigned('eleven', '2026-12-03T09:45:00Z', '2026-12-03T10:30:00Z');
  const others = assigned('others', '2026-12-03T08:30:00Z', '2026-12-03T09:30:00Z', false);

  it('shows the own ones in their order', () => {
    expect(shown(at('09:40:00'), eleven, others, ten)).toEqual(['ten', 'eleven']);
  });

  it('shows one of the unit where there is no own one', () => {
    expect(shown(at('09:00:00'), others, { ...ten, isOwn: false })).toEqual(['others']);
    expect(shown(at('06:00:00'), others, ten)).toEqual([]);
  });
});
