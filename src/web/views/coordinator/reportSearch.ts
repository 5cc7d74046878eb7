/** What reports share in their address: only what narrows. Days are Berlin days, both included. */
export interface PeriodSearch {
  von?: string;
  bis?: string;
  sprache?: string;
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';

/** The text where it looks as it should; an address may have been written by hand. */
export const matching = (value: unknown, pattern: RegExp): string | undefined =>
  pattern.test(textOf(value)) ? textOf(value) : undefined;

export function readPeriod(raw: Record<string, unknown>): PeriodSearch {
  const day = /^\d{4}-\d{2}-\d{2}$/;
  return given({
    von: matching(raw.von, day),
    bis: matching(raw.bis, day),
    sprache: matching(raw.sprache, /^[a-z]{3}$/),
  });
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is not there. */
export const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;

/** A query text with its question mark, or nothing. */
export function queryOf(values: Record<string, string | number | boolean | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, `${value}`);
  const text = query.toString();
  return text && `?${text}`;
}
