/** The twin of Realtime/PROTOCOL.md: every hub method and message with the same name and shape. */

import type { FloorChange, FloorView } from './floorMessages';
import type {
  AppointmentCall,
  CallbackView,
  DeclineReason,
  Field,
  OfferView,
  RequestView,
  Requirement,
  Wish,
  WithdrawnBecause,
} from './requestMessages';

export type * from './floorMessages';
export type * from './requestMessages';

/** What the browser invokes: the arguments, then the answer. */
export interface HubMethods {
  Resume: [args: [ResumeArgs], answer: Situation];
  RequestInterpreter: [args: [RequestInterpreterArgs], answer: RequestView];
  CancelRequest: [args: [{ requestId: string }], answer: RequestView];
  EaseRequest: [args: [{ requestId: string; toAudio: boolean; allowRelated: boolean }], answer: RequestView];
  AskForHelp: [args: [{ requestId: string }], answer: RequestView];
  PromiseHelp: [args: [{ requestId: string }], answer: RequestView];
  AskCallback: [args: [{ requestId: string }], answer: CallbackView];
  TakeCallback: [args: [{ callbackId: string; key: string }], answer: RequestView];
  CancelCallback: [args: [{ callbackId: string }], answer: CallbackView];
  SetPresence: [args: [{ wanted: 'available' | 'paused' | 'offline' }], answer: PresenceView];
  AcceptOffer: [args: [{ offerId: string }], answer: AcceptAnswer];
  DeclineOffer: [args: [{ offerId: string; reason: DeclineReason }], answer: void];
  ExtendOffer: [args: [{ offerId: string }], answer: void];
  Signal: [args: [sessionId: string, to: Seat, payload: unknown], answer: void];
  ReportMedia: [
    args: [
      {
        sessionId: string;
        flowing: boolean;
        forSeconds: number;
        active: boolean | null;
        heard: boolean | null;
      },
    ],
    answer: void,
  ];
  HoldSession: [args: [{ sessionId: string; on: boolean }], answer: SessionView];
  ConfirmHere: [args: [{ sessionId: string }], answer: SessionView];
  ComplainOfQuality: [args: [{ sessionId: string; reason: ComplaintReason }], answer: SessionView];
  AskAgain: [args: [{ sessionId: string; key: string }], answer: RequestView];
  SeekRelief: [args: [{ sessionId: string }], answer: SessionView];
  CancelRelief: [args: [{ sessionId: string }], answer: SessionView];
  HandOver: [args: [{ sessionId: string }], answer: SessionView];
  EndSession: [
    args: [{ sessionId: string; secondsAgo: number; flowedSeconds?: number }],
    answer: SessionView,
  ];
  InviteGuest: [
    args: [{ sessionId: string; role: GuestView['role']; linkHash: string }],
    answer: ParticipantView,
  ];
  AdmitGuest: [args: [{ sessionId: string; seat: Seat }], answer: void];
  DismissGuest: [args: [{ sessionId: string; seat: Seat }], answer: void];
  LeaveSession: [args: [], answer: void];
  TakeBreak: [args: [], answer: PresenceView];
  EndWrapUp: [args: [], answer: PresenceView];
  ExtendWrapUp: [args: [], answer: PresenceView];
  WatchFloor: [args: [], answer: FloorView];
  LeaveFloor: [args: [], answer: void];
  AssignInterpreter: [args: [{ requestId: string; interpreterId: string }], answer: void];
}

