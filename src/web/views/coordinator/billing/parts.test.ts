import { expect, test } from 'vitest';
import { amountOf, readParts, spread } from './parts';

const items = [
  { id: 'a', number: 'RE-1', balance: 100.1 },
  { id: 'b', number: 'RE-2', balance: 50.2 },
];

test('the oldest is paid first, and the chosen one before it', () => {
  expect(spread(120.3, items)).toEqual({ a: '100,10', b: '20,20' });
  expect(spread(60, items, 'b')).toEqual({ b: '50,20', a: '9,80' });
  expect(spread(500, items)).toEqual({ a: '100,10', b: '50,20' });
});

test('an amount has two decimals at most and is never below zero', () => {
  expect(['12,50', '1.234,5', '-1', '1,005', 'x', ''].map(amountOf)).toEqual([
    12.5,
    1234.5,
    null,
    null,
    null,
    null,
  ]);
});

test('what is left over is credit, what is too much is said', () => {
  expect(readParts(120, items, { a: '100,10' })).toEqual({
    parts: [{ documentId: 'a', amount: 100.1 }],
    wrong: [],
    rest: 19.9,
  });
  expect(readParts(10, items, { a: '11', b: '' }).rest).toBe(-1);
  expect(readParts(500, items, { a: '100,11', b: 'viel' }).wrong).toEqual(['a', 'b']);
});
