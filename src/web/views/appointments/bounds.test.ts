import { expect, test } from 'vitest';
import { lengthsOf, minutesOf, timesAtMost, usualBounds } from './bounds';

test('lengths go in steps from the shortest to the longest', () => {
  const lengths = lengthsOf(usualBounds, 45);
  expect([lengths.length, lengths.at(0), lengths.at(-1)]).toEqual([24, 15, 360]);
  expect(lengthsOf({ ...usualBounds, shortest: 30, longest: 90, lengthStep: 30 }, 60)).toEqual([30, 60, 90]);
});

test('what was chosen before the rules changed is still shown', () => {
  expect(lengthsOf({ ...usualBounds, shortest: 30, longest: 90, lengthStep: 30 }, 45)).toEqual([
    30, 45, 60, 90,
  ]);
  expect(minutesOf({ ...usualBounds, startStep: 30 }, '05')).toEqual(['00', '05', '30']);
});

test('a series ends within the days ahead', () => {
  expect(timesAtMost(usualBounds)).toBe(13);
  expect(timesAtMost({ ...usualBounds, daysAhead: 5 })).toBe(2);
  expect(timesAtMost({ ...usualBounds, daysAhead: 400, seriesAtMost: 20 })).toBe(20);
});
