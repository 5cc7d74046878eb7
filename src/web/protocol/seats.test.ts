import { describe, expect, it } from 'vitest';
import type { ParticipantView } from './messages';
import { othersOf, sideOf } from './seats';

const seated = (...seats: ParticipantView['seat'][]): ParticipantView[] =>
  seats.map(seat => ({ seat, role: sideOf(seat), state: 'in', away: false, linkUntil: null }));

describe('seats', () => {
  it('lets whoever sat down later make the first offer', () => {
    const both = seated('requester', 'interpreter');
    expect(othersOf('interpreter', both)).toEqual([{ seat: 'requester', offersFirst: 'own' }]);
    expect(othersOf('requester', both)).toEqual([{ seat: 'interpreter', offersFirst: 'other' }]);
  });

  it('gives a relief who came last the first offer to everybody', () => {
    const three = seated('requester', 'interpreter', 'guest_1', 'interpreter_2');
    expect(othersOf('interpreter_2', three).every(other => other.offersFirst === 'own')).toBe(true);
    expect(othersOf('guest_1', three).map(other => other.offersFirst)).toEqual(['own', 'own', 'other']);
  });

  it('leaves out who waits at the door', () => {
    const [requester, interpreter, guest] = seated('requester', 'interpreter', 'guest_1');
    const all = [requester, interpreter, { ...guest, state: 'waiting' }] as ParticipantView[];
    expect(othersOf('requester', all).map(other => other.seat)).toEqual(['interpreter']);
  });

  it('connects nobody who has no seat', () => {
    expect(othersOf('guest_2', seated('requester', 'interpreter'))).toEqual([]);
  });
});
