import type { OwnRequest } from '../requester/history';
import type { RequestForm } from '../requester/requestForm';

export interface Person {
  interpreterId: string;
  number: string;
  /** When they last talked; null for one whom only the form names. */
  last: string | null;
}

/** Everybody once, the last first; with the one who is chosen, whether in the rows or not. */
export function peopleOf(
  rows: readonly Pick<OwnRequest, 'session'>[],
  chosen: RequestForm['again'],
): Person[] {
  const people = new Map<string, Person>();
  for (const { session } of rows)
    if (session && !people.has(session.interpreterId))
      people.set(session.interpreterId, {
        interpreterId: session.interpreterId,
        number: session.interpreterNumber,
        last: session.startedAt,
      });
  if (chosen && !people.has(chosen.interpreterId))
    people.set(chosen.interpreterId, { ...chosen, last: null });
  return [...people.values()];
}
