/**
 * Plays a recording: the state at any time, in both directions. Checkpoints along the log bound the work of a jump, so that
 * scrubbing backwards is as quick as playing.
 */
import type { Recording } from './recording.ts';
import { after, dueTimes, verdictsOf, type Verdicts } from './promises.ts';
import { ReplayState, type Saved } from './replay-state.ts';

/** Rows between checkpoints at least, and checkpoints at most. */
const ROWS = 2000;
const MOST_CHECKPOINTS = 256;

/** Kept and missed, by promise. */
export interface Tally {
  readonly met: Int32Array;
  readonly missed: Int32Array;
}

export class Player {
  readonly state: ReplayState;
  readonly verdicts: Verdicts;
  /** When each case is late; Infinity = never. */
  readonly due: Float64Array;
  /** Up to this time everything has happened. */
  time = 0;

  private readonly checkpoints: Saved[] = [];
  private readonly every: number;
  /** Rows done. */
  private done = 0;
  private readonly tallied = { done: 0, met: new Int32Array(0), missed: new Int32Array(0) };

  constructor(readonly recording: Recording) {
    const rows = recording.trace.time.length;
    this.state = new ReplayState(recording);
    this.verdicts = verdictsOf(recording);
    this.due = dueTimes(recording);
    this.tallied.met = new Int32Array(recording.promises.length);
    this.tallied.missed = new Int32Array(recording.promises.length);
    this.every = Math.max(ROWS, Math.ceil(rows / MOST_CHECKPOINTS));
    for (let i = 0; i < rows; i++) {
      if (i % this.every === 0) this.checkpoints.push(this.state.save());
      this.state.apply(i);
    }
    if (rows === 0) this.checkpoints.push(this.state.save());
    this.restore(0);
    this.seek(0);
  }

  /** End of the recording, ms. */
  get end(): number {
    return this.recording.trace.end;
  }

  /** Goes to `time`, within the recording; what happens at that instant has happened. */
  seek(time: number): void {
    const target = Math.min(Math.max(time, 0), this.end);
    const rows = this.rowsUntil(target);
    const nearest = Math.min(Math.floor(rows / this.every), this.checkpoints.length - 1);
    if (rows < this.done || nearest * this.every > this.done + this.every) this.restore(nearest);
    while (this.done < rows) this.state.apply(this.done++);
    this.time = target;
  }

  /** Time of the next instant at which anything happens; the end if nothing does any more. */
  get next(): number {
    return this.recording.trace.time[this.rowsUntil(this.time)] ?? this.end;
  }

  /** Time of the last instant before now at which anything happened; 0 if there was none. */
  get previous(): number {
    const { time } = this.recording.trace;
    let row = this.rowsUntil(this.time) - 1;
    while (row >= 0 && (time[row] ?? 0) >= this.time) row--;
    return time[row] ?? 0;
  }

  /** Promises kept and missed until now. */
  tally(): Tally {
    const { at, promise, met } = this.verdicts;
    const t = this.tallied;
    if (t.done > 0 && (at[t.done - 1] ?? 0) > this.time) {
      t.done = 0;
      t.met.fill(0);
      t.missed.fill(0);
    }
    for (; t.done < at.length && (at[t.done] ?? 0) <= this.time; t.done++) {
      const of = met[t.done] === 1 ? t.met : t.missed;
      const k = promise[t.done] ?? 0;
      of[k] = (of[k] ?? 0) + 1;
    }
    return t;
  }

  /** Time of the first missed promise after now; undefined when none is missed any more. */
  nextMiss(): number | undefined {
    const { at, met } = this.verdicts;
    const i = at.findIndex((time, k) => met[k] === 0 && time > this.time);
    return i < 0 ? undefined : at[i];
  }

  private restore(checkpoint: number): void {
    const saved = this.checkpoints[checkpoint];
    if (!saved) throw new Error(`no checkpoint <${checkpoint}>`);
    this.state.restore(saved);
    this.done = checkpoint * this.every;
  }

  /** Rows of the log at or before `time`. */
  private rowsUntil(time: number): number {
    return after(this.recording.trace.time, time);
  }
}
