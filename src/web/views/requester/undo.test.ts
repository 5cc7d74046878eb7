import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Undo } from './undo';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is planned happens after five seconds, once', () => {
  const act = vi.fn();
  new Undo().plan(act);
  vi.advanceTimersByTime(4_999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledOnce();
});

test('what is taken back never happens', () => {
  const act = vi.fn();
  const undo = new Undo();
  undo.plan(act);
  undo.takeBack();
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
  expect(undo.dueAt.getSnapshot()).toBeNull();
});

test('who leaves the page does at once what was planned', () => {
  const act = vi.fn();
  const undo = new Undo();
  undo.plan(act);
  undo.doNow();
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledOnce();
});
