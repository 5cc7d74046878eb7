import { queryOptions } from '@tanstack/react-query';
import { getJson, http, postJson } from '../../../protocol/http';
import type { Day } from '../../appointments/wallTime';
import type { Side } from '../tariffs/tariffs';
import type { Finding } from './findings';
import type { Period } from './period';

/** POST /api/billing/preview. */
export interface Preview {
  parties: PreviewParty[];
  /** Services that wait for a tariff, of all parties. */
  unrated: number;
  /** What was left of the time before the period, of all parties. */
  earlier?: { from: Day; services: number; net: number } | null;
}

export interface PreviewParty {
  id: string;
  name: string;
  services: number;
  documents: number;
  net: number;
  tax: number;
  gross: number;
  unrated: number;
  findings: Finding[];
  /** Services that are held back until a dispute is answered, with what they come to. */
  disputed: number;
  disputedNet: number;
}

export type RunState = 'issuing' | 'paused' | 'done';

/** One row of GET /api/billing/runs. */
export interface Run {
  id: string;
  side: Side;
  fromDay: Day;
  untilDay: Day;
  state: RunState;
  issuedOn: Day;
  startedByName: string | null;
  startedAt: string;
  finishedAt: string | null;
  /** Parties that are still to come, that got documents, that could not. */
  planned: number;
  issued: number;
  refused: number;
}

export interface RunPart {
  partyId: string;
  name: string;
  state: 'planned' | 'issued' | 'empty' | 'refused';
  reasons: Finding[] | null;
}

/** GET /api/billing/runs/{id}. */
export interface RunView {
  run: Run;
  parts: RunPart[];
}

export const runsQuery = queryOptions({
  queryKey: ['billing', 'runs'],
  queryFn: ({ signal }) => getJson<Run[]>('/api/billing/runs', signal),
});

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['billing', 'run', id],
    queryFn: ({ signal }) => getJson<RunView>(`/api/billing/runs/${id}`, signal),
  });

export const previewQuery = (side: Side, period: Period) =>
  queryOptions({
    queryKey: ['billing', 'preview', side, period.from, period.until],
    queryFn: ({ signal }) => http<Preview>('POST', '/api/billing/preview', { side, ...period }, signal),
    // Whoever comes back from a form of data wants to see what it has changed.
    staleTime: 0,
  });

export const startRun = (
  key: string,
  side: Side,
  period: Period,
  parties: readonly string[],
  withDisputed: readonly string[],
) => postJson<RunView>('/api/billing/runs', { key, side, ...period, parties, withDisputed });

export const isBlocked = ({ findings }: PreviewParty): boolean => findings.some(one => one.blocks);

/** What a run of these would make. */
export function sumOf(parties: readonly PreviewParty[]) {
  const sum = { services: 0, documents: 0, net: 0, tax: 0, gross: 0 };
  for (const party of parties)
    for (const field of Object.keys(sum) as (keyof typeof sum)[]) sum[field] += party[field];
  return sum;
}

/** Parties that are through, of all. */
export function progressOf({ run, parts }: RunView) {
  return { done: parts.length - run.planned, all: parts.length };
}
