/** What both sides of a dispute know (BILLING.md). */
export const disputeReasons = ['time', 'price', 'surcharge', 'not_held', 'twice', 'other'] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export type DisputeState = 'open' | 'accepted' | 'rejected' | 'taken_back';

export const objectionReasons = ['services', 'tax', 'data', 'not_agreed', 'other'] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

export type ServiceKind = 'session' | 'appointment' | 'cancellation' | 'loss' | 'standby';
export type LineUnit = 'minute' | 'hour' | 'one';

/** As many characters as an explanation may have. */
export const wordsAtMost = 500;
