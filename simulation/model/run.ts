/** A run: what the caller asks for and what the engine answers, replication by replication. */
import type { Issue } from './issue.ts';
import type { MovementTrace } from './movement.ts';
import type { PrecisionGoal } from './precision.ts';
import type { ProcessModel } from './process.ts';
import type { Scenario } from './scenario.ts';

/** What may be said about a run beside the scenario's own settings; each field overrides `Scenario.run`. Times in ms. */
export interface RunOverrides {
  readonly seed?: string;
  /** Exactly so many, unless a precision is asked for beside. */
  readonly replications?: number;
  readonly precision?: PrecisionGoal;
  readonly cases?: number;
  readonly horizon?: number;
  readonly warmUp?: number;
}

/** The settled plan of a run. Times in integer ms of simulated time since the start. */
export interface RunPlan {
  readonly seed: string;
  readonly replications: number;
  /** The run goes on beyond `replications` until this is reached, or `most` replications are in. */
  readonly precision?: Required<PrecisionGoal>;
  /** Infinity = none. */
  readonly cases: number;
  /** Infinity = until all cases are done. */
  readonly horizon: number;
  readonly warmUp: number;
  /** Record the executions of each replication (command line `--log`). */
  readonly trace?: boolean;
  /** Record the movements of each replication, for replay. */
  readonly movement?: boolean;
  /** Number of the first replication; default 0. A replication is the same whichever others are computed. */
  readonly first?: number;
}

/** A model with one complete scenario: the input of `compile`. `scenario` must be resolved (no `inherits`). */
export interface Study {
  readonly model: ProcessModel;
  readonly scenario: Scenario;
  /** For a design that is compared with another: the id of the twin whose luck an element shares, by its own id. */
  readonly elementKeys?: Readonly<Record<string, string>>;
}

/**
 * Path of one KPI in the result object of design §7, e.g. `['activities', 'Task_1', 'queue', 'mean']`, without `value`.
 * The order of the keys is the order of the KPI vector of every replication.
 */
export type KpiPath = readonly string[];

/**
 * What one replication measured. `kpis[i]` belongs to the i-th `KpiPath` of the network; NaN = not measured (no case completed).
 * Plain data, to be copied between threads.
 */
export interface ReplicationResult {
  readonly index: number;
  readonly kpis: Float64Array;
  /**
   * Cycle times of completed cases as counts per bin of `analysis/histogram.ts`, up to the last bin with any; mergeable by addition;
   * for pictures only.
   */
  readonly cycleTimes: Int32Array;
  /** The same in working time of the business calendar; empty without one. */
  readonly businessCycleTimes: Int32Array;
  /** Cases in progress over time. */
  readonly wip: TimeSeries;
  readonly issues: readonly Issue[];
  /** Events processed, for benches and progress. */
  readonly events: number;
  readonly trace?: TraceColumns;
  readonly movement?: MovementTrace;
}

/** Time averages over consecutive buckets of `width` ms from t = 0; `width` doubles when the run outgrows the buckets. */
export interface TimeSeries {
  readonly width: number;
  readonly values: Float64Array;
}

/** Executions of activities, one row each, in order of their end; times in ms since the start; ids by index. */
export interface TraceColumns {
  /** Number of rows. */
  readonly length: number;
  readonly case: Float64Array;
  /** Index into `Network.nodeIds`. */
  readonly node: Int32Array;
  readonly offered: Float64Array;
  readonly started: Float64Array;
  readonly ended: Float64Array;
  /** Pool index and unit number of the first unit that did the work; -1 = nobody. */
  readonly pool: Int32Array;
  readonly unit: Int32Array;
  /** 1 = cancelled before completion. */
  readonly cancelled: Uint8Array;
}
