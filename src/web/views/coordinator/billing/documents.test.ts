import { expect, test } from 'vitest';
import { canBeCancelled, type DocumentRow, signOf } from './documents';

const invoice = { cancelledBy: null, cancels: null } as DocumentRow;

test('only what counts can be cancelled', () => {
  expect(canBeCancelled(invoice)).toBe(true);
  expect(canBeCancelled({ ...invoice, cancelledBy: 'ST-2026-00001' })).toBe(false);
  expect(canBeCancelled({ ...invoice, cancels: 'RE-2026-00001' })).toBe(false);
});

test('a cancellation counts against what it takes back', () => {
  expect(signOf(invoice)).toBe(1);
  expect(signOf({ ...invoice, cancels: 'RE-2026-00001' })).toBe(-1);
});
