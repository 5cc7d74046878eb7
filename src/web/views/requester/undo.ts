import { Store } from '../../protocol/store';

export const undoSeconds = 5;

/** Does something only after some seconds in which it can still be taken back. */
export class Undo {
  /** When it will be done (ms, browser's clock), or null while nothing is planned. */
  readonly dueAt = new Store<number | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private act: (() => unknown) | null = null;

  constructor(private readonly seconds = undoSeconds) {}

  plan(act: () => unknown): void {
    this.takeBack();
    this.act = act;
    this.dueAt.set(Date.now() + this.seconds * 1000);
    this.timer = setTimeout(() => this.doNow(), this.seconds * 1000);
  }

  takeBack(): void {
    clearTimeout(this.timer);
    this.act = null;
    this.dueAt.set(null);
  }

  /** For who leaves the page meanwhile: what was planned is done at once. */
  doNow(): void {
    const { act } = this;
    this.takeBack();
    act?.();
  }
}
