import { expect, test } from 'vitest';
import { whoseData } from './findings';

const finding = (code: string) => ({ code, blocks: true });

test('a missing Leitweg-ID is mended at the customer', () => {
  expect(whoseData(finding('BR-DE-15'), 'customer')).toBe('party');
});

test('a missing account is mended at whoever sells', () => {
  expect(whoseData(finding('BR-DE-1'), 'customer')).toBe('issuer');
  expect(whoseData(finding('BR-DE-1'), 'interpreter')).toBe('party');
});

test('on a Gutschrift the address of the buyer is ours', () => {
  expect(whoseData(finding('BR-DE-8'), 'interpreter')).toBe('issuer');
});

test('what our own codes say is clear', () => {
  expect(whoseData(finding('no_issuer'), 'interpreter')).toBe('issuer');
  expect(whoseData(finding('no_address'), 'customer')).toBe('party');
  expect(whoseData(finding('disputed_lines'), 'customer')).toBe('disputes');
  expect(whoseData(finding('small_business_ended'), 'interpreter')).toBe('party');
});
