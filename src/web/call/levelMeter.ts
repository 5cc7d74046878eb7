import { Store } from '../protocol/store';

/** Above this loudness somebody is speaking (0 to 1). */
export const speakingAbove = 0.06;

/** Loudness of a microphone, ten times a second, for the device check and for "you are muted and speaking". */
export class LevelMeter {
  readonly level = new Store(0);
  private readonly context = new AudioContext();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack) {
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 1024;
    this.context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // A root gives quiet speech a visible bar.
      this.level.set(Math.round(Math.min(1, Math.sqrt(Math.sqrt(power) * 2)) * 50) / 50);
    }, 100);
  }

  stop(): void {
    clearInterval(this.timer);
    void this.context.close();
  }
}
