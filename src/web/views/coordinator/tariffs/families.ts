import { addDays, type Day } from '../../appointments/wallTime';
import type { Assignment, Side, Tariffs, Version } from './tariffs';

/** All versions of one family, the newest first. */
export interface Family {
  key: string;
  side: Side;
  /** Of the version that counts today, or of the next one. */
  name: string;
  versions: Version[];
  assignments: Given[];
}

export interface Given extends Assignment {
  isComing: boolean;
}

export type When = 'now' | 'coming' | 'over';

/** The last day of each version: its own, or the one before its successor begins. */
export function lastDay(versions: readonly Version[], place: number): Day | null {
  const own = versions[place]?.tariff.validUntil ?? null;
  const next = versions[place - 1]?.tariff.validFrom;
  const before = next ? addDays(next, -1) : null;
  return [own, before].filter(day => day !== null).sort()[0] ?? null;
}

export function whenOf(versions: readonly Version[], place: number, today: Day): When {
  const from = versions[place]?.tariff.validFrom ?? today;
  const last = lastDay(versions, place);
  if (from > today) return 'coming';
  return last !== null && last < today ? 'over' : 'now';
}

const targetOf = ({ side, customerId, interpreterId }: Assignment): string =>
  `${side} ${customerId ?? ''} ${interpreterId ?? ''}`;

/** What counts today and what is still to come; what something newer has replaced is history. */
export function inForce(assignments: readonly Assignment[], today: Day): Given[] {
  const seen = new Set<string>();
  return assignments.flatMap(one => {
    // The newest first, as the service gives them; of one day, the one that was said last.
    const isComing = one.validFrom > today;
    const place = isComing ? `${targetOf(one)} ${one.validFrom}` : targetOf(one);
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ ...one, isComing }];
  });
}

export function familiesOf({ tariffs, assignments }: Tariffs, today: Day): Family[] {
  const families = new Map<string, Version[]>();
  for (const version of tariffs) {
    const { family } = version.tariff;
    families.set(family, [...(families.get(family) ?? []), version]);
  }
  const given = inForce(assignments, today);
  const found = [...families].map(([key, all]) => {
    const versions = all.toSorted((a, b) => b.tariff.validFrom.localeCompare(a.tariff.validFrom));
    const shown =
      versions.find((_, place) => whenOf(versions, place, today) === 'now') ?? versions.at(-1) ?? all[0];
    return {
      key,
      side: shown?.tariff.side ?? 'customer',
      name: shown?.tariff.name ?? key,
      versions,
      assignments: given.filter(one => one.family === key && one.side === shown?.tariff.side),
    } satisfies Family;
  });
  // What somebody has comes first: those are the ones that are looked for.
  return found.sort(
    (a, b) =>
      Number(b.assignments.length > 0) - Number(a.assignments.length > 0) ||
      a.name.localeCompare(b.name, 'de'),
  );
}

/** A key for machines that no family has yet. */
export function newKey(name: string, taken: readonly string[], otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  // A key begins with a letter: "24 Stunden" becomes "tarif-24-stunden".
  const first = /^[a-z]/.test(plain) ? plain : [otherwise, plain].filter(Boolean).join('-');
  let key = first;
  for (let number = 2; taken.includes(key); number++) key = `${first}-${number}`;
  return key;
}
