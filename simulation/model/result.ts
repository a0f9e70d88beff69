/** Estimates over replications and the result object of a run (design §7); all durations in seconds. */
import type { Issue, Severity } from './issue.ts';
import type { Precision } from './precision.ts';
import type { RunPlan, TimeSeries } from './run.ts';

/** Mean over replications with its 95 % t-interval; `ci95` is null when R = 1; `value` is null when nothing was measured. */
export interface Estimate {
  readonly value: number | null;
  readonly ci95: readonly [number, number] | null;
}

/** Spread of a time over the cases of a replication, each figure estimated over replications. */
export interface Spread {
  readonly mean: Estimate;
  readonly sd: Estimate;
  readonly p50: Estimate;
  readonly p80: Estimate;
  readonly p90: Estimate;
  readonly p95: Estimate;
  readonly min: Estimate;
  readonly max: Estimate;
}

/** Parts of the cycle time in order of precedence; per case they add up to the cycle time exactly (semantics, KPI 4). */
export const DECOMPOSITION_PARTS = [
  'working',
  'paused',
  'queuedContention',
  'queuedOffShift',
  'batching',
  'external',
  'synchronising',
] as const;
export type DecompositionPart = (typeof DECOMPOSITION_PARTS)[number];

export interface SlaResult {
  readonly id: string;
  readonly name: string;
  /** Seconds. */
  readonly limit: number;
  readonly target: number;
  readonly clock: 'calendar' | 'business';
  readonly hitRate: Estimate;
  /** Cases (executions, segments) whose deadline fell in the window, mean per replication. */
  readonly measured: Estimate;
  /** Mean and 90th percentile of the lateness of misses. */
  readonly lateness: { readonly mean: Estimate; readonly p90: Estimate };
  /** Share of the weeks in which the target was met. */
  readonly weeksMet: Estimate;
  /** Segments only: the time from one milestone to the other, on the clock of the promise. */
  readonly leadTime?: Omit<Spread, 'sd' | 'min' | 'max'>;
  /** Segments only: cases that began the segment and did not reach its end, mean per replication. */
  readonly notReached?: Estimate;
}

export interface ActivityResult {
  readonly name: string;
  readonly executions: Estimate;
  readonly cancelled: Estimate;
  /** Executions beyond the first of a case ÷ executions. */
  readonly rework: Estimate;
  readonly queue: { readonly mean: Estimate; readonly p95: Estimate; readonly businessMean: Estimate };
  readonly work: { readonly mean: Estimate };
  readonly elapsed: { readonly mean: Estimate };
  readonly queueLength: { readonly mean: Estimate; readonly max: Estimate };
  readonly cost: Estimate;
  /**
   * Where cases gather: batches begun, cases in each, how long an execution waits for the batch and for its turn in it, and how long
   * the batch waits for people; both together are `queue`.
   */
  readonly batches?: Estimate;
  readonly batchSize?: Estimate;
  readonly batchWait?: Estimate;
  readonly batchQueue?: { readonly mean: Estimate; readonly businessMean: Estimate };
  /** Where urgent work may interrupt: how often it did, and the share of executions that it happened to. */
  readonly interruptions?: Estimate;
  readonly interrupted?: Estimate;
  /**
   * Where cases do not wait for ever: how many went away unserved, of them those who did not join the queue, all of them ÷ those who
   * came, and how long the others had waited.
   */
  readonly abandoned?: Estimate;
  readonly balked?: Estimate;
  readonly abandonment?: Estimate;
  readonly abandonedAfter?: Estimate;
  /** Where people have to get ready: how often they did, and the time it took them in all. */
  readonly setups?: Estimate;
  readonly setupTime?: Estimate;
}

/** One row of a pool's staffing that has a name. */
export interface PersonResult {
  readonly utilisation: Estimate;
  readonly busy: Estimate;
  readonly overtime: Estimate;
}

