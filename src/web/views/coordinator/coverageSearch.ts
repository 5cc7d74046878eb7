import { given, matching, queryOf, textOf } from './reportSearch';

export const weekChoices = [4, 8, 13, 26, 52] as const;
export const levelChoices = [70, 80, 90, 95] as const;
export const withinChoices = [20, 30, 60, 120] as const;
export const defaults = { weeks: 8, level: 80, within: 30 } as const;

/** What stands in the address: only what differs from the defaults. */
export interface CoverageSearch {
  sprache?: string;
  wochen?: number;
  level?: number;
  sekunden?: number;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export const readCoverageSearch = (raw: Record<string, unknown>): CoverageSearch =>
  given({
    sprache: matching(raw.sprache, /^[a-z]{3}$/),
    wochen: oneOf(weekChoices, raw.wochen, defaults.weeks),
    level: oneOf(levelChoices, raw.level, defaults.level),
    sekunden: oneOf(withinChoices, raw.sekunden, defaults.within),
  });

/** The query of GET /api/coverage and of the CSV file. */
export const coverageQuery = ({ sprache, wochen, level, sekunden }: CoverageSearch): string =>
  queryOf({ language: sprache, weeks: wochen, level, within: sekunden });

function oneOf(choices: readonly number[], value: unknown, usual: number): number | undefined {
  const number = Number(textOf(value));
  return textOf(value) !== '' && number !== usual && choices.includes(number) ? number : undefined;
}
