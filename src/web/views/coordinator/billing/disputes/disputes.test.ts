import { expect, test } from 'vitest';
import { readDisputeSearch } from './disputeSearch';
import { readEuro } from './disputes';

test('an amount is read as a German writes it', () => {
  expect(readEuro('12,50')).toBe(12.5);
  expect(readEuro(' 1.234,5 € ')).toBe(1234.5);
  expect(readEuro('7')).toBe(7);
  expect(readEuro('0.05')).toBe(0.05);
});

test('what is no amount in whole cents is none', () => {
  for (const text of ['', '0', '-1', '1,005', 'zwölf', '1,2,3']) expect(readEuro(text)).toBeNull();
});

test('the address says only what is not the usual', () => {
  expect(readDisputeSearch({ alle: 'true' })).toEqual({ alle: true });
  expect(readDisputeSearch({ alle: false })).toEqual({});
});
