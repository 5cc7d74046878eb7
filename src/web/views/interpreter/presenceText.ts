import type { PresenceView } from '../../protocol/messages';

/** What comes after the wrap-up, as the key of a German sentence. */
export function followsWrapUp({ afterwards, inHours }: PresenceView) {
  if (afterwards === 'paused' || afterwards === 'offline') return afterwards;
  return inHours ? 'available' : 'outside';
}
