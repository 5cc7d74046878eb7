import type { PresenceView, RequestView, SessionView, StintView } from './messages';

export interface FloorView {
  revision: number;
  serverTime: string;
  requests: FloorRequest[];
  sessions: FloorSession[];
  interpreters: FloorInterpreter[];
}
/** Holds only the rows that changed since the one before. */
export interface FloorChange extends FloorView {
  removedRequests: string[];
  removedSessions: string[];
  removedInterpreters: string[];
}
export interface FloorRequest extends RequestView {
  /** ownReference is always null here */
  customerName: string;
  unitName: string;
  offers: {
    offerId: string;
    interpreterId: string;
    interpreterName: string;
    wave: number;
    rank: number;
    offeredAt: string;
    expiresAt: string;
    reasons: RankReasons;
  }[];
}
export interface RankReasons {
  continuity: boolean;
  wishesFulfilled: number;
  level: number;
  knowsField: boolean;
  idleSince: string;
  offeredMinutesThisWeek: number;
  /** the language that would be spoken instead of the one asked for */
  related: string | null;
}
export interface FloorSession extends SessionView {
  interpreterId: string;
  /** in the order of sitting down */
  stints: StintView[];
}
export interface FloorInterpreter {
  id: string;
  number: string;
  name: string;
  languages: string[];
  presence: PresenceView;
  connected: boolean;
  ringingFor: string | null;
}
