import { expect, test } from 'vitest';
import { judge, type QualitySample, SteadyQuality } from './quality';
import { count, sampleBetween } from './statistics';

const fine: QualitySample = {
  flowing: true,
  lossIn: 0,
  lossOut: 0,
  roundTrip: 0.05,
  jitter: 0.01,
  framesIn: 28,
  frozen: 0,
  limitedBy: 'none',
  framesOut: 28,
  heightOut: 720,
};

test.each([
  [{}, 'good', null],
  [{ flowing: false }, 'poor', 'no_media'],
  [{ lossIn: 0.2 }, 'poor', 'loss'],
  [{ lossOut: 0.05 }, 'fair', 'loss'],
  [{ roundTrip: 1 }, 'poor', 'delay'],
  [{ limitedBy: 'bandwidth', heightOut: 180 }, 'fair', 'own_upload'],
  [{ limitedBy: 'bandwidth' }, 'good', null],
  [{ limitedBy: 'cpu', framesOut: 8 }, 'fair', 'computer_busy'],
  [{ limitedBy: 'cpu', framesOut: 0 }, 'good', null],
  [{ frozen: 0.7 }, 'poor', 'frozen_picture'],
  [{ framesIn: null, frozen: 0 }, 'good', null],
] as const)('%o is %s because of %s', (change, level, reason) => {
  expect(judge({ ...fine, ...change })).toEqual({ level, reason });
});

test('one bad interval does not change the sign, two do', () => {
  const steady = new SteadyQuality();
  const bad = { ...fine, lossIn: 0.2 };
  expect([steady.next(bad).level, steady.next(bad).level]).toEqual(['good', 'poor']);
});

test('it takes three good intervals to become good again', () => {
  const steady = new SteadyQuality();
  steady.next({ ...fine, flowing: false });
  expect([1, 2, 3].map(() => steady.next(fine).level)).toEqual(['poor', 'poor', 'good']);
});

test('loss is counted over the interval, not over the call', () => {
  const stat = (packetsReceived: number, packetsLost: number) => [
    { type: 'inbound-rtp', id: 'a', kind: 'audio', packetsReceived, packetsLost, bytesReceived: 1 },
  ];
  const before = count(stat(1000, 500), 0, false);
  expect(sampleBetween(before, count(stat(1090, 510), 2000, false), true).lossIn).toBeCloseTo(0.1);
});
