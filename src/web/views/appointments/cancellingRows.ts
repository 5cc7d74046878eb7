import type { Cancelling } from '../shared/price';

export interface CancellingRow {
  when: { until: string } | 'after' | 'always';
  net: number;
  gross: number | null;
}

/** Two times that cost the same are one; the last has no end but the start. */
export function cancellingRows(cancelling: readonly Cancelling[]): CancellingRow[] {
  const merged = cancelling.filter((one, place) => one.net !== cancelling[place + 1]?.net);
  return merged.map(({ until, net, gross }) => ({
    when: until ? { until } : merged.length > 1 ? 'after' : 'always',
    net,
    gross,
  }));
}
