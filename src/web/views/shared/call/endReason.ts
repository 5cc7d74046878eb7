import type { SessionView, Side } from '../../../protocol/messages';

type EndReason = NonNullable<SessionView['endReason']>;

/** The sentence for the end of a session as its reader is spoken to: who hung up reads "Sie". */
export const endReasonKey = (reason: EndReason, reader: Side) =>
  reason === `hang_up_${reader}` ? ('endReason.own' as const) : (`endReason.${reason}` as const);

/** Why a conversation that took place costs nothing. */
export const notBilledKey = ({ endReason }: Pick<SessionView, 'endReason'>) =>
  endReason === 'quality_complaint' ? ('complaint.free' as const) : ('notBilled' as const);
