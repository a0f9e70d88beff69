/** What a distribution is to the rest of the product: one descriptor feeds the form, the file, validation, preview and tests. */
import type { DistributionParam } from '../model/scenario.ts';

/** A named parameter of a distribution. */
export interface ParamDescriptor {
  readonly name: string;
  /** `time` is given in the spec's unit and may not be negative; `number` has no unit; `count` is a whole number; lists likewise. */
  readonly quantity: 'time' | 'number' | 'count' | 'probability' | 'time-list' | 'number-list';
  /** What a form proposes, in the spec's unit. */
  readonly initial: DistributionParam;
  /** May be left out; the distribution then uses its own default. */
  readonly optional?: boolean;
}

/** Validated parameters by name. */
export type Params = Readonly<Record<string, DistributionParam>>;

/** A distribution with its parameters settled: pure functions of a probability or of nothing. Unit: that of the parameters. */
export interface Distribution {
  /**
   * Inverse of the cumulative distribution function; non-decreasing; u in (0, 1). One uniform gives one draw, so designs
   * that share the uniform share the luck (semantics rule 28).
   */
  quantile(u: number): number;
  /** Mean of what is drawn (after any cutting), finite or Infinity. */
  readonly mean: number;
  /** Standard deviation of what is drawn. */
  readonly sd: number;
  /** Whether values are separate points (no density curve; no interpolation between quantiles). */
  readonly discrete: boolean;
  /** Density (or probability mass) for previews. */
  density(x: number): number;
  /** Smallest and largest value that can be drawn. */
  readonly support: readonly [number, number];
}

export interface DistributionDescriptor {
  /** Key in files and in the registry. */
  readonly type: string;
  readonly params: readonly ParamDescriptor[];
  /** Code of what is wrong with the parameters (a key of the issue catalogue), or nothing. Gets finite numbers only. */
  check(params: Params): string | undefined;
  /** Settles checked parameters. */
  create(params: Params): Distribution;
}
