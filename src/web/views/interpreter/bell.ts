import { Store } from '../../protocol/store';
import { bellVolume } from './bellVolume';

const beat = 2.4;

/** The ringing: two soft tones, again and again until it is stopped. Made in the browser, so nothing has to load. */
class Bell {
  /** True while the browser does not let the page make a sound before somebody has pressed something. */
  readonly blocked = new Store(false);
  private context: AudioContext | undefined;
  private loudness: GainNode | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    bellVolume.subscribe(() => this.applyVolume());
  }

  /** After a reload browsers allow no sound before the first press of anything: says so, and waits for that press. */
  watchPermission(): () => void {
    const unlock = () =>
      void this.open()
        .resume()
        .then(() => this.blocked.set(false));
    if (navigator.userActivation?.hasBeenActive === false) this.blocked.set(true);
    const options = { once: true, capture: true };
    for (const press of ['pointerdown', 'keydown']) window.addEventListener(press, unlock, options);
    return () => {
      for (const press of ['pointerdown', 'keydown']) window.removeEventListener(press, unlock, options);
    };
  }

  ring(): void {
    this.stop();
    const context = this.open();
    void context.resume();
    setTimeout(() => this.blocked.set(context.state !== 'running'), 300);
    this.strike();
    this.timer = setInterval(() => this.strike(), beat * 1000);
  }

  stop(): void {
    clearInterval(this.timer);
    this.loudness?.disconnect();
    this.loudness = undefined;
  }

  private open(): AudioContext {
    this.context ??= new AudioContext();
    return this.context;
  }

  private strike(): void {
    const context = this.open();
    if (context.state === 'running') this.blocked.set(false);
    this.loudness ??= this.connect(context);
    const start = context.currentTime + 0.02;
    for (const [at, frequency] of [
      [0, 659.25],
      [0.22, 880],
      [0.75, 659.25],
      [0.97, 880],
    ] as const)
      this.tone(context, this.loudness, start + at, frequency);
  }

  private tone(context: AudioContext, out: AudioNode, at: number, frequency: number): void {
    const tone = new OscillatorNode(context, { type: 'triangle', frequency });
    const shape = new GainNode(context, { gain: 0 });
    shape.gain.setValueAtTime(0, at);
    shape.gain.linearRampToValueAtTime(0.8, at + 0.02);
    shape.gain.exponentialRampToValueAtTime(0.001, at + 0.55);
    tone.connect(shape).connect(out);
    tone.start(at);
    tone.stop(at + 0.6);
  }

  private connect(context: AudioContext): GainNode {
    const node = new GainNode(context, { gain: gainOf(bellVolume.getSnapshot()) });
    node.connect(context.destination);
    return node;
  }

  private applyVolume(): void {
    if (this.loudness) this.loudness.gain.value = gainOf(bellVolume.getSnapshot());
  }
}

// Loudness is felt by its square.
const gainOf = (volume: number) => (volume / 100) ** 2;

export const bell = new Bell();
