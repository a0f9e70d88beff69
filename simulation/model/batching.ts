/** Work that is done for several cases together. */
import type { Span } from './units.ts';

/** How cases gather at an activity, and what is done with those that have gathered (semantics rule 30). */
export interface Batching {
  /** `parallel`: one piece of work for all. `sequential`: each its own, one after another, by the same people. */
  readonly type: 'parallel' | 'sequential';
  /** The work is offered as soon as one of these holds. */
  readonly fires: readonly BatchRule[];
  /** Most cases in one batch, the oldest first; more form the next one. Default: all that wait. */
  readonly most?: number;
  /** The work of a batch of `size` or more takes `factor` times as long; the largest such size counts. */
  readonly durations?: readonly BatchDuration[];
  /** When nothing more can come: `flush` (default) does what has gathered, `wait` leaves it open. */
  readonly leftovers?: 'flush' | 'wait';
}

export interface BatchDuration {
  readonly size: number;
  readonly factor: number;
}

/** Conditions that must hold together; at least one is given. */
export interface BatchRule {
  /** So many cases wait, or more. */
  readonly size?: number;
  /** The oldest has waited so long, in calendar time. */
  readonly oldest?: Span;
  /** Nobody has come for so long, in calendar time. */
  readonly quiet?: Span;
  /** On these weekdays (1 = Monday … 7 = Sunday). */
  readonly days?: readonly number[];
  /** At this minute of the day; with `to`: from this minute until that one, half-open. */
  readonly from?: number;
  readonly to?: number;
}
