import { decimalOf, euroText } from '../tariffs/decimal';
import type { Budget } from './budgets';

/** As it is typed. */
export interface BudgetForm {
  customer: string;
  /** Empty: the customer as a whole. */
  unit: string;
  name: string;
  time: 'year' | 'days';
  year: string;
  from: string;
  until: string;
  amount: string;
  warnAt: string;
  stops: boolean;
  contact: string;
}

export type BudgetField = 'customerId' | 'name' | 'from' | 'until' | 'amount' | 'warnAt' | 'contact';
export type Wrong = Partial<Record<BudgetField, string>>;

const standardVat = 1.19;

export const emptyForm = (today: string): BudgetForm => ({
  customer: '',
  unit: '',
  name: '',
  time: 'year',
  year: today.slice(0, 4),
  from: today,
  until: `${today.slice(0, 4)}-12-31`,
  amount: '',
  warnAt: '80, 95',
  stops: true,
  contact: '',
});

const isYear = ({ from, until }: Pick<Budget, 'from' | 'until'>) =>
  from.endsWith('-01-01') && until === `${from.slice(0, 4)}-12-31`;

export const formOf = (budget: Budget): BudgetForm => ({
  customer: budget.customerId,
  unit: budget.unitId ?? '',
  name: budget.name,
  time: isYear(budget) ? 'year' : 'days',
  year: budget.from.slice(0, 4),
  from: budget.from,
  until: budget.until,
  amount: euroText(budget.amount),
  warnAt: budget.warnAt.join(', '),
  stops: budget.stops,
  contact: budget.contact ?? '',
});

/** "80, 95" or "80 95 %"; null where something else is among them. */
export function percentsOf(text: string): number[] | null {
  const parts = text
    .replaceAll('%', ' ')
    .split(/[\s,;]+/)
    .filter(Boolean);
  return parts.every(part => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null;
}

/** What the browser sees without asking; all else the service says. */
export function wrongIn(form: BudgetForm): Wrong {
  const wrong: Wrong = {};
  if (!form.customer) wrong.customerId = 'missing';
  if (!form.name.trim()) wrong.name = 'missing';
  if (form.time === 'days' && !form.from) wrong.from = 'missing';
  if (form.time === 'days' && !form.until) wrong.until = 'missing';
  if (!form.amount.trim()) wrong.amount = 'missing';
  else if (decimalOf(form.amount) === null) wrong.amount = 'unreadable';
  if (percentsOf(form.warnAt) === null) wrong.warnAt = 'percent_unreadable';
  return wrong;
}

/** The body of POST and PUT; only of a form without gaps. */
export const orderOf = (form: BudgetForm, revision: number | null) => ({
  revision,
  customerId: form.customer,
  unitId: form.unit || null,
  name: form.name,
  from: form.time === 'year' ? `${form.year}-01-01` : form.from,
  until: form.time === 'year' ? `${form.year}-12-31` : form.until,
  amount: decimalOf(form.amount) ?? 0,
  warnAt: percentsOf(form.warnAt) ?? [],
  stops: form.stops,
  contact: form.contact || null,
});

/** What it comes to for an office that pays value added tax; null while it cannot be read. */
export function grossOf(amount: string): number | null {
  const net = decimalOf(amount);
  return net === null || net <= 0 ? null : Math.round(net * standardVat * 100) / 100;
}
