import { expect, test } from 'vitest';
import { canBeCancelled, canBeCorrected, type DocumentRow, signOf } from './documents';

const invoice = {
  side: 'customer',
  cancelledBy: null,
  cancels: null,
  correctedBy: null,
  corrects: null,
} as DocumentRow;

test('only what counts can be cancelled', () => {
  expect(canBeCancelled(invoice)).toBe(true);
  expect(canBeCancelled({ ...invoice, cancelledBy: 'ST-2026-00001' })).toBe(false);
  expect(canBeCancelled({ ...invoice, cancels: 'RE-2026-00001' })).toBe(false);
});

test('only an invoice that counts can be corrected, and what corrects can be cancelled', () => {
  expect(canBeCorrected(invoice)).toBe(true);
  expect(canBeCorrected({ ...invoice, side: 'interpreter' })).toBe(false);
  expect(canBeCorrected({ ...invoice, correctedBy: 'RE-2026-00002' })).toBe(false);
  expect(canBeCancelled({ ...invoice, correctedBy: 'RE-2026-00002' })).toBe(false);
  expect(canBeCancelled({ ...invoice, corrects: 'RE-2026-00001' })).toBe(true);
});

test('a cancellation counts against what it takes back', () => {
  expect(signOf(invoice)).toBe(1);
  expect(signOf({ ...invoice, cancels: 'RE-2026-00001' })).toBe(-1);
});
