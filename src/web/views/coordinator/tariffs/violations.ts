import type { Violation } from './tariffs';
import type { Wrong } from './toTariff';

/** Keys for machines have no field of their own: what is wrong with them is said where the name is typed. */
const shownAt: [RegExp, string][] = [
  [/^family$/, 'name'],
  [/^(surcharges\[\d+\])\.key$/, '$1.name'],
  [/^(surcharges\[\d+\]\.bands\[\d+\])\.days$/, '$1'],
];

export function placeOf(field: string): string {
  const found = shownAt.find(([pattern]) => pattern.test(field));
  return found ? field.replace(found[0], found[1]) : field;
}

/** The first of each field. What is missing is only said once somebody has tried to save. */
export function wrongOf(violations: readonly Violation[], isTried: boolean): Wrong {
  const wrong: Wrong = {};
  for (const { field, code } of violations) {
    const place = placeOf(field);
    if (!(place in wrong) && (isTried || code !== 'missing')) wrong[place] = code;
  }
  return wrong;
}

/** Of a refused change. */
export const violationsIn = (problem: unknown): Violation[] =>
  (problem as { violations?: Violation[] } | undefined)?.violations ?? [];
