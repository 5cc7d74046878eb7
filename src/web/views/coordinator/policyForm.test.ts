import { expect, test } from 'vitest';
import { policy as german } from '../../i18n/de/policy';
import { changesOf, edited, groups, namesOf, type Policy, violationsOf, wrongIn } from './policyForm';

const bounds = { default: 20, atLeast: 5, atMost: 300 };
const given = {
  version: 3,
  values: { offerLife: { value: 25, ...bounds }, wrapUp: { value: 15, ...bounds } },
  history: [],
} as unknown as Policy;

test('every value stands in one group', () => {
  const shown = Object.values(groups).flatMap(group => namesOf(group));
  expect(shown.toSorted()).toEqual(namesOf(german.value).toSorted());
});

test('only what differs from what holds is a change', () => {
  expect(changesOf(given, { offerLife: '30', wrapUp: '15' })).toEqual({ offerLife: 30 });
});

test('typing the old number again is no edit any more', () => {
  expect(edited(given, { offerLife: '30', wrapUp: '9' }, 'offerLife', '25')).toEqual({ wrapUp: '9' });
});

test.each([
  ['', 'number'],
  ['20,5', 'number'],
  ['-3', 'number'],
  ['4', 'out_of_bounds'],
  ['301', 'out_of_bounds'],
] as const)('%j is %s', (text, wrong) => {
  expect(wrongIn(given, { offerLife: text })).toEqual({ offerLife: wrong });
});

test('bounds themselves are allowed', () => {
  expect(wrongIn(given, { offerLife: '5', wrapUp: '300' })).toEqual({});
});

test('what the server names is shown at its value', () => {
  const violations = [{ value: 'wrapUp', code: 'wrap_up_over_its_most' }];
  expect(violationsOf({ code: 'policy_invalid', violations })).toEqual({ wrapUp: 'wrap_up_over_its_most' });
  expect(violationsOf(undefined)).toEqual({});
});
