import { expect, test } from 'vitest';
import { cancellingRows } from './cancellingRows';

const free = { net: 0, gross: 0 };
const half = { net: 20, gross: 23.8 };
const full = { net: 40, gross: 47.6 };
const [day, hours] = ['2026-12-02T09:00:00Z', '2026-12-03T05:00:00Z'];

test('each time in which it costs the same is a row, and the last has no end', () => {
  expect(
    cancellingRows([
      { until: day, ...free },
      { until: hours, ...half },
      { until: null, ...full },
    ]),
  ).toEqual([
    { when: { until: day }, ...free },
    { when: { until: hours }, ...half },
    { when: 'after', ...full },
  ]);
});

test('times that cost the same are told as one', () => {
  expect(
    cancellingRows([
      { until: day, ...free },
      { until: hours, ...half },
      { until: null, ...half },
    ]),
  ).toEqual([
    { when: { until: day }, ...free },
    { when: 'after', ...half },
  ]);
});

test('what never costs anything is said once', () => {
  expect(cancellingRows([{ until: null, ...free }])).toEqual([{ when: 'always', ...free }]);
});
