import { speakingAbove } from '../../../call/levelMeter';

/** How often the loudness is looked at (milliseconds). */
const lookEvery = 500;

export interface Signs {
  /** This person spoke, wrote, pressed or moved something. */
  active: boolean;
  /** Something was heard or read from the other side. */
  heard: boolean;
}

/** What of this call can be listened to. */
export interface Sources {
  ownLevel(): number;
  otherLevel(): number;
  /** Who signs makes no sound: then a running camera counts. */
  signing(): boolean;
}

/** Notices whether anybody is there, for the next report to the server. It keeps no more than a yes or a no. */
export class SignsOfLife {
  private signs: Signs = { active: false, heard: false };
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly sources: Sources) {
    this.timer = setInterval(() => this.look(), lookEvery);
    for (const name of pressed) addEventListener(name, this.act, { capture: true, passive: true });
  }

  /** The signs since the last time, which are forgotten here. */
  take(): Signs {
    this.look();
    const { signs } = this;
    this.signs = { active: false, heard: false };
    return signs;
  }

  /** The report was lost: what was in it shall be in the next one. */
  giveBack({ active, heard }: Signs): void {
    this.signs.active ||= active;
    this.signs.heard ||= heard;
  }

  readonly act = (): void => {
    this.signs.active = true;
  };

  hear(): void {
    this.signs.heard = true;
  }

  stop(): void {
    clearInterval(this.timer);
    for (const name of pressed) removeEventListener(name, this.act, { capture: true });
  }

  private look(): void {
    if (this.sources.signing() || this.sources.ownLevel() > speakingAbove) this.act();
    if (this.sources.otherLevel() > speakingAbove) this.hear();
  }
}

const pressed = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
