import { expect, test } from 'vitest';
import { isReadyHere, rememberReady } from './readyHere';

function storage(content?: string): Storage {
  const items = new Map(content === undefined ? [] : [['videodolmetschen.ready', content]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as Storage;
}

test('this tab knows for what it was said to be ready', () => {
  const here = storage();
  rememberReady('a', here);
  rememberReady('b', here);
  expect(['a', 'b', 'c'].map(id => isReadyHere(id, here))).toEqual([true, true, false]);
});

test('it keeps the last ten', () => {
  const here = storage();
  for (let number = 0; number < 12; number++) rememberReady(`${number}`, here);
  expect(['1', '2', '11'].map(id => isReadyHere(id, here))).toEqual([false, true, true]);
});

test('what somebody else wrote there is nothing', () => {
  for (const content of ['{', '7', '{"a":1}']) expect(isReadyHere('a', storage(content))).toBe(false);
});
