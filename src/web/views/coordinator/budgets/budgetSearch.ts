import { given, matching } from '../reportSearch';
import type { Budget, Standing } from './budgets';

/** What stands in the address: only what narrows. */
export interface BudgetSearch {
  auftraggeber?: string;
  stand?: StandingWord;
  zeit?: TimeWord;
}

export const standingWords = { frei: 'free', knapp: 'warned', ausgeschoepft: 'used_up' } as const;
export type StandingWord = keyof typeof standingWords;
export const timeWords = { laufend: 'now', kuenftig: 'coming', vergangen: 'over' } as const;
export type TimeWord = keyof typeof timeWords;

const wordIn = <T extends string>(words: Record<T, string>, value: unknown): T | undefined =>
  (Object.keys(words) as T[]).find(word => word === value);

export const readBudgetSearch = (raw: Record<string, unknown>): BudgetSearch =>
  given({
    auftraggeber: matching(raw.auftraggeber, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    stand: wordIn(standingWords, raw.stand),
    zeit: wordIn(timeWords, raw.zeit),
  });

export function timeOf(
  { from, until }: Pick<Budget, 'from' | 'until'>,
  today: string,
): 'now' | 'coming' | 'over' {
  if (today < from) return 'coming';
  return today > until ? 'over' : 'now';
}

export const isShown = (
  budget: Budget,
  { auftraggeber, stand, zeit }: BudgetSearch,
  today: string,
): boolean =>
  (!auftraggeber || budget.customerId === auftraggeber) &&
  (!stand || (standingWords[stand] as Standing) === budget.standing) &&
  (!zeit || timeWords[zeit] === timeOf(budget, today));
