/** How well a figure is to be known before a run ends. */
import type { KpiPath } from './run.ts';

/** Half-width of the 95 % interval that is good enough: in the figure's unit, or as a share of its mean. */
export type Precision = { readonly absolute: number } | { readonly relative: number };

/** The figure a run goes on for until it is known well enough. */
export interface PrecisionGoal {
  /** Place of the figure in the result, e.g. `['slas', 'OrdinaryCase', 'hitRate']`. */
  readonly figure: KpiPath;
  /** Greater than 0. Absolute: seconds, a share of one, money or a count, as the figure is. */
  readonly wanted: Precision;
  /** Replications after which the run ends all the same; default 1000. */
  readonly most?: number;
}

/**
 * Replications before the first look: with fewer, a spread that came out small by luck ends runs too early (Law, Simulation Modeling
 * and Analysis, 5th ed., §9.4.1).
 */
export const LEAST_REPLICATIONS = 10;
