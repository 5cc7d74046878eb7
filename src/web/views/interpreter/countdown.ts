/** What is left of an offer: whole seconds for the eye, the share for the bar. */
export function remaining(offer: { offeredAt: string; expiresAt: string }, now: number) {
  const end = Date.parse(offer.expiresAt);
  const whole = Math.max(1, end - Date.parse(offer.offeredAt));
  const left = Math.min(whole, Math.max(0, end - now));
  return { seconds: Math.ceil(left / 1000), share: left / whole };
}
