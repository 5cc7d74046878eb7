import type { DeclineReason } from '../../protocol/messages';

/** In the order of the menu. */
export const declineReasons = [
  'no_time',
  'not_my_field',
  'bias',
  'technical',
  'other',
] as const satisfies readonly DeclineReason[];
