import { addDays, addMonths, type Day, firstOfMonth } from '../../appointments/wallTime';

export interface Period {
  from: Day;
  until: Day;
}

/** What is usually billed: the month before this one. */
export function lastMonth(today: Day): Period {
  const first = firstOfMonth(today);
  return { from: addMonths(first, -1), until: addDays(first, -1) };
}

const daysAtMost = 400;

/** As the server takes it: the first day not after the last, and not years. */
export function isUsable({ from, until }: Period): boolean {
  return from <= until && until <= addDays(from, daysAtMost);
}
