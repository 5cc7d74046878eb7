import { expect, test } from 'vitest';
import { appointmentRules as appointmentWords } from '../../i18n/de/appointmentRules';
import { policy } from '../../i18n/de/policy';
import { appointmentRules } from './AppointmentRulesPage';
import { policyRules } from './PolicyPage';
import {
  changesOf,
  edited,
  numberOf,
  type RuleSet,
  type Rules,
  textOf,
  violationsOf,
  wrongIn,
} from './ruleForm';

const bounds = { default: 20, atLeast: 5, atMost: 300 };
const given: Rules = {
  version: 3,
  values: {
    offerLife: { value: 25, ...bounds },
    wrapUp: { value: 15, ...bounds },
    answerBy: { value: 900, default: 900, atLeast: 0, atMost: 1439 },
  },
  history: [],
};
const set: RuleSet = {
  path: '',
  words: 'policy',
  groups: { ringing: { offerLife: 'seconds', wrapUp: 'seconds' }, asking: { answerBy: 'clock' } },
};

test.each([
  [policyRules, policy],
  [appointmentRules, appointmentWords],
])('every value stands in one group, and every group has its title', (rules, words) => {
  const shown = Object.values(rules.groups).flatMap(group => Object.keys(group));
  expect(shown.toSorted()).toEqual(Object.keys(words.value).toSorted());
  expect(Object.keys(rules.groups)).toEqual(Object.keys(words.group));
});

test.each([
  ['15:00', 900],
  ['0:05', 5],
  ['23:59', 1439],
  ['24:00', null],
  ['15', null],
  ['15:60', null],
])('%j on the clock is %j minutes', (text, minutes) => {
  expect(numberOf('clock', text)).toBe(minutes);
});

test('minutes after midnight are shown as on the clock', () => {
  expect([textOf('clock', 5), textOf('clock', 900), textOf('minutes', 900)]).toEqual([
    '00:05',
    '15:00',
    '900',
  ]);
});

test('only what differs from what holds is a change', () => {
  expect(changesOf(set, given, { offerLife: '30', wrapUp: '15', answerBy: '14:30' })).toEqual({
    offerLife: 30,
    answerBy: 870,
  });
});

test('typing the old number again is no edit any more', () => {
  expect(edited(set, given, { offerLife: '30', wrapUp: '9' }, 'offerLife', '25')).toEqual({ wrapUp: '9' });
});

test.each([
  ['', 'number'],
  ['20,5', 'number'],
  ['-3', 'number'],
  ['4', 'out_of_bounds'],
  ['301', 'out_of_bounds'],
] as const)('%j is %s', (text, wrong) => {
  expect(wrongIn(set, given, { offerLife: text })).toEqual({ offerLife: wrong });
});

test('bounds themselves are allowed', () => {
  expect(wrongIn(set, given, { offerLife: '5', wrapUp: '300' })).toEqual({});
});

test('what the server names is shown at its value', () => {
  const violations = [{ value: 'wrapUp', code: 'wrap_up_over_its_most' }];
  expect(violationsOf({ code: 'policy_invalid', violations })).toEqual({ wrapUp: 'wrap_up_over_its_most' });
  expect(violationsOf(undefined)).toEqual({});
});
