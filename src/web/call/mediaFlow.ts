import { type MediaReport, MediaWatch } from './mediaWatch';
import { type Quality, SteadyQuality } from './quality';
import { type Counters, count, sampleBetween } from './statistics';

interface MediaFlowListener {
  onReport(report: MediaReport): void;
  onQuality(quality: Quality): void;
  onCounters(counters: Counters): void;
}

const lookEvery = 500;
const judgeEvery = 2000;

/** Looks at the counters of the present peer connection twice a second, over all epochs of a call. */
export class MediaFlow {
  readonly watch = new MediaWatch();
  private readonly quality = new SteadyQuality();
  private timer: ReturnType<typeof setInterval> | undefined;
  private before: Counters | null = null;
  /** Whether the other side sends a picture; otherwise a missing one is no fault. */
  videoExpected = false;

  constructor(private readonly listener: MediaFlowListener) {}

  follow(pc: RTCPeerConnection, videoExpected: boolean): void {
    this.stop();
    this.before = null;
    this.videoExpected = videoExpected;
    this.timer = setInterval(() => void this.look(pc), lookEvery);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(pc: RTCPeerConnection): Promise<void> {
    const { timer } = this;
    const stats = await pc.getStats().catch(() => null);
    if (!stats || timer !== this.timer || timer === undefined) return;
    const now = performance.now();
    const counters = count(stats.values(), now, this.videoExpected);
    const report = this.watch.look(counters.bytesIn, now);
    this.listener.onCounters(counters);
    if (report) this.listener.onReport(report);
    if (!this.before) this.before = counters;
    else if (now - this.before.at >= judgeEvery) this.judge(counters);
  }

  private judge(counters: Counters): void {
    const before = this.before ?? counters;
    this.before = counters;
    this.listener.onQuality(this.quality.next(sampleBetween(before, counters, this.watch.flowing)));
  }
}
