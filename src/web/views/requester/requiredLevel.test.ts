import { expect, test } from 'vitest';
import { emptyForm } from './requestForm';
import { requiredLevel } from './requiredLevel';

test('only what is a must can change the price', () => {
  expect(requiredLevel(emptyForm)).toBeNull();
  expect(requiredLevel({ ...emptyForm, level: '3', levelStrength: '60' })).toBeNull();
  expect(requiredLevel({ ...emptyForm, level: '3', levelStrength: 'must' })).toBe(3);
});

test('sworn is the highest level', () => {
  const form = { ...emptyForm, level: '4', levelStrength: 'must', sworn: true } as const;
  expect(requiredLevel({ ...form, swornStrength: 'must' })).toBe(1);
  expect(requiredLevel({ ...form, swornStrength: 'wish' })).toBe(4);
});