/** What the server tells: past facts, each with the complete new view of one thing. */
export interface HubMessages {
  RequestChanged: { revision: number; request: RequestView };
  /** ready: somebody is free now */
  CallbackChanged: { revision: number; callback: CallbackView };
  /** again with the same id when the request was eased */
  OfferReceived: { revision: number; offer: OfferView };
  OfferWithdrawn: { revision: number; offerId: string; because: WithdrawnBecause };
  OfferExpired: { revision: number; offerId: string };
  /** call: only for the tab that is to carry it */
  SessionReady: { revision: number; session: SessionView; call: CallSetup | null };
  SessionStarted: { revision: number; session: SessionView };
  SessionInterrupted: { revision: number; session: SessionView };
  SessionChanged: { revision: number; session: SessionView };
  SessionEnded: { revision: number; session: SessionView };
  StintEnded: { revision: number; session: SessionView; stint: StintView };
  SignalReceived: { sessionId: string; from: Seat; payload: unknown };
  CallMoved: { revision: number; sessionId: string };
  /** session: once in; call: only for the tab that is to carry it */
  GuestChanged: { revision: number; guest: GuestView; session: SessionView | null; call: CallSetup | null };
  PresenceChanged: { revision: number; presence: PresenceView };
  FloorChanged: FloorChange;
  /** asked for an appointment, answered, or asked no more; `because` only where withdrawn */
  AskChanged: {
    askId: string;
    appointmentId: string;
    state: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'given_back';
    because: 'taken' | 'cancelled' | 'released' | 'ended' | null;
    language: string;
    startsAt: string;
    endsAt: string;
  };
  AppointmentNoted: {
    appointmentId: string;
    what: 'given_back' | 'absence_reported';
    interpreterNumber: string;
    language: string;
    startsAt: string;
    endsAt: string;
  };
}

export type Side = 'requester' | 'interpreter';

/** A place in a session; signals are addressed by it. */
export type Seat = 'requester' | 'interpreter' | `interpreter_${number}` | `guest_${number}`;

export interface ResumeArgs {
  deviceId: string;
  /** the session whose media this very page still has running */
  holdsSessionId: string | null;
  /** "bring the call to this tab" */
  takeCall: boolean;
}

export interface Situation {
  revision: number;
  /** for the offset of the browser's clock */
  serverTime: string;
  request: RequestView | null;
  offers: OfferView[];
  session: SessionView | null;
  /** set when this tab is to carry the call */
  call: CallSetup | null;
  /** requesters only: the one that is still open */
  callback: CallbackView | null;
  /** interpreters only */
  presence: PresenceView | null;
  /** guests only; `session` and `call` once in */
  guest: GuestView | null;
}

export interface RequestInterpreterArgs {
  /** UUID, one per press */
  key: string;
  /** ISO 639-3 */
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  /** clinics only */
  emergency: boolean;
  requirements: Requirement[];
  wishes: Wish[];
  relatedAllowed: boolean;
  /** at most 20 characters */
  ownReference: string | null;
  /** from the start: it waits for the Disposition even when nobody is on duty */
  askForHelp?: boolean;
  /** police or child protection: units that may only */
  urgent?: boolean;
}
export type AcceptAnswer =
  | { outcome: 'accepted'; session: SessionView; call: CallSetup; because: null }
  | {
      outcome: 'gone';
      session: null;
      call: null;
      because: 'accepted' | 'declined' | 'expired' | WithdrawnBecause;
    };

export interface SessionView {
  id: string;
  requestId: string;
  /** what is spoken */
  language: string;
  /** what was asked for */
  requestedLanguage: string;
  modality: 'video' | 'audio';
  state: 'connecting' | 'active' | 'interrupted' | 'ended';
  /** to the requester and coordinators; to the interpreter: own */
  interpreterNumber: string;
  interpreterName: string;
  /** to the interpreter: who is calling */
  customerName: string;
  unitName: string;
  /** in the order in which they sat down */
  participants: ParticipantView[];
  /** who interprets now, or did last */
  interpreterSeat: Seat;
  /** how many guests there may be at the same time */
  guestsAtMost: number;
  /** from then on propose a handover to the interpreter; null while the clock stands before that */
  handoverProposedAt: string | null;
  /** under way, or the last search that found nobody */
  handover: HandoverView | null;
  /** set in the conversation of an appointment; never to guests */
  appointment: AppointmentCall | null;
  createdAt: string;
  startedAt: string | null;
  interruptedAt: string | null;
  endedAt: string | null;
  heldByInterpreter: boolean;
  heldByRequester: boolean;
  /** count on from `at` (server time) while running */
  clock: { seconds: number; running: boolean; at: string };
  /** once ended */
  billableSeconds: number | null;
  endReason:
    | 'hang_up_requester'
    | 'hang_up_interpreter'
    | 'ended_by_coordinator'
    | 'never_connected'
    | 'connection_lost'
    | 'cancelled_by_requester'
    | 'quality_complaint'
    | 'left_alone'
    | null;
  /** the interpreter's time without a real gap when the clock stands at its seconds; counts on with it */
  continuousSeconds: number;
  /** until then it may be ended as unusable; null before the start */
  complaintUntil: string | null;
  check: CheckView | null;
}

