import { expect, test } from 'vitest';
import {
  countOf,
  failureOf,
  type MailRow,
  type Outbox,
  outboxQuery,
  readOutboxSearch,
  waitOf,
} from './outbox';

const at = '2026-11-26T09:00:00Z';
const later = '2026-11-26T10:00:00Z';
const row = (change: Partial<MailRow>) =>
  ({
    state: 'waiting',
    createdAt: at,
    notBefore: at,
    nextAttemptAt: at,
    error: null,
    ...change,
  }) as MailRow;

test('an address written by hand keeps what makes sense', () => {
  const mail = '01234567-89ab-cdef-0123-456789abcdef';
  expect(readOutboxSearch({ stand: 'given_up', seite: 2, mail })).toEqual({
    stand: 'given_up',
    seite: 2,
    mail,
  });
  expect(readOutboxSearch({ stand: 'lost', seite: 'zwei', mail: '7' })).toEqual({});
});

test('the first page needs no place in the address', () => {
  expect(readOutboxSearch({ seite: 1 })).toEqual({});
  expect(outboxQuery({ stand: 'sent', mail: 'x' })).toBe('?state=sent');
  expect(outboxQuery({ seite: 3 })).toBe('?page=3');
});

test('a state that the server does not name has no mails', () => {
  const outbox = { counts: [{ state: 'sent', count: 4 }] } as Outbox;
  expect([countOf(outbox, 'sent'), countOf(outbox, 'waiting'), countOf(undefined, 'sent')]).toEqual([
    4, 0, 0,
  ]);
});

test('every failure has a sentence, also one that is not known yet', () => {
  expect(failureOf('smtp_550')).toEqual({ key: 'refused', status: '550' });
  expect(failureOf('tls')).toEqual({ key: 'tls' });
  expect(failureOf('something_new')).toEqual({ key: 'unexpected' });
});

test('a mail that waits says for what', () => {
  expect(waitOf(row({}))).toBeNull();
  expect(waitOf(row({ notBefore: later }))).toEqual({ key: 'notBefore', at: later });
  expect(waitOf(row({ error: 'smtp_451', nextAttemptAt: later }))).toEqual({ key: 'nextAttempt', at: later });
  expect(waitOf(row({ state: 'sent', notBefore: later }))).toBeNull();
});
