import { useEffect } from 'react';

/** While a call runs: the screen stays awake, and leaving the page is asked about. */
export function useInCall(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const wake = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (gone) void lock?.release();
    };
    void wake();
    document.addEventListener('visibilitychange', wake);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', wake);
      void lock?.release();
    };
  }, []);
}
