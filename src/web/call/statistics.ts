import type { QualitySample } from './quality';

/** The counters of one look at a peer connection, summed over its streams. */
export interface Counters {
  at: number;
  bytesIn: number;
  packetsIn: number;
  lostIn: number;
  framesIn: number;
  freezeSeconds: number;
  jitter: number;
  roundTrip: number;
  lossOut: number;
  limitedBy: 'none' | 'cpu' | 'bandwidth';
  videoExpected: boolean;
  audioLevel: number;
  framesOut: number;
  heightOut: number;
  relayed: boolean;
}

type Stat = Record<string, unknown> & { type: string; id: string };
const figure = (stat: Stat, name: string) => (typeof stat[name] === 'number' ? (stat[name] as number) : 0);

const empty = (at: number): Counters => ({
  at,
  bytesIn: 0,
  packetsIn: 0,
  lostIn: 0,
  framesIn: 0,
  freezeSeconds: 0,
  jitter: 0,
  roundTrip: 0,
  lossOut: 0,
  limitedBy: 'none',
  videoExpected: false,
  audioLevel: 0,
  framesOut: 0,
  heightOut: 0,
  relayed: false,
});

export function count(report: Iterable<unknown>, at: number, videoExpected: boolean): Counters {
  const sum = { ...empty(at), videoExpected };
  const stats = [...report] as Stat[];
  for (const stat of stats) readers[stat.type]?.(sum, stat, stats);
  return sum;
}

const readers: Record<string, (sum: Counters, stat: Stat, all: Stat[]) => void> = {
  'inbound-rtp': (sum, stat) => {
    sum.bytesIn += figure(stat, 'bytesReceived');
    sum.packetsIn += figure(stat, 'packetsReceived');
    sum.lostIn += Math.max(0, figure(stat, 'packetsLost'));
    sum.jitter = Math.max(sum.jitter, figure(stat, 'jitter'));
    if (stat.kind === 'audio') sum.audioLevel = figure(stat, 'audioLevel');
    if (stat.kind !== 'video') return;
    sum.framesIn += figure(stat, 'framesDecoded');
    sum.freezeSeconds += figure(stat, 'totalFreezesDuration');
  },
  'data-channel': (sum, stat) => {
    sum.bytesIn += figure(stat, 'bytesReceived');
  },
  'remote-inbound-rtp': (sum, stat) => {
    sum.roundTrip = Math.max(sum.roundTrip, figure(stat, 'roundTripTime'));
    sum.lossOut = Math.max(sum.lossOut, figure(stat, 'fractionLost'));
  },
  'outbound-rtp': (sum, stat) => {
    if (stat.kind !== 'video') return;
    sum.framesOut += figure(stat, 'framesEncoded');
    sum.heightOut = Math.max(sum.heightOut, figure(stat, 'frameHeight'));
    if (stat.qualityLimitationReason === 'cpu' || stat.qualityLimitationReason === 'bandwidth')
      sum.limitedBy = stat.qualityLimitationReason;
  },
  'candidate-pair': (sum, stat, all) => {
    if (stat.state !== 'succeeded' || stat.nominated !== true) return;
    const local = all.find(other => other.id === stat.localCandidateId);
    sum.relayed = local?.candidateType === 'relay';
  },
};

/** What happened between two looks. */
export function sampleBetween(before: Counters, now: Counters, flowing: boolean): QualitySample {
  const seconds = Math.max(0.001, (now.at - before.at) / 1000);
  const grown = (name: 'packetsIn' | 'lostIn' | 'framesIn' | 'framesOut' | 'freezeSeconds') =>
    Math.max(0, now[name] - before[name]);
  const packets = grown('packetsIn') + grown('lostIn');
  return {
    flowing,
    lossIn: packets === 0 ? 0 : grown('lostIn') / packets,
    lossOut: now.lossOut,
    roundTrip: now.roundTrip,
    jitter: now.jitter,
    framesIn: now.videoExpected ? grown('framesIn') / seconds : null,
    frozen: now.videoExpected ? Math.min(1, grown('freezeSeconds') / seconds) : 0,
    limitedBy: now.limitedBy,
    framesOut: grown('framesOut') / seconds,
    heightOut: now.heightOut,
  };
}
