/** Who works: pools of people or machines that can stand in for each other. */
import type { DistributionSpec, Provenance, UncertaintyRange } from './scenario.ts';

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
  /** Whether waiting work takes people away from work under way that ranks lower; default `none`. For `priority` only. */
  readonly preemption?: Preemption;
  /** Illness, training, breakdowns: every person or machine of the pool for itself. */
  readonly absence?: Absence;
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

/**
 * `resume`: whoever waits and ranks higher takes the person who does the lowest-ranking work, begun last among equals; that work waits
 * at the head of its class and goes on later where it stopped, with the same person or another (semantics rules 25 and 26).
 */
export const PREEMPTIONS = ['none', 'resume'] as const;
export type Preemption = (typeof PREEMPTIONS)[number];

/** A row of a pool: units alike in everything, or one person by name. */
export interface Staffing {
  /** Whole number of units, 0..100 000, or `unlimited`. */
  readonly capacity: number | 'unlimited';
  /** Calendar id; absent = around the clock. */
  readonly calendar?: string;
  /** Who these are, e.g. the name of a person; unique in the pool. Figures of named rows are reported one by one. */
  readonly name?: string;
  /** Ids of other pools whose work these people do as well: further roles, skills. Their time counts with this pool. */
  readonly roles?: readonly string[];
  /** How fast they work, as a multiple of the usual speed; default 1. 1.25 needs a fifth less time. */
  readonly speed?: number;
  /** Default: the pool's. */
  readonly costPerHour?: number;
  /** Part of their hours that they have for this process, 0 < share <= 1; default 1. Spread over every hour. */
  readonly share?: number;
}

/** On and off by turns: `every` from one return to the next absence, `lasts` until the return; both in calendar time. */
export interface Absence {
  readonly every: DistributionSpec;
  readonly lasts: DistributionSpec;
}
