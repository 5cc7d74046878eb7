import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection, delay } from './connection';
import { toHubError } from './hubError';
import { PlayedWire, situation } from './test/given';

let wire: PlayedWire;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  wire = new PlayedWire();
  connection = new Connection({ wire, deviceId: 'd', random: () => 0 });
});
afterEach(() => vi.useRealTimers());

test('the whole situation is asked for on every connect', async () => {
  connection.holdsSessionId = 's';
  await connection.start();
  wire.drop();
  await vi.advanceTimersByTimeAsync(1000);
  const resume = ['Resume', { deviceId: 'd', holdsSessionId: 's', takeCall: false }];
  expect(wire.invoked).toEqual([resume, resume]);
});

test('a fact that the situation already contains is dropped', async () => {
  const seen: number[] = [];
  connection.on('OfferExpired', fact => seen.push(fact.revision));
  await connection.start();
  wire.tell('OfferExpired', { revision: 10, offerId: 'a' });
  wire.tell('OfferExpired', { revision: 11, offerId: 'b' });
  expect(seen).toEqual([11]);
});

test('facts that arrive before the situation wait for it and keep their order', async () => {
  const seen: unknown[] = [];
  let answer: (value: unknown) => void = () => {};
  wire.answers.Resume = new Promise(resolve => {
    answer = resolve;
  });
  connection.on('situation', () => seen.push('situation'));
  connection.on('OfferExpired', fact => seen.push(fact.revision));
  const started = connection.start();
  await vi.advanceTimersByTimeAsync(0);
  for (const revision of [9, 11, 12]) wire.tell('OfferExpired', { revision, offerId: 'a' });
  answer(situation());
  await started;
  expect(seen).toEqual(['situation', 11, 12]);
});

test('it never gives up', async () => {
  wire.failStarts = 30;
  await connection.start();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(connection.status.getSnapshot()).toBe('connected');
  expect(wire.starts).toBe(31);
});

test('it stops where the sign-in has run out', async () => {
  const signedOut = vi.fn();
  connection = new Connection({ wire, deviceId: 'd', isSignedIn: () => Promise.resolve(false) });
  connection.on('signedOut', signedOut);
  wire.failStarts = 5;
  await connection.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signedOut).toHaveBeenCalledOnce();
  expect(wire.starts).toBe(1);
});

test('nothing can be invoked while there is no connection', async () => {
  await connection.start();
  wire.drop();
  await expect(connection.invoke('EndWrapUp')).rejects.toMatchObject({ code: 'hub_away' });
});

test('an error carries the code and the trace id of the server', () => {
  const text = `An unexpected error occurred invoking 'X' on the server. HubException: {"code":"forbidden","traceId":"t"}`;
  expect(toHubError(new Error(text))).toMatchObject({ code: 'forbidden', traceId: 't' });
});

test('delays grow to ten seconds and are spread', () => {
  expect([delay(0, 0), delay(0, 1), delay(20, 0), delay(20, 1)]).toEqual([100, 400, 2500, 10_000]);
});
