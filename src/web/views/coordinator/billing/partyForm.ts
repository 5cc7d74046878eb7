import type { PartyData, Whose } from './parties';

/** What is typed. */
export type PartyForm = Record<Exclude<keyof PartyData, 'revision'>, string>;
export type Field = keyof PartyForm;
export type Group = 'address' | 'ids' | 'contact' | 'bank' | 'format';

/** Which fields whom concerns, in the order of the form. */
export const groupsOf: Record<Whose, readonly { group: Group; fields: readonly Field[] }[]> = {
  issuer: [
    { group: 'address', fields: ['name', 'street', 'postCode', 'city', 'country'] },
    { group: 'contact', fields: ['contactName', 'phone', 'email'] },
    { group: 'ids', fields: ['vatId', 'taxNumber', 'number'] },
    { group: 'bank', fields: ['iban', 'bic', 'accountHolder', 'paymentDays'] },
  ],
  customer: [
    { group: 'address', fields: ['name', 'street', 'postCode', 'city', 'country'] },
    { group: 'ids', fields: ['leitwegId', 'orderReference', 'number', 'vatId'] },
    { group: 'contact', fields: ['email', 'contactName', 'phone'] },
    { group: 'bank', fields: ['paymentDays'] },
    { group: 'format', fields: ['format'] },
  ],
  interpreter: [
    { group: 'address', fields: ['name', 'street', 'postCode', 'city', 'country'] },
    { group: 'contact', fields: ['contactName', 'phone', 'email'] },
    { group: 'ids', fields: ['taxNumber', 'vatId', 'number'] },
    { group: 'bank', fields: ['iban', 'bic', 'accountHolder', 'paymentDays'] },
    { group: 'format', fields: ['format'] },
  ],
};

/** An interpreter is reached in person, and has a number with us. */
export const emptyParty = (name: string, number: string | null): PartyData => ({
  name,
  street: null,
  postCode: '',
  city: '',
  country: 'DE',
  vatId: null,
  taxNumber: null,
  number,
  leitwegId: null,
  orderReference: null,
  email: null,
  phone: null,
  contactName: number && name,
  iban: null,
  bic: null,
  accountHolder: null,
  paymentDays: 30,
  format: 'xrechnung',
  revision: 0,
});

export function toForm({ revision: _, ...data }: PartyData): PartyForm {
  const texts = Object.entries(data).map(([field, value]) => [field, value === null ? '' : `${value}`]);
  return Object.fromEntries(texts) as PartyForm;
}

const needed: readonly Field[] = ['name', 'postCode', 'city', 'country'];

/** What is empty is nothing; what is no number of days is left to the service to refuse. */
export function fromForm(form: PartyForm, revision: number): PartyData {
  const texts = (Object.keys(form) as Field[]).map(field => {
    const text = form[field].trim();
    return [field, text === '' && !needed.includes(field) ? null : text];
  });
  const days = form.paymentDays.trim();
  const paymentDays = /^\d{1,4}$/.test(days) ? Number(days) : -1;
  return { ...(Object.fromEntries(texts) as PartyData), paymentDays, revision };
}
