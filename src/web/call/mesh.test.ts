import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OtherSeat } from '../protocol/seats';
import { Mesh } from './mesh';
import type { Signal, SignalBody } from './signal';
import { fakeBrowser, opened } from './test/fakePeerConnection';

let sent: [to: string, Signal][];
let mesh: Mesh;

const requester: OtherSeat = { seat: 'requester', offersFirst: 'own' };
const interpreter: OtherSeat = { seat: 'interpreter', offersFirst: 'own' };
const guest: OtherSeat = { seat: 'guest_2', offersFirst: 'other' };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  fakeBrowser();
  sent = [];
  mesh = new Mesh({
    session: 's',
    iceServers: [],
    relayOnly: false,
    tracks: { audio: null, video: null },
    send: async (to, signal) => void sent.push([to, signal]),
  });
});
afterEach(() => {
  mesh.hangUp();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const said = () => sent.map(([to, { kind }]) => [to, kind]);

async function hear(from: string, body: SignalBody, epoch: number) {
  mesh.receive(from, { ...body, session: 's', life: from, epoch });
  await settle();
}

async function begin(...others: OtherSeat[]) {
  mesh.follow(others);
  mesh.start();
  await settle();
}

test('whoever sat down later offers to each of the others', async () => {
  await begin(requester, interpreter, guest);
  expect(said().sort()).toEqual([
    ['guest_2', 'hello'],
    ['interpreter', 'offer'],
    ['requester', 'offer'],
  ]);
});

test('a seat that comes later gets a connection of its own, and the others keep theirs', async () => {
  await begin(requester);
  mesh.follow([requester, guest]);
  await hear('guest_2', { kind: 'offer', sdp: 'a', round: 1 }, 7);
  expect(said().at(-1)).toEqual(['guest_2', 'answer']);
  expect(opened.map(pc => pc.closed)).toEqual([false, false]);
});

test('a seat that goes takes only its own connection with it', async () => {
  await begin(requester, interpreter);
  mesh.follow([interpreter]);
  expect(opened.map(pc => pc.closed)).toEqual([true, false]);
  expect(mesh.pairs.getSnapshot().map(pair => pair.seat)).toEqual(['interpreter']);
});

test('a signal is heard only in the pair that it belongs to', async () => {
  await begin(requester, interpreter);
  await hear('interpreter', { kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  expect(opened.map(pc => pc.signalingState)).toEqual(['have-local-offer', 'stable']);
});

test('one pair that breaks is built anew, and the others are left alone', async () => {
  await begin(requester, interpreter);
  await hear('requester', { kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  await hear('requester', { kind: 'hello' }, 0);
  await hear('interpreter', { kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  const before = sent.length;
  mesh.receive('requester', { kind: 'hello', session: 's', life: 'reloaded', epoch: 0 });
  await settle();
  expect(said().slice(before)).toEqual([['requester', 'offer']]);
  expect(opened.map(pc => pc.closed)).toEqual([true, false, false]);
});

test('a signal that is faster than the news of its seat is kept', async () => {
  await begin(requester);
  await hear('guest_2', { kind: 'offer', sdp: 'early', round: 1 }, 7);
  expect(opened).toHaveLength(1);
  mesh.follow([requester, guest]);
  await settle();
  expect(sent.at(-1)?.[1]).toMatchObject({ kind: 'answer', sdp: 'answer to early' });
});

test('whoever follows the same seats again changes nothing', async () => {
  await begin(requester, interpreter);
  const before = mesh.pairs.getSnapshot();
  mesh.follow([requester, interpreter]);
  expect(mesh.pairs.getSnapshot()).toBe(before);
});

test('hanging up closes every connection', async () => {
  await begin(requester, interpreter);
  mesh.hangUp();
  expect(opened.map(pc => pc.closed)).toEqual([true, true]);
});
