import type { HubMessages } from '../../protocol/messages';

export type AskNews = 'asked' | 'taken' | 'cancelled';

/** What is worth a word to somebody who was asked. In a conversation only that an appointment is off: the rest can wait. */
export function askNewsOf(
  { state, because }: Pick<HubMessages['AskChanged'], 'state' | 'because'>,
  isTalking: boolean,
): AskNews | null {
  if (state === 'withdrawn' && because === 'cancelled') return 'cancelled';
  if (isTalking) return null;
  if (state === 'open') return 'asked';
  return state === 'withdrawn' && because === 'taken' ? 'taken' : null;
}
