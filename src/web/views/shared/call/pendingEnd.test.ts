import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HubError } from '../../../protocol/hubError';
import { type EndingStorage, PendingEnd } from './pendingEnd';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

function storage(): EndingStorage {
  const kept = new Map<string, string>();
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  };
}

const away = () => Promise.reject(new HubError('hub_away'));

test('a hang-up is told at once', async () => {
  const send = vi.fn().mockResolvedValue({});
  const end = new PendingEnd(send, storage());
  await end.hangUp('s');
  expect(send).toHaveBeenCalledExactlyOnceWith({ sessionId: 's', secondsAgo: 0 });
  expect(end.ending.getSnapshot()).toBeNull();
});

test('a hang-up while the hub is away is told later, with how long ago it was', async () => {
  const send = vi.fn().mockImplementationOnce(away).mockResolvedValue({});
  const end = new PendingEnd(send, storage());
  await end.hangUp('s');
  expect(end.ending.getSnapshot()?.sessionId).toBe('s');
  vi.setSystemTime(1_042_000);
  await end.tell();
  expect(send).toHaveBeenLastCalledWith({ sessionId: 's', secondsAgo: 42 });
  expect(end.ending.getSnapshot()).toBeNull();
});

test('how long media had come in is told with a hang-up, then and later', async () => {
  const shared = storage();
  await new PendingEnd(away, shared).hangUp('s', 90);
  const send = vi.fn().mockResolvedValue({});
  vi.setSystemTime(1_042_000);
  await new PendingEnd(send, shared).tell();
  expect(send).toHaveBeenCalledExactlyOnceWith({ sessionId: 's', secondsAgo: 42, flowedSeconds: 90 });
});

test('a hang-up outlives a reload', async () => {
  const shared = storage();
  await new PendingEnd(away, shared).hangUp('s');
  const send = vi.fn().mockResolvedValue({});
  await new PendingEnd(send, shared).tell();
  expect(send).toHaveBeenCalledOnce();
});

test('a session that has ended meanwhile needs no more telling', async () => {
  const end = new PendingEnd(() => Promise.reject(new HubError('session_not_found')), storage());
  await end.hangUp('s');
  expect(end.ending.getSnapshot()).toBeNull();
});

test('nothing is told when nobody hung up', async () => {
  const send = vi.fn();
  await new PendingEnd(send, storage()).tell();
  expect(send).not.toHaveBeenCalled();
});
