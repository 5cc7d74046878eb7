import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';

export const conflictReasons = ['bias', 'conduct', 'quality', 'acquainted', 'other'] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** One row of GET /api/conflicts, newest first. */
export interface Conflict {
  id: string;
  interpreterNumber: string;
  interpreterName: string | null;
  customerName: string;
  blockedBy: 'interpreter' | 'customer';
  reason: ConflictReason;
  createdAt: string;
}

export const conflictsKey = ['conflicts'];

export const conflictsQuery = queryOptions({
  queryKey: conflictsKey,
  queryFn: ({ signal }) => getJson<Conflict[]>('/api/conflicts', signal),
});
