/** Keeps the screen on during a call; the browser lets go of it whenever the page is hidden. */
export class WakeLock {
  private wanted = false;
  private sentinel: WakeLockSentinel | null = null;

  hold(): void {
    this.wanted = true;
    document.addEventListener('visibilitychange', this.take);
    void this.take();
  }

  release(): void {
    this.wanted = false;
    document.removeEventListener('visibilitychange', this.take);
    void this.sentinel?.release().catch(() => undefined);
    this.sentinel = null;
  }

  private readonly take = async (): Promise<void> => {
    if (!this.wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    const sentinel = await navigator.wakeLock.request('screen').catch(() => null);
    if (this.wanted) this.sentinel = sentinel;
    else await sentinel?.release();
  };
}
