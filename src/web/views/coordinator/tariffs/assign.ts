import { type Day, isDay } from '../../appointments/wallTime';
import type { Side } from './tariffs';

export interface AssignForm {
  side: Side;
  extent: 'all' | 'one';
  customer: { id: string; name: string } | null;
  interpreter: { id: string; name: string } | null;
  /** Empty until one is chosen: then the first of the side. */
  family: string;
  validFrom: Day;
}

export type Gap = 'customer' | 'interpreter' | 'validFrom' | 'family';

export const emptyAssign = (today: Day): AssignForm => ({
  side: 'customer',
  extent: 'all',
  customer: null,
  interpreter: null,
  family: '',
  validFrom: today,
});

export function assignGaps(form: AssignForm): Gap[] {
  const found: Gap[] = [];
  if (form.extent === 'one' && !form[form.side]) found.push(form.side);
  if (!form.family) found.push('family');
  if (!isDay(form.validFrom)) found.push('validFrom');
  return found;
}

/** The body of POST /api/tariffs/assignments. */
export const assignOrder = ({ side, extent, customer, interpreter, family, validFrom }: AssignForm) => ({
  side,
  customerId: side === 'customer' && extent === 'one' ? (customer?.id ?? null) : null,
  interpreterId: side === 'interpreter' && extent === 'one' ? (interpreter?.id ?? null) : null,
  family,
  validFrom,
});
