import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';

/** GET /api/appointments/bounds: what can be chosen by the rules of today, in minutes. */
export interface Bounds {
  shortest: number;
  longest: number;
  lengthStep: number;
  startStep: number;
  daysAhead: number;
  seriesAtMost: number;
}

/** Until the service has answered. */
export const usualBounds: Bounds = {
  shortest: 15,
  longest: 360,
  lengthStep: 15,
  startStep: 5,
  daysAhead: 90,
  seriesAtMost: 60,
};

const boundsQuery = queryOptions({
  queryKey: ['appointment-bounds'],
  queryFn: ({ signal }) => getJson<Bounds>('/api/appointments/bounds', signal),
});

export const useBounds = (): Bounds => useQuery(boundsQuery).data ?? usualBounds;

/** Also what was chosen before: a list that does not show it would show something else. */
export function lengthsOf({ shortest, longest, lengthStep }: Bounds, chosen: number): number[] {
  const count = Math.floor((longest - shortest) / lengthStep) + 1;
  const lengths = Array.from({ length: count }, (_, index) => shortest + index * lengthStep);
  return lengths.includes(chosen) ? lengths : [...lengths, chosen].toSorted((a, b) => a - b);
}

export function minutesOf({ startStep }: Bounds, chosen: string): string[] {
  const minutes = Array.from({ length: Math.ceil(60 / startStep) }, (_, index) =>
    `${index * startStep}`.padStart(2, '0'),
  );
  return minutes.includes(chosen) ? minutes : [...minutes, chosen].toSorted();
}

/** A week between two, within the days ahead. */
export const timesAtMost = ({ daysAhead, seriesAtMost }: Bounds): number =>
  Math.max(2, Math.min(seriesAtMost, Math.floor(daysAhead / 7) + 1));
