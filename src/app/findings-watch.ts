/** Keeps findings current: looked for at once where it matters, else a moment after the last edit. */
import type { Issue } from '#simulation';

/** Pause after the last change before findings are looked for again, in ms. */
const PAUSE = 120;

export class FindingsWatch {
  private found: readonly Issue[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly look: () => readonly Issue[]) {}

  /** What was found last. */
  get issues(): readonly Issue[] {
    return this.found;
  }

  now(): void {
    this.stop();
    this.found = this.look();
  }

  soon(): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.now();
    }, PAUSE);
  }

  /** Forgets a look that was to come. */
  stop(): void {
    clearTimeout(this.timer);
  }
}
