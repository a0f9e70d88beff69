/** Choosing another shape of distribution without losing what was said about its mean and spread. */
import { distributionOf, settle, type Distribution, type DistributionParam, type DistributionSpec } from '#simulation';

/** Spread of a shape chosen for a figure that had none, as a share of its mean. */
const SPREAD_OF_CONSTANT = 0.3;

/**
 * A spec of the given type with the mean and the standard deviation of `old`, as far as the type can take them; lists take
 * quantiles. What cannot be carried over starts from the descriptor's proposals. `time`: values may not be negative.
 */
export function changeType(old: DistributionSpec, type: string, time: boolean): DistributionSpec {
  const descriptor = distributionOf(type);
  if (!descriptor) throw new Error(`no distribution <${type}>`);
  const initial = Object.fromEntries(descriptor.params.filter((p) => !p.optional).map((p) => [p.name, p.initial]));
  const unit = old.unit ? { unit: old.unit } : {};
  const known = inOwnUnit(old, time);
  if (!known || !Number.isFinite(known.mean) || !Number.isFinite(known.sd)) return { type, params: initial, ...unit };
  const mean = known.mean;
  const sd = known.sd > 0 ? known.sd : Math.abs(mean) * SPREAD_OF_CONSTANT;
  const params = carried(type, { mean, sd, quantile: known.quantile, floor: time ? 0 : -Infinity });
  const spec: DistributionSpec = { type, params: tidy(params ?? initial), ...unit };
  return 'distribution' in settle(spec, { time }) ? spec : { type, params: initial, ...unit };
}

interface Shape {
  readonly mean: number;
  readonly sd: number;
  readonly quantile: (u: number) => number;
  /** Values below this cannot be. */
  readonly floor: number;
}

/** What `old` says, in its own unit. */
function inOwnUnit(old: DistributionSpec, time: boolean): Distribution | undefined {
  const { unit, ...bare } = old;
  // Without its unit a time is settled in milliseconds, which is to say in the numbers as they were typed.
  const result = settle(unit && time ? bare : old, { time });
  return 'distribution' in result ? result.distribution : undefined;
}

type ParamList = Readonly<Record<string, DistributionParam>>;

function carried(type: string, shape: Shape): ParamList | undefined {
  const { mean, sd, quantile } = shape;
  switch (type) {
    case 'constant':
      return { value: mean };
    case 'uniform':
      return between(shape, Math.sqrt(3));
    case 'triangular':
      return triangle(shape);
    case 'pert':
      return pert(shape);
    case 'normal':
    case 'lognormal':
      return { mean, sd };
    case 'truncated-normal':
      return { mean, sd, ...between(shape, 3) };
    case 'exponential':
    case 'poisson':
      return { mean };
    case 'erlang':
      return { mean, k: Math.min(100, Math.max(1, Math.round((mean / sd) ** 2))) };
    case 'gamma':
      return { shape: (mean / sd) ** 2, scale: sd ** 2 / mean };
    case 'weibull':
      return weibull(mean, sd);
    case 'beta':
      return beta(shape);
    case 'empirical':
      return { values: [0.1, 0.3, 0.5, 0.7, 0.9].map(quantile) };
    case 'histogram':
      return { edges: [0.02, 0.25, 0.5, 0.75, 0.98].map(quantile), weights: [25, 25, 25, 25] };
    case 'user-discrete':
      return { values: [0.1, 0.5, 0.9].map(quantile), weights: [0.25, 0.5, 0.25] };
    case 'user-continuous':
      return { values: [0.02, 0.25, 0.5, 0.75, 0.98].map(quantile), weights: [0, 0.25, 0.25, 0.25, 0.25] };
    default:
      return undefined;
  }
}

/** Bounds `reach` deviations around the mean; at the floor the other bound moves in, so that the mean stays. */
function between({ mean, sd, floor }: Shape, reach: number): { readonly min: number; readonly max: number } {
  const half = Math.min(reach * sd, mean - floor);
  return { min: mean - half, max: mean + half };
}

/** Symmetric when there is room; else from the floor, skewed so that mean and deviation hold as long as a triangle can. */
function triangle(shape: Shape): ParamList {
  const { mean, sd, floor } = shape;
  if (mean - Math.sqrt(6) * sd >= floor) return { ...between(shape, Math.sqrt(6)), mode: mean };
  // From 0: mode + max = 3 mean and mode × max = 3 mean² − 6 sd².
  const m = mean - floor;
  const product = Math.max(0, 3 * m * m - 6 * sd * sd);
  const root = Math.sqrt(Math.max(0, 9 * m * m - 4 * product));
  return { min: floor, mode: floor + (3 * m - root) / 2, max: floor + (3 * m + root) / 2 };
}

/** The variance of a PERT is (mean − min)(max − mean) / 7. */
function pert(shape: Shape): ParamList {
  const { mean, sd, floor } = shape;
  if (mean - Math.sqrt(7) * sd >= floor) return { ...between(shape, Math.sqrt(7)), mode: mean };
  const max = Math.min(mean + (7 * sd * sd) / (mean - floor), floor + 6 * (mean - floor));
  return { min: floor, mode: (6 * mean - floor - max) / 4, max };
}

/** By moments on bounds three deviations away, or at the floor. */
function beta({ mean, sd, floor }: Shape): ParamList {
  const min = Math.max(floor, mean - 3 * sd);
  const max = mean + 3 * sd;
  const centre = (mean - min) / (max - min);
  const size = (centre * (1 - centre)) / (sd / (max - min)) ** 2 - 1;
  return { alpha: centre * size, beta: (1 - centre) * size, min, max };
}

/** The shape by the power law of Justus (1978), good to a few percent; the scale so that the mean is exact. */
function weibull(mean: number, sd: number): ParamList | undefined {
  const shape = (sd / mean) ** -1.086;
  const unit = settle({ type: 'weibull', params: { shape, scale: 1 } }, { time: false });
  return 'distribution' in unit ? { shape, scale: mean / unit.distribution.mean } : undefined;
}

/** Three digits say all that was known. */
const tidy = (params: ParamList): ParamList =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? short(value) : value.map(short)]),
  );

const short = (value: number): number => Number(value.toPrecision(3));