export interface CheckView {
  /** 1 for the first time */
  number: number;
  /** whose answer is missing */
  asked: 'requester' | 'interpreter' | 'both';
  /** without an answer the session ends then */
  endsAt: string;
}
export type ComplaintReason =
  | 'language_or_variety'
  | 'sound_or_picture'
  | 'understanding'
  | 'bias'
  | 'conduct'
  | 'other';

export interface ParticipantView {
  seat: Seat;
  role: 'requester' | 'interpreter' | 'end_user' | 'companion';
  /** waiting and invited: guests at the door */
  state: 'in' | 'waiting' | 'invited';
  /** a guest whose page has no connection right now */
  away: boolean;
  /** how long the link of an invited guest works */
  linkUntil: string | null;
}

export interface GuestView {
  sessionId: string;
  seat: Seat;
  role: 'end_user' | 'companion';
  modality: 'video' | 'audio';
  state: 'invited' | 'waiting' | 'in' | 'ended';
  customerName: string;
  unitName: string;
  endReason: 'revoked' | 'expired' | 'rejected' | 'removed' | 'left' | 'session_ended' | null;
}

export interface HandoverView {
  state: 'searching' | 'joining' | 'overlapping' | 'not_found';
  ringing: number;
  /** of the relief, once in */
  seat: Seat | null;
  interpreterNumber: string | null;
  interpreterName: string | null;
  /** only in "overlapping": then the relief takes over by itself */
  handsOverAt: string | null;
}

export interface StintView {
  seat: Seat;
  state: 'joining' | 'interpreting' | 'left';
  interpreterNumber: string;
  interpreterName: string;
  joinedAt: string;
  tookOverAt: string | null;
  leftAt: string | null;
  /** once left; all stints of a session add up to it */
  billableSeconds: number | null;
}

export interface CallSetup {
  /** where this tab sits; the other seats are those of `participants` that are in */
  seat: Seat;
  iceServers: { urls: string[]; username: string | null; credential: string | null }[];
  /** interpreters, where a TURN server is configured */
  relayOnly: boolean;
  credentialUntil: string | null;
}

export interface PresenceView {
  state: 'offline' | 'available' | 'in_session' | 'wrap_up' | 'paused';
  since: string;
  pausedBecause: 'own_wish' | 'missed_offers' | 'break' | null;
  missedInARow: number;
  /** in a session and in the wrap-up: what follows */
  afterwards: 'available' | 'paused' | 'offline' | null;
  /** inside the declared availability; outside only emergencies ring, where that is allowed, and in an absence nothing */
  inHours: boolean;
  absent: boolean;
  hoursBeginAt: string | null;
  wrapUpUntil: string | null;
  wrapUpUntilAtMost: string | null;
  /** how long a break is meant to last; only the interpreter ends it */
  breakUntil: string | null;
  /** in the wrap-up after long interpreting: `TakeBreak` takes it, anything else declines */
  breakOfferedSeconds: number | null;
  /** interpreting without a real gap, as of the last conversation */
  continuousSeconds: number;
}
