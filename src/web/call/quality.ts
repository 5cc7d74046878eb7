/** What a person can act on: nearer to the router, fewer programs, sound only. */
export type QualityReason = 'no_media' | 'loss' | 'delay' | 'own_upload' | 'computer_busy' | 'frozen_picture';
export type QualityLevel = 'good' | 'fair' | 'poor';

export interface Quality {
  level: QualityLevel;
  reason: QualityReason | null;
}

/** Figures of one interval. Shares from 0 to 1, times in seconds. */
export interface QualitySample {
  flowing: boolean;
  lossIn: number;
  lossOut: number;
  roundTrip: number;
  jitter: number;
  /** Frames per second that arrive; null where no picture is expected. */
  framesIn: number | null;
  frozen: number;
  limitedBy: 'none' | 'cpu' | 'bandwidth';
  /** What is sent: frames per second, 0 without a picture, and their height in pixels. */
  framesOut: number;
  heightOut: number;
}

export function judge(sample: QualitySample): Quality {
  if (!sample.flowing) return { level: 'poor', reason: 'no_media' };
  const loss = Math.max(sample.lossIn, sample.lossOut);
  if (loss > 0.1) return { level: 'poor', reason: 'loss' };
  if (sample.roundTrip > 0.8 || sample.jitter > 0.15) return { level: 'poor', reason: 'delay' };
  if (sample.frozen > 0.5) return { level: 'poor', reason: 'frozen_picture' };
  if (loss > 0.03) return { level: 'fair', reason: 'loss' };
  if (sample.roundTrip > 0.4 || sample.jitter > 0.06) return { level: 'fair', reason: 'delay' };
  // A limit is a fault only where the picture has suffered from it.
  const suffers = sample.framesOut > 0 && (sample.framesOut < 15 || sample.heightOut < 360);
  if (suffers && sample.limitedBy === 'bandwidth') return { level: 'fair', reason: 'own_upload' };
  if (suffers && sample.limitedBy === 'cpu') return { level: 'fair', reason: 'computer_busy' };
  if (sample.frozen > 0.1 || (sample.framesIn !== null && sample.framesIn < 10))
    return { level: 'fair', reason: 'frozen_picture' };
  return { level: 'good', reason: null };
}

const order: QualityLevel[] = ['good', 'fair', 'poor'];

/** Keeps the sign from flickering: worse after two intervals, better after three; a stall counts at once. */
export class SteadyQuality {
  current: Quality = { level: 'good', reason: null };
  private candidate: QualityLevel = 'good';
  private seen = 0;

  next(sample: QualitySample): Quality {
    const judged = judge(sample);
    this.seen = judged.level === this.candidate ? this.seen + 1 : 1;
    this.candidate = judged.level;
    const worse = order.indexOf(judged.level) > order.indexOf(this.current.level);
    const needed = judged.reason === 'no_media' || judged.level === this.current.level ? 1 : worse ? 2 : 3;
    if (this.seen >= needed) this.current = judged;
    return this.current;
  }
}
