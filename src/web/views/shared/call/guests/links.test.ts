import { expect, test } from 'vitest';
import { addressOf, newGuestLink } from './links';

test('a token has 256 bits in base64url, and its hash is told in hexadecimal', async () => {
  const { token, linkHash } = await newGuestLink();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(linkHash).toMatch(/^[0-9a-f]{64}$/);
});

test('no two links are alike', async () => {
  const links = await Promise.all(Array.from({ length: 50 }, newGuestLink));
  expect(new Set(links.map(link => link.token)).size).toBe(50);
});

test('the token stands behind the hash sign, which no server is ever sent', () => {
  const address = new URL(addressOf('abc', 'https://dolmetschen.example.de'));
  expect([address.pathname, address.search, address.hash]).toEqual(['/gast', '', '#abc']);
});
