/** The DTLS certificate's fingerprint in a session description. */
export function fingerprintOf(sdp: string): string | null {
  return /^a=fingerprint:(\S+ [0-9A-Fa-f:]+)/m.exec(sdp)?.[1]?.toUpperCase() ?? null;
}

/**
 * Twelve digits that are the same on both sides as long as nobody sits in between: both people compare them.
 * Forty bits of a hash over both certificates, whichever side computes it.
 */
export async function fingerprintCode(own: string, other: string): Promise<string> {
  const text = [own, other].sort().join('|');
  const hash = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const number = (BigInt(hash.getUint32(0)) << 32n) | BigInt(hash.getUint32(4));
  const digits = (number % 1_000_000_000_000n).toString().padStart(12, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`;
}

/** Asks the other side's Opus to repair lost packets by itself, where its browser did not offer that. */
export function withOpusRepair(sdp: string): string {
  const payload = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
  if (!payload) return sdp;
  const format = new RegExp(`^a=fmtp:${payload} (.*)$`, 'm');
  const options = format.exec(sdp)?.[1];
  if (options?.includes('useinbandfec')) return sdp;
  if (options !== undefined)
    return sdp.replace(format, `a=fmtp:${payload} ${options.trimEnd()};useinbandfec=1`);
  return sdp.replace(/^(a=rtpmap:\d+ opus\/48000.*)$/im, `$1\r\na=fmtp:${payload} useinbandfec=1`);
}

interface Codec {
  mimeType: string;
}

/** VP8 before all others: every browser has it, also those without H.264. */
export function vp8First<T extends Codec>(codecs: readonly T[]): T[] {
  const isVp8 = (codec: T) => codec.mimeType.toLowerCase() === 'video/vp8';
  return [...codecs.filter(isVp8), ...codecs.filter(codec => !isVp8(codec))];
}
