import { expect, test } from 'vitest';
import { emptyForm, formOf, grossOf, orderOf, percentsOf, wrongIn } from './budgetForm';
import { isShown, readBudgetSearch, timeOf } from './budgetSearch';
import type { Budget } from './budgets';

const budget = {
  customerId: '0197a000-0000-7000-8000-000000000001',
  unitId: null,
  name: 'Sozialamt 2027',
  from: '2027-01-01',
  until: '2027-12-31',
  amount: 20000,
  warnAt: [80, 95],
  stops: true,
  contact: null,
  standing: 'warned',
} as Budget;

test('percentages are read as people type them', () => {
  expect(percentsOf('80, 95')).toEqual([80, 95]);
  expect(percentsOf('80 % 95%')).toEqual([80, 95]);
  expect(percentsOf('')).toEqual([]);
  expect(percentsOf('achtzig')).toBeNull();
});

test('an empty form says what is missing and a budget has none', () => {
  expect(wrongIn(emptyForm('2027-03-04'))).toEqual({
    customerId: 'missing',
    name: 'missing',
    amount: 'missing',
  });
  expect(wrongIn(formOf(budget))).toEqual({});
  expect(wrongIn({ ...formOf(budget), amount: 'viel', warnAt: 'bald' })).toEqual({
    amount: 'unreadable',
    warnAt: 'percent_unreadable',
  });
});

test('a budget goes through the form and comes out as it was', () => {
  const { name, from, until, amount, warnAt, stops, contact } = budget;
  expect(orderOf(formOf(budget), 3)).toEqual({
    revision: 3,
    customerId: budget.customerId,
    unitId: null,
    name,
    from,
    until,
    amount,
    warnAt,
    stops,
    contact,
  });
});

test('the gross amount is to the cent', () => {
  expect([grossOf('20.000'), grossOf('0,05'), grossOf('x')]).toEqual([23800, 0.06, null]);
});

test('the address narrows the list and nothing odd gets through', () => {
  expect(readBudgetSearch({ stand: 'knapp', zeit: 'gestern', auftraggeber: '1' })).toEqual({
    stand: 'knapp',
  });
  expect([timeOf(budget, '2026-12-31'), timeOf(budget, '2027-12-31'), timeOf(budget, '2028-01-01')]).toEqual([
    'coming',
    'now',
    'over',
  ]);
  expect(isShown(budget, { stand: 'knapp', zeit: 'laufend' }, '2027-05-01')).toBe(true);
  expect(isShown(budget, { stand: 'frei' }, '2027-05-01')).toBe(false);
});
