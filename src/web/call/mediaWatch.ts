/** How long media has been flowing, or not, by the browser's monotonic clock. */
export interface MediaReport {
  flowing: boolean;
  forSeconds: number;
}

/** Without inbound bytes for so long, media stands still (milliseconds). */
export const stallAfter = 1500;
/** While media flows it is reported so often (milliseconds). */
export const reportEvery = 10_000;

/** Decides from the growth of inbound bytes whether media flows. Times in milliseconds. */
export class MediaWatch {
  private bytes = 0;
  private grewAt: number | null = null;
  private since: number | null = null;
  private reportedAt = 0;
  private quietLooks = 0;
  flowing = false;

  /** Looks at the counter; gives a report when one is due. */
  look(bytes: number, now: number): MediaReport | null {
    if (bytes > this.bytes) return this.grew(bytes, now);
    // A new peer connection counts from zero again.
    if (bytes < this.bytes) this.bytes = bytes;
    this.quietLooks++;
    // A page that slept has looked too seldom to know.
    const stalled = this.grewAt !== null && now - this.grewAt >= stallAfter && this.quietLooks > 1;
    if (!this.flowing || !stalled) return null;
    this.flowing = false;
    this.since = this.grewAt;
    this.reportedAt = now;
    return this.report(now);
  }

  report(now: number): MediaReport {
    return { flowing: this.flowing, forSeconds: this.since === null ? 0 : (now - this.since) / 1000 };
  }

  /** Milliseconds since the last byte; null before the first. */
  quietFor(now: number): number | null {
    return this.grewAt === null ? null : now - this.grewAt;
  }

  private grew(bytes: number, now: number): MediaReport | null {
    this.bytes = bytes;
    this.grewAt = now;
    this.quietLooks = 0;
    if (!this.flowing) {
      this.flowing = true;
      this.since = now;
    } else if (now - this.reportedAt < reportEvery) return null;
    this.reportedAt = now;
    return this.report(now);
  }
}
