import { expect, test } from 'vitest';
import { ApiError } from '../../../protocol/http';
import { gapsOf, type PartyOverview, shownParties, wrongFields } from './parties';
import { emptyParty, fromForm, toForm } from './partyForm';

const customer: PartyOverview = {
  id: '1',
  name: 'Stadt Lindenfurt',
  number: null,
  hasData: false,
  hasAgreement: null,
  hasVat: null,
};
const interpreter: PartyOverview = {
  ...customer,
  id: '2',
  name: 'Ina Interpretin',
  number: 'D-0001',
  hasData: true,
  hasAgreement: true,
  hasVat: false,
};

test('what is missing is named, and a customer needs no agreement', () => {
  expect(gapsOf(customer)).toEqual(['noData']);
  expect(gapsOf(interpreter)).toEqual(['noVat']);
});

test('people are found by name and number', () => {
  expect(shownParties([customer, interpreter], 'd-0001', false)).toEqual([interpreter]);
  expect(shownParties([customer, interpreter], 'LINDEN', false)).toEqual([customer]);
});

test('who has all is left out where only gaps are asked for', () => {
  const complete = { ...interpreter, hasVat: true };
  expect(shownParties([customer, complete], '', true)).toEqual([customer]);
});

test('a refused form names its fields', () => {
  const refused = new ApiError('billing_party_invalid', 400, undefined, { fields: ['iban', 'city'] });
  expect(wrongFields(refused)).toEqual(['iban', 'city']);
  expect(wrongFields(new ApiError('billing_party_changed_meanwhile', 409))).toEqual([]);
});

test('what is left empty is nothing on the wire, and the revision stays', () => {
  const form = { ...toForm(emptyParty('Stadt', null)), city: 'Lindenfurt', paymentDays: '14', iban: ' ' };
  expect(fromForm(form, 3)).toMatchObject({
    name: 'Stadt',
    city: 'Lindenfurt',
    iban: null,
    street: null,
    paymentDays: 14,
    revision: 3,
  });
});

test('days that are no number are refused by the service, not turned into some', () => {
  expect(fromForm({ ...toForm(emptyParty('', null)), paymentDays: 'bald' }, 0).paymentDays).toBe(-1);
});
