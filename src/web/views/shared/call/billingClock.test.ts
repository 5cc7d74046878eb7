import { expect, test } from 'vitest';
import { clockSeconds, graceSeconds, secondsLeft } from './billingClock';

const at = '2026-11-22T09:00:00Z';
const start = Date.parse(at) / 1000;

test('a running clock is counted on with the server time', () => {
  expect(clockSeconds({ seconds: 10.4, running: true, at }, start + 5)).toBe(15);
});

test('a stopped clock stands still', () => {
  expect(clockSeconds({ seconds: 10.4, running: false, at }, start + 500)).toBe(10);
});

test('a clock never runs backwards when the server time is behind', () => {
  expect(clockSeconds({ seconds: 10, running: true, at }, start - 3)).toBe(10);
});

test('the grace counts down to zero', () => {
  expect(secondsLeft(at, graceSeconds, start + 17)).toBe(43);
  expect(secondsLeft(at, graceSeconds, start + 99)).toBe(0);
});
