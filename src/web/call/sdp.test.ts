import { expect, test } from 'vitest';
import { fingerprintCode, fingerprintOf, vp8First, withOpusRepair } from './sdp';
import { Queue, readSignal } from './signal';

test('both sides compute the same code, and another certificate gives another one', async () => {
  const [one, other] = await Promise.all([fingerprintCode('a', 'b'), fingerprintCode('b', 'a')]);
  expect(one).toBe(other);
  expect(one).toMatch(/^\d{4} \d{4} \d{4}$/);
  expect(await fingerprintCode('a', 'c')).not.toBe(one);
});

test('the fingerprint is read from the description', () => {
  expect(fingerprintOf('v=0\r\na=fingerprint:sha-256 aB:01\r\n')).toBe('SHA-256 AB:01');
});

test('Opus is asked to repair lost packets where it was not', () => {
  const sdp = 'a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10\r\n';
  expect(withOpusRepair(sdp)).toContain('a=fmtp:111 minptime=10;useinbandfec=1');
  expect(withOpusRepair(withOpusRepair(sdp))).toBe(withOpusRepair(sdp));
});

test('VP8 stands before all other codecs', () => {
  const codecs = ['video/H264', 'video/VP8', 'video/rtx'].map(mimeType => ({ mimeType }));
  expect(vp8First(codecs).map(codec => codec.mimeType)).toEqual(['video/VP8', 'video/H264', 'video/rtx']);
});

const hello = { session: 's', life: 'l', epoch: 1, kind: 'hello' };
test.each([
  null,
  'rubbish',
  { ...hello, session: 'other' },
  { ...hello, epoch: 'x' },
  { ...hello, kind: 'explode' },
  { ...hello, kind: 'offer' },
  { ...hello, kind: 'candidate', candidate: null },
])('rubbish from the other side is no signal: %o', payload => {
  expect(readSignal(payload, 's')).toBeNull();
});

test('a signal of this session is read', () => {
  expect(readSignal(hello, 's')).toEqual(hello);
});

test('signals are handled one after the other, also after one that failed', async () => {
  const queue = new Queue();
  const done: string[] = [];
  void queue.run(async () => {
    await Promise.resolve();
    done.push('first');
    throw new Error('bad');
  });
  await queue.run(() => done.push('second'));
  expect(done).toEqual(['first', 'second']);
});
