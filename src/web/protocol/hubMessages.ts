import type { HubMessages } from './messages';

/** The names of the messages, for those who have to listen to each. */
export const hubMessages: readonly (keyof HubMessages)[] = [
  'RequestChanged',
  'CallbackChanged',
  'OfferReceived',
  'OfferWithdrawn',
  'OfferExpired',
  'SessionReady',
  'SessionStarted',
  'SessionInterrupted',
  'SessionChanged',
  'SessionEnded',
  'StintEnded',
  'SignalReceived',
  'CallMoved',
  'GuestChanged',
  'PresenceChanged',
  'FloorChanged',
  'AskChanged',
  'AppointmentNoted',
];
