import type { CallbackView, Field, RequestView, UnservedCause } from '../../protocol/messages';
import { causes } from './ledgerSearch';

export interface LedgerCount {
  language: string;
  cause: UnservedCause;
  hour: number;
  count: number;
}

/** GET /api/unserved. */
export interface Ledger {
  from: string;
  to: string;
  total: number;
  counts: LedgerCount[];
  rows: {
    id: string;
    requestedAt: string;
    language: string;
    cause: UnservedCause;
    field: Field;
    modality: RequestView['modality'];
    priority: RequestView['priority'];
    customerName: string;
    unitName: string;
    waitedSeconds: number;
    helpAsked: boolean;
    callback: CallbackView['state'] | null;
  }[];
}

export interface LedgerLine {
  language: string;
  total: number;
  byCause: number[];
}

/** One line per language, the largest need first; the causes in the order of the page. */
export function byLanguage(counts: readonly LedgerCount[]): LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  for (const { language, cause, count } of counts) {
    const line = lines.get(language) ?? { language, total: 0, byCause: causes.map(() => 0) };
    line.total += count;
    const at = causes.indexOf(cause);
    line.byCause[at] = (line.byCause[at] ?? 0) + count;
    lines.set(language, line);
  }
  return [...lines.values()].sort((a, b) => b.total - a.total || a.language.localeCompare(b.language));
}

/** How many in each of the 24 hours of a Berlin day. */
export function byHour(counts: readonly LedgerCount[]): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { hour, count } of counts) hours[hour] = (hours[hour] ?? 0) + count;
  return hours;
}
