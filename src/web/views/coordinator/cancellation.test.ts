import { expect, test } from 'vitest';
import { nextStep, numbersOf, textsOf, violationsOf, wrongIn } from './cancellation';

const usual = textsOf([
  { hours: 24, percent: 50 },
  { hours: 4, percent: 100 },
]);

test('steps go into fields and back', () => {
  expect(numbersOf(usual)).toEqual([
    { hours: 24, percent: 50 },
    { hours: 4, percent: 100 },
  ]);
});

test('a new step is nearer to the appointment and dearer', () => {
  expect(nextStep([])).toEqual({ key: 0, hours: '24', percent: '50' });
  expect(nextStep(usual.slice(0, 1))).toEqual({ key: 1, hours: '12', percent: '100' });
});

test('what is no whole number is said at its field', () => {
  expect(wrongIn([{ key: 0, hours: '', percent: '50' }])).toEqual({
    0: { field: 'hours', breach: 'number' },
  });
  expect(wrongIn([{ key: 0, hours: '4', percent: '12,5' }])).toEqual({
    0: { field: 'percent', breach: 'number' },
  });
});

test('what the service names is shown at its step', () => {
  const problem = {
    violations: [
      { step: 1, code: 'not_dearer' },
      { step: 2, code: 'hours_out_of_order' },
    ],
  };
  expect(violationsOf(problem)).toEqual({
    1: { field: 'percent', breach: 'not_dearer' },
    2: { field: 'hours', breach: 'hours_out_of_order' },
  });
});
