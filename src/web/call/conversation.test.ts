import { expect, test } from 'vitest';
import { keystrokes, typeInto } from './conversation';
import { nameOf } from './shortcuts';

test.each([
  ['', 'Guten Tag'],
  ['Guten Tga', 'Guten Tag'],
  ['eine Zeile', 'eine\nandere 👋 Zeile'],
  ['alles', ''],
])('typing from %j to %j arrives as it was typed', (before, after) => {
  expect(typeInto(before, keystrokes(before, after))).toBe(after);
});

test('a backspace on an empty text does nothing', () => {
  expect(typeInto('', '\b\ba')).toBe('a');
});

test('a shortcut is named after its physical key', () => {
  const press = { altKey: true, shiftKey: true, ctrlKey: false, metaKey: false, code: 'KeyA' };
  expect(nameOf(press)).toBe('Alt+Shift+A');
});
