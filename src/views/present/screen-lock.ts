/** Keeps the screen awake while it is held, also after the window was hidden and is seen again. Silent where browsers cannot. */
export class ScreenLock {
  private sentinel: WakeLockSentinel | undefined;
  private held = false;

  hold(): void {
    if (this.held) return;
    this.held = true;
    document.addEventListener('visibilitychange', this.ask);
    this.ask();
  }

  release(): void {
    this.held = false;
    document.removeEventListener('visibilitychange', this.ask);
    void this.sentinel?.release().catch(() => undefined);
    this.sentinel = undefined;
  }

  private readonly ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Refused on a low battery, for example: presenting goes on without it.
    navigator.wakeLock.request('screen').then(
      (sentinel) => {
        if (this.held) this.sentinel = sentinel;
        else void sentinel.release();
      },
      () => undefined,
    );
  };
}
