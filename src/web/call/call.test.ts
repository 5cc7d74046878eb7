import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Call } from './call';
import type { Signal, SignalBody } from './signal';
import { fakeBrowser, opened } from './test/fakePeerConnection';

let sent: Signal[];
let call: Call;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  fakeBrowser();
  sent = [];
});
afterEach(() => {
  call.hangUp();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function begin(role: 'offerer' | 'answerer', canSignal = () => true) {
  const send = async (signal: Signal) => void sent.push(signal);
  const tracks = { audio: null, video: null };
  call = new Call({ session: 's', role, iceServers: [], relayOnly: false, tracks, send, canSignal });
  call.start();
  await settle();
}

const settle = () => vi.advanceTimersByTimeAsync(0);

async function hear(body: SignalBody, epoch: number, life = 'other') {
  call.receive({ ...body, session: 's', life, epoch });
  await settle();
}

const said = () => sent.map(({ kind, epoch }) => [kind, epoch]);

test('the answering page opens no connection before it has an offer', async () => {
  await begin('answerer');
  expect([opened.length, said()]).toEqual([0, [['hello', 0]]]);
});

test('an offer that comes twice gets the same answer twice', async () => {
  await begin('answerer');
  await hear({ kind: 'offer', sdp: 'a', round: 1 }, 7);
  await hear({ kind: 'offer', sdp: 'a', round: 1 }, 7);
  expect(sent.slice(1)).toMatchObject([{ sdp: 'answer to a' }, { sdp: 'answer to a' }]);
  expect(opened).toHaveLength(1);
});

test('an offer of an older epoch is refused with the present one', async () => {
  await begin('answerer');
  await hear({ kind: 'offer', sdp: 'new', round: 1 }, 9);
  await hear({ kind: 'offer', sdp: 'old', round: 1 }, 8);
  expect(said().at(-1)).toEqual(['stale', 9]);
});

test('a page whose clock is behind opens an epoch above the one it is told', async () => {
  await begin('offerer');
  await hear({ kind: 'stale' }, 2_000_000);
  expect(said()).toEqual([
    ['offer', 1_000_000],
    ['offer', 2_000_001],
  ]);
});

test('a page that waits for the offer gets the same one again', async () => {
  await begin('offerer');
  await hear({ kind: 'hello' }, 0);
  expect(sent).toMatchObject([{ sdp: 'offer 1' }, { sdp: 'offer 1', epoch: sent[0]?.epoch }]);
});

test('a page that was reloaded gets a new connection in a higher epoch', async () => {
  await begin('offerer');
  await hear({ kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  await hear({ kind: 'hello' }, 0, 'reloaded');
  expect([said().at(-1), opened.map(pc => pc.closed)]).toEqual([
    ['offer', 1_000_001],
    [true, false],
  ]);
});

test('an answer of another epoch or round changes nothing', async () => {
  await begin('offerer');
  await hear({ kind: 'answer', sdp: 'b', round: 1 }, 999);
  await hear({ kind: 'answer', sdp: 'b', round: 2 }, 1_000_000);
  expect(opened[0]?.signalingState).toBe('have-local-offer');
});

test('what is not connected after six seconds is built anew', async () => {
  await begin('offerer');
  await hear({ kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  await vi.advanceTimersByTimeAsync(7000);
  expect([opened.length, said().at(-1)?.[0]]).toEqual([2, 'offer']);
});

test('nothing is rebuilt while signals cannot reach the other side', async () => {
  await begin('offerer', () => false);
  await hear({ kind: 'answer', sdp: 'b', round: 1 }, 1_000_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened).toHaveLength(1);
});

test('hanging up closes the connection and ends all repair', async () => {
  await begin('offerer');
  call.hangUp();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([opened[0]?.closed, sent.length, call.state.getSnapshot()]).toEqual([true, 1, 'ended']);
});
