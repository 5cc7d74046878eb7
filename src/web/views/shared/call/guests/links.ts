import type { Seat } from '../../../../protocol/messages';

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

const key = (session: string, seat: Seat) => `videodolmetschen.guest.${session}.${seat}`;

/** Only this tab can show the link again; it is forgotten with the tab. */
export const rememberToken = (session: string, seat: Seat, token: string): void =>
  sessionStorage.setItem(key(session, seat), token);
export const rememberedToken = (session: string, seat: Seat): string | null =>
  sessionStorage.getItem(key(session, seat));

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
