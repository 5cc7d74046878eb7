import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignsOfLife } from './signsOfLife';

const levels = { own: 0, other: 0, signing: false };
let signs: SignsOfLife;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
  Object.assign(levels, { own: 0, other: 0, signing: false });
  signs = new SignsOfLife({
    ownLevel: () => levels.own,
    otherLevel: () => levels.other,
    signing: () => levels.signing,
  });
});

afterEach(() => {
  signs.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an empty room gives no sign', () => {
  vi.advanceTimersByTime(10_000);
  expect(signs.take()).toEqual({ active: false, heard: false });
});

test('a word between two reports is noticed, once', () => {
  levels.own = 0.3;
  vi.advanceTimersByTime(600);
  levels.own = 0;
  vi.advanceTimersByTime(9_000);
  expect(signs.take()).toEqual({ active: true, heard: false });
  expect(signs.take()).toEqual({ active: false, heard: false });
});

test('what the other side says or writes is heard', () => {
  levels.other = 0.3;
  expect(signs.take().heard).toBe(true);
  levels.other = 0;
  signs.hear();
  expect(signs.take()).toEqual({ active: false, heard: true });
});

test('a key is a sign', () => {
  signs.act();
  expect(signs.take().active).toBe(true);
});

test('who signs is there without a sound', () => {
  levels.signing = true;
  expect(signs.take().active).toBe(true);
});

test('what was in a lost report is in the next one', () => {
  signs.act();
  signs.giveBack(signs.take());
  expect(signs.take().active).toBe(true);
});
