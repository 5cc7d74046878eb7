import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';

/** One row of GET /api/units: to a requester those of the own customer, to the Disposition all. */
export interface Unit {
  unitId: string;
  name: string;
  customerId: string;
  customerName: string;
}

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => getJson<Unit[]>('/api/units', signal),
});
