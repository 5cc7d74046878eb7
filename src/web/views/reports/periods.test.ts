import { expect, test } from 'vitest';
import { periodOf, presetOf, presets } from './periods';

test.each([
  ['days28', '2026-10-31', '2026-11-27'],
  ['month', '2026-11-01', '2026-11-30'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['quarter', '2026-10-01', '2026-12-31'],
  ['lastQuarter', '2026-07-01', '2026-09-30'],
  ['year', '2026-01-01', '2026-12-31'],
  ['lastYear', '2025-01-01', '2025-12-31'],
] as const)('%s', (preset, von, bis) => expect(periodOf(preset, '2026-11-27')).toEqual({ von, bis }));

test('the first quarter has the last of the year before', () =>
  expect(periodOf('lastQuarter', '2026-02-10')).toEqual({ von: '2025-10-01', bis: '2025-12-31' }));

test('a preset is known again by its days', () =>
  expect(presets.map(preset => presetOf(periodOf(preset, '2026-11-27'), '2026-11-27'))).toEqual([
    ...presets,
  ]));

test('no period at all is the last 28 days, and another is one of its own', () => {
  expect(presetOf({}, '2026-11-27')).toBe('days28');
  expect(presetOf({ von: '2026-11-02', bis: '2026-11-03' }, '2026-11-27')).toBeNull();
});
