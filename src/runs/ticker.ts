/** Real ms between two updates of what somebody watches. */
export const UPDATE_TIME = 200;

/** Calls at once when touched for the first time, then at most once per interval, and never misses the last touch. */
export class Ticker {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending = false;

  constructor(
    /** Real ms. */
    private readonly interval: number,
    private readonly call: () => void,
  ) {}

  touch(): void {
    if (this.timer !== undefined) {
      this.pending = true;
      return;
    }
    this.pending = false;
    this.call();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.pending) this.touch();
    }, this.interval);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending = false;
  }
}
