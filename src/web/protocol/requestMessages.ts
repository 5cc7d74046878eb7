/** The part of the protocol that is about requests and offers. */

import type { RankReasons } from './floorMessages';

export type Field =
  | 'immigration'
  | 'asylum'
  | 'health'
  | 'mental_health'
  | 'social'
  | 'school'
  | 'police_courts';
export type Requirement =
  | { kind: 'gender'; value: 'female' | 'male' | 'diverse' }
  | { kind: 'sworn' }
  | { kind: 'level'; value: '1' | '2' | '3' | '4' | '5' | '6' }
  | { kind: 'field' }
  /** one of the varieties that the catalogue lists for the language */
  | { kind: 'variety'; value: string }
  | { kind: 'interpreter'; value: string };
export interface Wish {
  what: Requirement;
  releasedAfterSeconds: number | null;
}

export interface AppointmentCall {
  /** of the appointment */
  id: string;
  /** of its slot */
  endsAt: string;
}

export interface RequestView {
  id: string;
  state: 'waiting' | 'offered' | 'assigned' | 'fulfilled' | 'cancelled' | 'unserved';
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  priority: 'normal' | 'appointment_uncovered' | 'police_or_child_protection' | 'emergency';
  requirements: Requirement[];
  wishes: Wish[];
  relatedAllowed: boolean;
  /** only to its requester */
  ownReference: string | null;
  requestedAt: string;
  endedAt: string | null;
  position: number | null;
  ringing: number;
  onDuty: number;
  /** what may stand in, the best first, allowed or not */
  relatedLanguages: string[];
  /** how many more are on duty who speak only one of those; 0 while not allowed */
  relatedOnDuty: number;
  /** from then on they ring where allowed; while not allowed, offer it then */
  relatedAt: string;
  /** from then on offer to go on with sound only */
  audioAt: string;
  /** the Disposition was asked for help */
  helpAskedAt: string | null;
  /** and promised it */
  helpAnsweredAt: string | null;
  /** came of a callback and has the place in line of then */
  calledBack: boolean;
  /** the number of the one whom it names, by requirement or wish, or of the appointment */
  namedInterpreter: string | null;
  /** waits for the interpreter of an appointment alone */
  appointment: AppointmentCall | null;
  /** from then on show the other choices */
  choicesAt: string;
  /** when the search gives up */
  unservedAt: string;
  /** the last two: of a search for a relief */
  cancelledBy: 'requester' | 'coordinator' | 'disconnect' | 'interpreter' | 'session_end' | null;
  /** on the floor only: the session in which somebody is to be relieved */
  reliefFor: string | null;
  unservedBecause: UnservedCause | null;
}
export type UnservedCause =
  | 'none_qualified'
  | 'none_on_duty'
  | 'all_busy'
  | 'all_declined'
  | 'all_missed'
  | 'none_connected';

export interface CallbackView {
  id: string;
  requestId: string;
  language: string;
  modality: 'video' | 'audio';
  state: 'open' | 'ready' | 'taken' | 'expired' | 'cancelled';
  askedAt: string;
  expiresAt: string;
  readyAt: string | null;
}

export interface OfferView {
  id: string;
  requestId: string;
  /** what will be spoken */
  language: string;
  /** what was asked for; differs where a related language stands in */
  requestedLanguage: string;
  /** the requester wishes this interpreter again */
  continuity: boolean;
  field: Field;
  modality: 'video' | 'audio';
  priority: RequestView['priority'];
  /** never who */
  customerKind: 'authority' | 'district' | 'clinic';
  requirements: Requirement[];
  wishes: Wish[];
  /** a relief is wanted in a conversation that runs since then */
  reliefSince: string | null;
  /** an own appointment: rings until its slot is over, and cannot be declined */
  appointment: AppointmentCall | null;
  offeredAt: string;
  expiresAt: string;
  /** more time was asked for; it is given once */
  extended: boolean;
  /** why it came to this interpreter */
  reasons: RankReasons;
}
export type DeclineReason = 'no_time' | 'not_my_field' | 'bias' | 'technical' | 'other';
export type WithdrawnBecause =
  | 'taken_by_other'
  | 'request_cancelled'
  | 'request_ended'
  | 'interpreter_left'
  | 'reassigned';
