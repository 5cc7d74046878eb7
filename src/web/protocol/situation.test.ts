import { expect, test } from 'vitest';
import { Connection } from './connection';
import { Floor } from './floor';
import { Rows } from './rows';
import { applyFact, followSituation } from './situation';
import { offer, PlayedWire, session, situation } from './test/given';

test('an offer that is received twice is there once', () => {
  const fact = { revision: 11, offer: offer('a') };
  const once = applyFact(situation(), 'OfferReceived', fact);
  expect(applyFact(once, 'OfferReceived', fact).offers).toHaveLength(1);
});

test('an expired offer disappears', () => {
  const now = situation({ offers: [offer('a'), offer('b')] });
  expect(applyFact(now, 'OfferExpired', { revision: 11, offerId: 'a' }).offers).toEqual([offer('b')]);
});

test('the end of a session leaves it to be read and takes the call away', () => {
  const now = situation({ session: session('active') });
  const ended = applyFact(now, 'SessionEnded', { revision: 11, session: session('ended') });
  expect(ended).toMatchObject({ call: null, session: { state: 'ended' } });
});

test('a session that ended while the hub was away is shown as ended', async () => {
  const wire = new PlayedWire();
  wire.answers.Resume = situation({ session: session('active') });
  const connection = new Connection({ wire, deviceId: 'd' });
  const store = followSituation(connection);
  await connection.start();
  wire.answers.Resume = situation();
  await connection.resume();
  expect(store.getSnapshot()?.session).toMatchObject({ state: 'ended', clock: { running: false } });
});

test('changes of a board are gathered per frame, and only changed rows hear of them', () => {
  const frames: (() => void)[] = [];
  const rows = new Rows<{ id: string; n: number }>(run => frames.push(run));
  const heard: string[] = [];
  rows.subscribeRow('a', () => heard.push('a'));
  rows.subscribeRow('b', () => heard.push('b'));
  rows.change([{ id: 'a', n: 1 }]);
  rows.change([{ id: 'a', n: 2 }]);
  for (const frame of frames) frame();
  expect([frames.length, heard, rows.getAll()]).toEqual([1, ['a'], [{ id: 'a', n: 2 }]]);
});

test('the floor is asked for anew after a reconnect', async () => {
  const wire = new PlayedWire();
  const empty = { revision: 10, serverTime: '', requests: [], sessions: [], interpreters: [] };
  wire.answers.WatchFloor = { ...empty, sessions: [{ id: 's' }] };
  const connection = new Connection({ wire, deviceId: 'd', random: () => 0 });
  const floor = new Floor(connection, run => run());
  await connection.start();
  floor.watch();
  await new Promise(resolve => setTimeout(resolve));
  wire.tell('FloorChanged', {
    ...empty,
    revision: 11,
    removedRequests: [],
    removedSessions: ['s'],
    removedInterpreters: [],
  });
  expect([floor.loaded.getSnapshot(), floor.sessions.getAll()]).toEqual([true, []]);
});
