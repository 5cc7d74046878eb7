import { expect, test } from 'vitest';
import { amountOf, decimalOf, euroText, numberText, wholeOf } from './decimal';

test.each([
  ['1,45', 1.45],
  [' 1,45 € ', 1.45],
  ['1.45', 1.45],
  ['1.450', 1450],
  ['1.234,5', 1234.5],
  ['0,12345', 0.12345],
  ['-3', -3],
  ['93', 93],
  ['', null],
  ['1,', null],
  [',5', null],
  ['1,4,5', null],
  ['eins', null],
  ['1e3', null],
])('%j is %j', (text, number) => {
  expect(decimalOf(text)).toBe(number);
});

test('whole numbers are whole', () => {
  expect([wholeOf(' 15 '), wholeOf('1,5'), wholeOf('')]).toEqual([15, null, null]);
});

test('what stands in a field can be read again', () => {
  expect([euroText(1.45), euroText(23.25), euroText(1.5), euroText(0.1375), numberText(12.5)]).toEqual([
    '1,45',
    '23,25',
    '1,50',
    '0,1375',
    '12,5',
  ]);
  expect(decimalOf(euroText(1234.5))).toBe(1234.5);
});

test('an amount is read as a German writes it', () => {
  expect(amountOf('12,50')).toBe(12.5);
  expect(amountOf(' 1.234,5 € ')).toBe(1234.5);
  expect(amountOf('7')).toBe(7);
  expect(amountOf('0.05')).toBe(0.05);
});

test('what is no amount in whole cents is none', () => {
  for (const text of ['', '0', '-1', '1,005', 'zwölf', '1,2,3']) expect(amountOf(text)).toBeNull();
});
