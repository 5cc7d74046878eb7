import type { Seat } from '../../../../protocol/messages';
import { Store } from '../../../../protocol/store';

/** A link for one guest. The token goes nowhere but into the link: the server is told its hash. */
export interface GuestLink {
  token: string;
  linkHash: string;
}

/** 256 random bits. */
export async function newGuestLink(): Promise<GuestLink> {
  const token = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return { token, linkHash: hex(new Uint8Array(hash)) };
}

/** Behind the `#`, so that neither a log nor a Referer ever holds the token. */
export const addressOf = (token: string, origin = window.location.origin): string =>
  `${origin}/gast#${token}`;

const kept = 'videodolmetschen.guestLinks';
const read = () => JSON.parse(globalThis.sessionStorage?.getItem(kept) ?? '{}') as Record<string, string>;

/** Only this tab can show its links again; they are forgotten with the tab. */
export const tokens = new Store<Readonly<Record<string, string>>>(read());

export const tokenKey = (session: string, seat: Seat): string => `${session} ${seat}`;

export function rememberToken(session: string, seat: Seat, token: string): void {
  tokens.update(known => ({ ...known, [tokenKey(session, seat)]: token }));
  sessionStorage.setItem(kept, JSON.stringify(tokens.getSnapshot()));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
