import { expect, test } from 'vitest';
import { tariffs } from '../../../i18n/de/tariffs';
import { assignGaps, assignOrder, emptyAssign } from './assign';
import { bandDays, hasDay, withDay } from './days';
import { placeOf, violationsIn, wrongOf } from './violations';

test('keys are shown where the name is typed', () => {
  expect([placeOf('family'), placeOf('surcharges[2].key'), placeOf('surcharges[0].bands[1].days')]).toEqual([
    'name',
    'surcharges[2].name',
    'surcharges[0].bands[1]',
  ]);
  expect(placeOf('rows[0].price.price')).toBe('rows[0].price.price');
});

test('what is missing is said once somebody has tried, the rest at once', () => {
  const violations = [
    { field: 'name', code: 'missing' },
    { field: 'price.price', code: 'negative_amount' },
    { field: 'price.price', code: 'too_many_decimals' },
  ];
  expect(wrongOf(violations, false)).toEqual({ 'price.price': 'negative_amount' });
  expect(wrongOf(violations, true)).toEqual({ name: 'missing', 'price.price': 'negative_amount' });
});

test('a refusal without violations names none', () => {
  expect(violationsIn({ code: 'tariff_used' })).toEqual([]);
  expect(violationsIn(undefined)).toEqual([]);
});

test('every sentence ends like one', () => {
  for (const sentence of Object.values(tariffs.invalid)) expect(sentence).toMatch(/\.$/);
});

test('days are a sum', () => {
  expect(withDay(0, 'holiday', true)).toBe(128);
  expect(withDay(127, 'so', false)).toBe(63);
  expect(bandDays.filter(day => hasDay(192, day))).toEqual(['so', 'holiday']);
});

test('an assignment for one names that one, and only of its side', () => {
  const form = { ...emptyAssign('2026-12-01'), family: 'per-minute' };
  expect(assignGaps(form)).toEqual([]);
  expect(assignGaps({ ...form, extent: 'one', validFrom: '' })).toEqual(['customer', 'validFrom']);
  const clinic = { ...form, extent: 'one', customer: { id: 'k', name: 'Klinik' } } as const;
  expect(assignOrder(clinic)).toMatchObject({ customerId: 'k', interpreterId: null });
  expect(assignOrder({ ...clinic, extent: 'all' })).toMatchObject({ customerId: null });
  expect(assignOrder({ ...clinic, side: 'interpreter' })).toMatchObject({
    customerId: null,
    interpreterId: null,
  });
});
