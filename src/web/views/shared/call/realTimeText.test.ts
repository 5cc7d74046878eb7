import { expect, test } from 'vitest';
import { applyKeystrokes, endOfLine, keystrokes } from './realTimeText';

test('what is typed arrives character by character', () => {
  expect(keystrokes('Gut', 'Gute')).toBe('e');
  expect(applyKeystrokes('Gut', 'e').line).toBe('Gute');
});

test.each([
  ['Meier', 'Meyer'],
  ['Grüße 👋', 'Grüße'],
  ['', 'سلام'],
  ['abc', ''],
])('a correction from "%s" to "%s" arrives as it is', (before, after) => {
  expect(applyKeystrokes(before, keystrokes(before, after)).line).toBe(after);
});

test('the end of a line finishes it', () => {
  expect(applyKeystrokes('Meye', `r${endOfLine}`)).toEqual({ line: '', finished: ['Meyer'] });
});

test('control characters do nothing', () => {
  expect(applyKeystrokes('a', '\u0007\u001b').line).toBe('a');
});

test('more deletions than characters are harmless', () => {
  expect(applyKeystrokes('a', '\b\b\bx').line).toBe('x');
});
