import { expect, test } from 'vitest';
import { endOf, notFree, type PastOffer } from './reasons';
import { interpreter } from './test/given';

test('who cannot be rung is told by what is really so', () => {
  expect(notFree(interpreter('a', 'offline'))).toBe('offline');
  expect(notFree(interpreter('a', 'in_session'))).toBe('in_session');
  const { presence } = interpreter('a', 'available');
  expect(notFree(interpreter('a', 'available', { presence: { ...presence, inHours: false } }))).toBe(
    'outside',
  );
  expect(notFree(interpreter('a', 'available', { connected: false }))).toBe('away');
  expect(notFree(interpreter('a', 'available', { ringingFor: 'other' }))).toBe('ringing');
});

test('every end of an offer has its word', () => {
  const offer = (change: Partial<PastOffer>) =>
    ({ state: 'open', declineReason: null, withdrawnBecause: null, ...change }) as PastOffer;
  expect(endOf(offer({}))).toBe('open');
  expect(endOf(offer({ state: 'expired' }))).toBe('expired');
  expect(endOf(offer({ state: 'declined', declineReason: 'bias' }))).toBe('declined.bias');
  expect(endOf(offer({ state: 'withdrawn', withdrawnBecause: 'taken_by_other' }))).toBe(
    'withdrawn.taken_by_other',
  );
});