export interface ResourceResult {
  readonly name: string;
  readonly capacity: number | null;
  readonly utilisation: Estimate;
  /** Worked seconds, overtime included. */
  readonly busy: Estimate;
  readonly overtime: Estimate;
  readonly cost: Estimate;
  /** Cost of the shifts, worked or not. */
  readonly paid: Estimate;
  readonly queueLength: { readonly mean: Estimate; readonly max: Estimate };
  /** Utilisation by hour of the week: key 0 = Monday 0–1 h … 167 = Sunday 23–24 h; `value` null where there is no shift. */
  readonly byHour: Readonly<Record<string, Estimate>>;
  /** Where people fall ill or machines break down: the share of their hours in which they are not there. */
  readonly absence?: Estimate;
  /** By name. */
  readonly people?: Readonly<Record<string, PersonResult>>;
}

/** What came of a run that was to know a figure well enough. */
export interface PrecisionResult {
  /** Path of the figure, parts joined by `/`. */
  readonly figure: string;
  readonly wanted: Precision;
  /** Half-width of the 95 % interval of the figure, in its unit; null below two replications that measured it. */
  readonly halfWidth: number | null;
  readonly reached: boolean;
  /** Replications that will probably reach it, judged by the spread there is; null where no number does. */
  readonly replicationsNeeded: number | null;
}

/** The object that the page exports and the command line prints with `--json`. */
export interface ResultDocument {
  readonly format: 'preflight-result/1';
  readonly engine: string;
  readonly model: { readonly file: string; readonly sha256: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly seed: string;
  readonly replications: number;
  /** Where the run was to go on until a figure is known well enough. */
  readonly precision?: PrecisionResult;
  readonly issues: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly elementId: string | null;
    readonly message: string;
  }[];
  readonly cases: {
    readonly started: Estimate;
    readonly completed: Estimate;
    readonly failed: Estimate;
    readonly open: Estimate;
  };
  readonly cycleTime: Spread;
  readonly businessCycleTime: Spread;
  readonly touchTime: { readonly mean: Estimate };
  readonly flowEfficiency: Estimate;
  /** Share of completed cases in which nothing was done twice. */
  readonly firstPassYield: Estimate;
  /** Changes of the pool from one execution to the next, per completed case. */
  readonly handovers: Estimate;
  readonly decomposition: Readonly<Record<DecompositionPart, Estimate>>;
  readonly slas: readonly SlaResult[];
  readonly activities: Readonly<Record<string, ActivityResult>>;
  readonly flows: Readonly<Record<string, Estimate>>;
  /** Share of the completed cases that passed each sequence flow at least once. */
  readonly flowShares: Readonly<Record<string, Estimate>>;
  /** Share of the completed cases that reached each end event; a case can reach several. */
  readonly outcomes: Readonly<Record<string, Estimate>>;
  readonly events: Readonly<Record<string, Estimate>>;
  readonly resources: Readonly<Record<string, ResourceResult>>;
  readonly throughputPerDay: Estimate;
  readonly arrivalsPerDay: Estimate;
  readonly wip: { readonly mean: Estimate; readonly max: Estimate };
  readonly littlesLawResidual: Estimate;
  readonly cost: { readonly perCase: Estimate; readonly busy: Estimate; readonly paid: Estimate };
  /** SHA-256 of the KPI vectors in replication order. */
  readonly hash: string;
}

/** Everything a view needs of a run, complete or under way. */
export interface RunResult {
  readonly document: ResultDocument;
  readonly plan: RunPlan;
  /** Replications in; fewer than planned while running or after a cancel. */
  readonly done: number;
  readonly partial: boolean;
  readonly issues: readonly Issue[];
  /** Pooled cycle times, for pictures: counts per bin of `analysis/histogram.ts`. */
  readonly cycleTimes: Float64Array;
  /** The same in working time; all 0 without a business calendar. */
  readonly businessCycleTimes: Float64Array;
  /** Mean cases in progress over time with the 95 % band over replications. */
  readonly wip: TimeSeries & { readonly low: Float64Array; readonly high: Float64Array };
}
