/** So long before its end the slot makes itself noticed. */
const warnBefore = 5 * 60_000;

export type SlotMoment = 'quiet' | 'soon' | 'over';

/** Nothing ends by itself: both are told in time, and again once it is over. */
export function slotMoment(endsAt: string, now: number): SlotMoment {
  const left = Date.parse(endsAt) - now;
  if (left <= 0) return 'over';
  return left <= warnBefore ? 'soon' : 'quiet';
}
