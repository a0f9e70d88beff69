/** Who works: pools of people or machines that can stand in for each other. */
import type { Provenance, UncertaintyRange } from './scenario.ts';

/** People or machines that can stand in for each other. */
export interface ResourcePool {
  /** NCName, unique in the file. */
  readonly id: string;
  readonly name: string;
  /** One entry per shift: how many units and when. The usual pool has one entry. */
  readonly staffing: readonly Staffing[];
  readonly costPerHour?: number;
  /** Money each time a unit is taken. */
  readonly costPerUse?: number;
  /** Hourly cost outside the shift as a multiple of `costPerHour`; default 1.5. */
  readonly overtimeFactor?: number;
  /** Which waiting work goes first; default `fifo`. */
  readonly discipline?: QueueDiscipline;
  readonly provenance?: Readonly<Record<string, Provenance>>;
  /** How far `staffing` and `costPerHour` may be off, by parameter name. */
  readonly uncertainty?: Readonly<Record<string, UncertaintyRange>>;
}

/**
 * Which of the work that waits when somebody is free goes first (semantics rule 25); ties first come, first served.
 * `earliest-due-date`: whose service level falls due first. `random`: drawn anew at every decision.
 */
export const QUEUE_DISCIPLINES = ['fifo', 'lifo', 'priority', 'shortest-job', 'earliest-due-date', 'random'] as const;
export type QueueDiscipline = (typeof QUEUE_DISCIPLINES)[number];

export interface Staffing {
  /** Whole number of units, 0..100 000, or `unlimited`. */
  readonly capacity: number | 'unlimited';
  /** Calendar id; absent = around the clock. */
  readonly calendar?: string;
}
