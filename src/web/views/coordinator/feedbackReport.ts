import type { ComplaintReason, RequestView } from '../../protocol/messages';
import type { FeedbackReason, Rating } from '../shared/call/feedback';
import type { FeedbackKind } from './feedbackSearch';

export interface FeedbackRow {
  id: string;
  kind: FeedbackKind;
  at: string;
  /** Null for a complaint. */
  rating: Rating | null;
  reasons: (FeedbackReason | ComplaintReason)[];
  /** The number of the interpreter who said it. */
  saidBy: string | null;
  sessionId: string;
  language: string;
  modality: RequestView['modality'];
  startedAt: string;
  endedAt: string | null;
  clockSeconds: number;
  interpreterNumbers: string[];
  customerName: string;
  unitName: string;
  handledAt: string | null;
  handledBy: string | null;
}

export interface FeedbackCount {
  kind: FeedbackKind;
  rating: Rating | null;
  /** Null: how often this rating was given, or how many complained. */
  reason: FeedbackReason | ComplaintReason | null;
  count: number;
}

/** GET /api/feedback. */
export interface FeedbackReport {
  from: string;
  to: string;
  total: number;
  counts: FeedbackCount[];
  units: { customerName: string; unitName: string; sessions: number; complaints: number; poor: number }[];
  rows: FeedbackRow[];
}

/** Reasons down, the most frequent first; who named them across, in the order of `kinds`. */
export function byReason(counts: readonly FeedbackCount[], kinds: readonly FeedbackKind[]) {
  const lines = new Map<NonNullable<FeedbackCount['reason']>, number[]>();
  for (const { kind, reason, count } of counts) {
    if (!reason) continue;
    const line = lines.get(reason) ?? kinds.map(() => 0);
    const at = kinds.indexOf(kind);
    line[at] = (line[at] ?? 0) + count;
    lines.set(reason, line);
  }
  const sum = (line: number[]) => line.reduce((a, b) => a + b, 0);
  return [...lines]
    .map(([reason, line]) => ({ reason, counts: line, total: sum(line) }))
    .sort((a, b) => b.total - a.total || a.reason.localeCompare(b.reason));
}

/** How often a rating was given by a side. */
export const countOf = (
  counts: readonly FeedbackCount[],
  kind: FeedbackKind,
  rating: Rating | null,
): number =>
  counts.find(one => one.kind === kind && one.rating === rating && one.reason === null)?.count ?? 0;
