/** The clock of a replay: runs at a speed, may jump over off hours, and stops at the end. */
import { advance, type Span } from './timeline.ts';

/** Simulated seconds per second at speed 1. A minute a second: an office day passes in eight minutes. */
const PACE = 60;

export const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

export class ReplayClock {
  time = 0;
  playing = false;
  speed = 10;
  /** Stretches to jump over; empty = none. */
  skipped: readonly Span[] = [];

  constructor(public end: number) {}

  /** Simulated ms per real ms. */
  get rate(): number {
    return this.speed * PACE;
  }

  /** `elapsed` real ms have passed. */
  tick(elapsed: number): void {
    if (!this.playing) return;
    this.time = Math.min(this.end, advance(this.time, elapsed * this.rate, this.skipped));
    if (this.time >= this.end) this.playing = false;
  }

  play(): void {
    if (this.time >= this.end) this.time = 0;
    this.playing = true;
  }

  /** The next speed up (1) or down (-1) of the list. */
  changeSpeed(by: 1 | -1): void {
    const at = SPEEDS.findIndex((s) => s >= this.speed);
    this.speed = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))] ?? this.speed;
  }
}
