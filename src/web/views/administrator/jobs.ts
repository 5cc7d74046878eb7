import { queryOptions } from '@tanstack/react-query';
import { jobs } from '../../i18n/de/jobs';
import { getJson } from '../../protocol/http';

/** GET /api/jobs; instants in UTC. */
export interface Jobs {
  engine: string | null;
  jobs: Job[];
}

export interface Job {
  name: string;
  /** `seconds:20`, `minutes:10` or `daily:03:40`. */
  cadence: string;
  startedAt: string | null;
  finishedAt: string | null;
  outcome: 'running' | 'done' | 'failed' | null;
  succeededAt: string | null;
  nextRunAt: string | null;
  rows: number | null;
  error: string | null;
  failuresInARow: number;
  isSilent: boolean;
}

/** GET /api/jobs/{name}/runs. */
export interface JobRun {
  startedAt: string;
  finishedAt: string;
  outcome: 'done' | 'failed';
  rows: number;
  error: string | null;
}

const every = 5_000;

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => getJson<Jobs>('/api/jobs', signal),
  refetchInterval: every,
});

export const runsQuery = (job: string) =>
  queryOptions({
    queryKey: ['jobs', job],
    queryFn: ({ signal }) => getJson<JobRun[]>(`/api/jobs/${job}/runs`, signal),
    refetchInterval: every,
  });

export type JobName = keyof typeof jobs.names;

/** A server may be newer than this page. */
export const isNamed = (name: string): name is JobName => name in jobs.names;

export type CadenceWords = { kind: 'seconds' | 'minutes'; count: number } | { kind: 'daily'; time: string };

export function readCadence(cadence: string): CadenceWords {
  const [kind, ...rest] = cadence.split(':');
  if (kind === 'daily') return { kind, time: rest.join(':') };
  return { kind: kind === 'minutes' ? 'minutes' : 'seconds', count: Number(rest[0]) };
}

/** Seconds with a tenth; null while it runs. */
export const durationOf = (run: { startedAt: string | null; finishedAt: string | null }): number | null =>
  run.startedAt && run.finishedAt
    ? Math.max(0, Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 100) / 10)
    : null;
