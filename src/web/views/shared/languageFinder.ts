// Which languages somebody means by what was typed: German names, own names in any script, other spellings, groups, countries.

export interface LanguageNote {
  code: string;
  grade: 'usual' | 'with_consent' | 'unsafe';
  note: string;
}

/** One row of `GET /api/languages`. */
export interface CatalogueLanguage {
  code: string;
  germanName: string;
  autonym: string;
  dir: 'ltr' | 'rtl';
  modality: 'spoken' | 'signed';
  group: string;
  groupName: string;
  groupHint?: string;
  macroName?: string;
  aliases: string[];
  countries: string[];
  hint?: string;
  /** Those that may be asked for. */
  varieties: string[];
  /** 1 for the most asked for; absent for most. */
  demand?: number;
  substitutes: LanguageNote[];
  warnings: LanguageNote[];
}

export interface LanguageSearch {
  /** Best first. Everything, favourites first, when nothing was typed. */
  languages: CatalogueLanguage[];
  /** A German sentence when the word typed means several languages ("Kurdisch"). */
  hint?: string;
}

interface Keys {
  language: CatalogueLanguage;
  names: string[];
  families: string[];
  aliases: string[];
  countries: string[];
}

// Small is good. A family ("Kurdisch") counts as much as the beginning of a name, so that its members stand together.
const rank = {
  exact: 0,
  exactAlias: 1,
  start: 2,
  aliasStart: 3,
  wordStart: 4,
  country: 5,
  inside: 6,
} as const;
const prepared = new WeakMap<readonly CatalogueLanguage[], Keys[]>();
const german = new Intl.Collator('de');

export function findLanguages(
  query: string,
  catalogue: readonly CatalogueLanguage[],
  favourites: readonly string[] = [],
): LanguageSearch {
  const keys = keysOf(catalogue);
  const typed = fold(query);
  if (typed === '') {
    return {
      languages: order(
        keys.map(entry => ({ language: entry.language, rank: 0 })),
        favourites,
      ),
    };
  }
  const spellings = [...new Set([typed, typed.replace(/([aou])e/g, '$1')])];
  const found = keys.flatMap(entry => {
    const best = Math.min(...spellings.map(spelling => rankOf(spelling, entry)));
    return Number.isFinite(best) ? [{ language: entry.language, rank: best }] : [];
  });
  const clear = found.filter(match => match.rank < rank.inside);
  const hits = clear.length > 0 ? clear : found;
  const matches = hits.length > 0 ? hits : keys.flatMap(entry => nearMiss(typed, entry));
  const languages = order(matches, favourites);
  const hint = hintFor(typed, matches);
  return hint ? { languages, hint } : { languages };
}

/** Lower case without accents, points and punctuation; one form for letters that keyboards write differently. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .normalize('NFD')
    .replace(/[\p{M}\u0640\u200c'’‘`ʿʾ]/gu, '')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

function keysOf(catalogue: readonly CatalogueLanguage[]): Keys[] {
  const known = prepared.get(catalogue);
  if (known) {
    return known;
  }
  const keys = catalogue.map(language => ({
    language,
    names: [language.germanName, language.autonym].map(fold),
    families: [language.macroName ?? '', language.groupName].map(fold),
    aliases: [language.code, ...language.aliases].map(fold),
    countries: language.countries.map(fold),
  }));
  prepared.set(catalogue, keys);
  return keys;
}

function rankOf(typed: string, { names, families, aliases, countries }: Keys): number {
  const begins = (key: string) => key.startsWith(typed);
  const hasWord = (key: string) => key.includes(` ${typed}`);
  if (names.includes(typed)) return rank.exact;
  if (aliases.includes(typed)) return rank.exactAlias;
  if (names.some(begins) || (typed.length > 2 && families.some(begins))) return rank.start;
  if (aliases.some(begins)) return rank.aliasStart;
  if ([...names, ...aliases].some(hasWord)) return rank.wordStart;
  if (typed.length > 2 && countries.some(begins)) return rank.country;
  if (typed.length > 2 && [...names, ...aliases].some(key => key.includes(typed))) return rank.inside;
  return Number.POSITIVE_INFINITY;
}

/** One slip in a short word, two in a long one; the word may still be unfinished. */
function nearMiss(typed: string, { language, names, families, aliases }: Keys) {
  const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  const words = [...names, ...families, ...aliases].flatMap(key => [key, ...key.split(' ')]);
  const slips = Math.min(
    ...words.flatMap(word => [word, word.slice(0, typed.length)]).map(word => distance(typed, word)),
  );
  return allowed > 0 && slips <= allowed ? [{ language, rank: slips }] : [];
}

/** Edit distance in which two swapped neighbours are one slip. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) {
    return Number.POSITIVE_INFINITY;
  }
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const kept = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      row.push(swapped ? Math.min(kept, (before[j - 2] ?? 0) + 1) : kept);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}

function order(
  matches: { language: CatalogueLanguage; rank: number }[],
  favourites: readonly string[],
): CatalogueLanguage[] {
  const liked = (code: string) => (favourites.includes(code) ? favourites.indexOf(code) : favourites.length);
  const asked = (language: CatalogueLanguage) => language.demand ?? Number.MAX_SAFE_INTEGER;
  return [...matches]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        liked(a.language.code) - liked(b.language.code) ||
        asked(a.language) - asked(b.language) ||
        german.compare(a.language.germanName, b.language.germanName),
    )
    .map(match => match.language);
}

function hintFor(
  typed: string,
  matches: { language: CatalogueLanguage; rank: number }[],
): string | undefined {
  const best = Math.min(...matches.map(match => match.rank));
  const top = matches.filter(match => match.rank === best).map(match => match.language);
  const first = top[0];
  const oneFamily = top.length > 1 && top.every(language => language.group === first?.group);
  return typed.length > 2 && oneFamily ? first?.groupHint : undefined;
}
