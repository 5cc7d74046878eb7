/** Which version a new one follows, or is like. */
export interface NewTariffSearch {
  fassung?: string;
  vorlage?: string;
}

const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;

export function readNewTariffSearch(raw: Record<string, unknown>): NewTariffSearch {
  const [fassung, vorlage] = [id(raw.fassung), id(raw.vorlage)];
  if (fassung) return { fassung };
  return vorlage ? { vorlage } : {};
}
