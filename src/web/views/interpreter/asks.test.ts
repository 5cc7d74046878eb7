import { describe, expect, it } from 'vitest';
import { appointment } from '../appointments/test/given';
import { type Ask, byDeadline, clashes, divide, readMySearch } from './asks';

const now = Date.parse('2026-12-01T12:00:00Z');
const ask = (id: string, answerBy: string): Ask => ({
  id,
  appointment: appointment(),
  askedAt: '2026-11-30T12:00:00Z',
  answerBy,
  rank: 1,
});

describe('what is asked', () => {
  it('stands in the order of the deadlines, without those that are over', () => {
    const asks = [
      ask('later', '2026-12-02T14:00:00Z'),
      ask('over', '2026-12-01T12:00:00Z'),
      ask('sooner', '2026-12-01T14:00:00Z'),
    ];
    expect(byDeadline(asks, now).map(one => one.id)).toEqual(['sooner', 'later']);
  });

  it('clashes with an own appointment only when both share time', () => {
    const own = (startsAt: string, endsAt: string) => appointment({ state: 'assigned', startsAt, endsAt });
    const before = own('2026-12-03T08:00:00Z', '2026-12-03T09:00:00Z');
    const within = own('2026-12-03T09:30:00Z', '2026-12-03T10:30:00Z');
    const cancelled = { ...within, state: 'cancelled' as const };
    expect(clashes(appointment(), [before, within, cancelled])).toEqual([within]);
  });
});

describe('own appointments', () => {
  it('are to come until they end', () => {
    const running = appointment({
      id: 'running',
      state: 'assigned',
      startsAt: '2026-12-01T11:30:00Z',
      endsAt: '2026-12-01T12:30:00Z',
    });
    const held = appointment({ id: 'held', state: 'held', startsAt: '2026-11-20T09:00:00Z' });
    const cancelled = appointment({ id: 'cancelled', state: 'cancelled' });
    const { coming, over } = divide([cancelled, held, running], now);
    expect([coming.map(one => one.id), over.map(one => one.id)]).toEqual([
      ['running'],
      ['cancelled', 'held'],
    ]);
  });
});

describe('the address of the mail', () => {
  it('names one question, or one appointment, or nothing', () => {
    const anfrage = 'de300000-0000-4000-8001-000000000001';
    expect(readMySearch({ anfrage })).toEqual({ anfrage });
    expect(readMySearch({ anfrage: 'ja', termin: 7 })).toEqual({});
  });
});
