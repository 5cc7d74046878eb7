import type { mail as german } from '../../i18n/de/mail';
import type { Tone } from '../shared/Badge';
import { given, matching, queryOf } from './reportSearch';

export const states = ['waiting', 'sent', 'given_up', 'expired', 'withdrawn'] as const;
export type MailState = (typeof states)[number];
export type MailKind = keyof typeof german.kind;

export interface MailRow {
  id: string;
  kind: MailKind;
  /** Null: an account without an address. */
  to: string | null;
  subject: string;
  state: MailState;
  createdAt: string;
  notBefore: string;
  expiresAt: string | null;
  attempts: number;
  nextAttemptAt: string;
  sentAt: string | null;
  givenUpAt: string | null;
  error: string | null;
}

/** GET /api/mails. */
export interface Outbox {
  sends: boolean;
  page: number;
  pages: number;
  total: number;
  counts: { state: MailState; count: number }[];
  rows: MailRow[];
}

/** GET /api/mails/{id}. */
export interface MailContent {
  id: string;
  text: string;
  html: string;
  calendar: string | null;
  calendarMethod: 'request' | 'cancel' | null;
  messageId: string | null;
}

/** What stands in the address: the state, the page from the second on, and the mail that is open. */
export interface OutboxSearch {
  stand?: MailState;
  seite?: number;
  mail?: string;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export function readOutboxSearch(raw: Record<string, unknown>): OutboxSearch {
  const page = Number(matching(raw.seite, /^[1-9]\d{0,4}$/) ?? 1);
  return given({
    stand: states.find(state => state === raw.stand),
    seite: page > 1 ? page : undefined,
    mail: matching(raw.mail, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  });
}

/** The query of GET /api/mails. */
export const outboxQuery = ({ stand, seite }: OutboxSearch): string => queryOf({ state: stand, page: seite });

export const tones = {
  waiting: 'info',
  sent: 'success',
  given_up: 'danger',
  expired: 'warning',
  withdrawn: 'neutral',
} as const satisfies Record<MailState, Tone>;

export const countOf = (outbox: Outbox | undefined, state: MailState): number =>
  outbox?.counts.find(one => one.state === state)?.count ?? 0;

type Failure = keyof typeof german.error;
const failures = [
  'no_connection',
  'timeout',
  'tls',
  'sign_in_refused',
  'not_supported',
  'address_invalid',
  'no_recipient',
  'too_many_attempts',
  'too_old',
] as const satisfies readonly Failure[];

/** The sentence for a code of the sender; `smtp_550` is a refusal with the number of the mail server. */
export function failureOf(code: string): { key: Failure; status?: string } {
  const status = /^smtp_(\d{3})$/.exec(code)?.[1];
  if (status) return { key: 'refused', status };
  return { key: failures.find(one => one === code) ?? 'unexpected' };
}

/** When a mail that waits goes out: not yet due, or after a failure. */
export function waitOf(row: MailRow): { key: 'notBefore' | 'nextAttempt'; at: string } | null {
  if (row.state !== 'waiting') return null;
  if (row.error) return { key: 'nextAttempt', at: row.nextAttemptAt };
  return Date.parse(row.notBefore) > Date.parse(row.createdAt)
    ? { key: 'notBefore', at: row.notBefore }
    : null;
}
