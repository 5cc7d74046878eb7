import type { rules as german } from '../../i18n/de/rules';

export type Unit = keyof typeof german.unitOnly;
type Words = 'policy' | 'appointmentRules';

/** A set of rules that coordinators change: where it is, what its texts are called, and its values in the order in which they are shown. */
export interface RuleSet {
  path: string;
  words: Words;
  groups: Record<string, Partial<Record<string, Unit>>>;
}

/** One value as the service tells it: a whole number in the unit of the value. */
export interface RuleValue {
  value: number;
  default: number;
  atLeast: number;
  atMost: number;
}

export interface RuleChange {
  at: string;
  by: string | null;
  changes: Record<string, { before: number; after: number }>;
}

/** GET of a set of rules. */
export interface Rules {
  version: number;
  values: Record<string, RuleValue>;
  /** Newest first. */
  history: RuleChange[];
}

/** What the person has typed and not saved. */
export type Edits = Record<string, string>;
export type Wrong = Record<string, string>;

/** The audit may name what the page does not show any more. */
export const unitOf = (set: RuleSet, name: string): Unit | undefined =>
  Object.values(set.groups).find(group => name in group)?.[name];

/** An hour of the day is counted in minutes after midnight, and typed as people write it. */
export const textOf = (unit: Unit | undefined, value: number): string =>
  unit === 'clock' ? `${pad(Math.floor(value / 60))}:${pad(value % 60)}` : String(value);

const pad = (number: number): string => String(number).padStart(2, '0');

/** Null for what is no number, or no time. */
export function numberOf(unit: Unit | undefined, text: string): number | null {
  if (unit !== 'clock') return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour && minute ? Number(hour) * 60 + Number(minute) : null;
}

/** The values that differ from what holds; what is no number is left out. */
export function changesOf(set: RuleSet, rules: Rules, edits: Edits): Record<string, number> {
  const changes: Record<string, number> = {};
  for (const [name, text] of Object.entries(edits)) {
    const number = numberOf(unitOf(set, name), text);
    if (number !== null && number !== rules.values[name]?.value) changes[name] = number;
  }
  return changes;
}

/** What can be seen to be wrong without asking the server. */
export function wrongIn(set: RuleSet, rules: Rules, edits: Edits): Wrong {
  const wrong: Wrong = {};
  for (const [name, text] of Object.entries(edits)) {
    const unit = unitOf(set, name);
    const number = numberOf(unit, text);
    const bounds = rules.values[name];
    if (number === null) wrong[name] = unit === 'clock' ? 'clock' : 'number';
    else if (bounds && (number < bounds.atLeast || number > bounds.atMost)) wrong[name] = 'out_of_bounds';
  }
  return wrong;
}

/** The edit is forgotten where it comes back to what holds. */
export function edited(set: RuleSet, rules: Rules, edits: Edits, name: string, text: string): Edits {
  const { [name]: _, ...others } = edits;
  return numberOf(unitOf(set, name), text) === rules.values[name]?.value
    ? others
    : { ...others, [name]: text };
}

/** The violations of a refused change, by value. */
export function violationsOf(problem: unknown): Wrong {
  const found = (problem as { violations?: { value: string; code: string }[] } | undefined)?.violations;
  return Object.fromEntries((found ?? []).map(({ value, code }) => [value, code]));
}
