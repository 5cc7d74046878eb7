import { decimalOf, euroText } from '../tariffs/decimal';

/** What counts for one invoice. */
export interface Part {
  documentId: string;
  amount: number;
}

export interface OpenItem {
  id: string;
  number: string;
  balance: number;
}

const cents = (euro: number): number => Math.round(euro * 100);

/** The first item first, and none more than is open; what stands in the fields before anybody types. */
export function spread(amount: number, items: readonly OpenItem[], first?: string): Record<string, string> {
  let left = cents(amount);
  const texts: Record<string, string> = {};
  const ordered = [...items].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  for (const { id, balance } of ordered) {
    const part = Math.max(0, Math.min(left, cents(balance)));
    if (part > 0) texts[id] = euroText(part / 100);
    left -= part;
  }
  return texts;
}

/** An amount as it was typed, in euro with at most two decimals; null for anything else. */
export function amountOf(text: string): number | null {
  const typed = decimalOf(text);
  return typed !== null && typed >= 0 && cents(typed) / 100 === typed ? typed : null;
}

export interface ReadParts {
  parts: Part[];
  /** Ids of fields that make no sense. */
  wrong: string[];
  /** Below zero: more was given away than there is. */
  rest: number;
}

export function readParts(
  amount: number,
  items: readonly OpenItem[],
  texts: Record<string, string>,
): ReadParts {
  const read = items.map(({ id, balance }) => ({ id, balance, part: amountOf(texts[id]?.trim() || '0') }));
  const parts = read.flatMap(({ id, part }) => (part ? [{ documentId: id, amount: part }] : []));
  const given = parts.reduce((sum, part) => sum + cents(part.amount), 0);
  return {
    parts,
    wrong: read.flatMap(({ id, part, balance }) => (part === null || part > balance ? [id] : [])),
    rest: (cents(amount) - given) / 100,
  };
}
