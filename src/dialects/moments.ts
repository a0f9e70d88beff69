/** Distributions of other tools in our terms with mean and standard deviation kept, and what those are. */
import { MS_PER_UNIT, settle, type DistributionParam, type DistributionSpec, type TimeUnit } from '#simulation';

/** Mean and standard deviation in seconds. */
export interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** What is drawn from a time, cut at 0, in seconds; undefined when its parameters make no sense. */
export function momentsOf(spec: DistributionSpec): Moments | undefined {
  const settled = settle({ unit: 'ms', ...spec }, { time: true });
  if (!('distribution' in settled)) return undefined;
  const { mean, sd } = settled.distribution;
  return { mean: mean / 1000, sd: sd / 1000 };
}

/** A constant, or the gamma distribution with these moments in seconds: right-skewed and never negative, as working times are. */
export function gammaWith({ mean, sd }: Moments): DistributionSpec {
  if (!(mean > 0) || !(sd > 1e-9 * mean)) return seconds('constant', { value: Math.max(0, mean) });
  return seconds('gamma', { scale: sd ** 2 / mean }, { shape: (mean / sd) ** 2 });
}

/** The normal distribution with these parameters in seconds; a mean below zero is read as zero and told. */
export function normalWith({ mean, sd }: Moments): { readonly spec: DistributionSpec; readonly negative?: number } {
  const centre = Math.max(0, mean);
  const spec = sd > 0 ? seconds('normal', { mean: centre, sd }) : seconds('constant', { value: centre });
  return mean < 0 ? { spec, negative: mean } : { spec };
}

/** A distribution whose times are given in seconds, in the unit people would use; `numbers` have no unit. */
export function seconds(
  type: string,
  times: Readonly<Record<string, number>>,
  numbers: Readonly<Record<string, number>> = {},
): DistributionSpec {
  const unit = unitFor(Object.values(times));
  const params: Record<string, number> = { ...numbers };
  for (const [name, value] of Object.entries(times)) params[name] = (value * 1000) / MS_PER_UNIT[unit];
  return { type, params, unit };
}

/** People speak of 90 s, of 2 min and of 3 h. */
function unitFor(values: readonly number[]): TimeUnit {
  const largest = Math.max(0, ...values.map(Math.abs));
  return largest >= 7200 ? 'h' : largest >= 120 ? 'min' : 's';
}

/** How far cutting may move the mean before it has to be told, as a share. */
const NEGLIGIBLE = 0.01;
const STEPS = 4000;

/**
 * A distribution moved by `shift` and conditioned on [min, max], all in seconds: itself when nothing of weight changes, the
 * truncated normal for a normal, else the gamma with the moments that are left. `fitted`: what was drawn before, when the shape changed.
 */
export function cut(
  spec: DistributionSpec,
  { shift = 0, min = 0, max = Infinity }: { readonly shift?: number; readonly min?: number; readonly max?: number },
): { readonly spec: DistributionSpec; readonly fitted?: Moments } {
  const settled = settle({ unit: 'ms', ...spec }, { time: true });
  if (!('distribution' in settled)) return { spec };
  const { quantile, mean, sd } = settled.distribution;
  const low = Math.max(0, min);
  // Some files have the two the wrong way round, or a bound that is none.
  const high = max > low ? max : Infinity;
  const from = below((low - shift) * 1000, quantile);
  const to = high === Infinity ? 1 : below((high - shift) * 1000, quantile);
  if (!(to > from)) {
    const bound = mean / 1000 + shift < low ? low : high;
    return { spec: seconds('constant', { value: bound }), fitted: { mean: bound, sd: 0 } };
  }
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < STEPS; i++) {
    const value = quantile(from + ((i + 0.5) / STEPS) * (to - from));
    sum += value;
    squares += (value - mean) ** 2;
  }
  const left = sum / STEPS;
  const leftSd = Math.sqrt(Math.max(0, squares / STEPS - (left - mean) ** 2));
  const whole = from < 1e-6 && to > 1 - 1e-6;
  const close = Math.abs(left - mean) <= NEGLIGIBLE * mean && Math.abs(leftSd - sd) <= 5 * NEGLIGIBLE * sd;
  if (shift === 0 && (whole || close)) return { spec };
  const { mean: centre, sd: spread } = spec.params;
  if (spec.type === 'normal' && typeof centre === 'number' && typeof spread === 'number') {
    const factor = MS_PER_UNIT[spec.unit ?? 'ms'] / 1000;
    const middle = centre * factor + shift;
    const times = { mean: middle, sd: spread * factor, min: low, max: Math.min(high, middle + 10 * spread * factor) };
    return { spec: seconds('truncated-normal', times) };
  }
  // The tail beyond the last step weighs nothing once it is cut, and much when it is not.
  const fitted = { mean: (whole ? mean : left) / 1000 + shift, sd: (whole ? sd : leftSd) / 1000 };
  return { spec: gammaWith(fitted), fitted };
}

/** Cumulative distribution at `x`, by halving. */
function below(x: number, quantile: (u: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (quantile(middle) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Parameters that move a whole distribution along the time axis. */
const LOCATIONS: Readonly<Record<string, readonly string[]>> = {
  constant: ['value'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
};

/** The time of one thing after another: exact when one of them is fixed and the other can be moved, else by moments. */
export function sumOf(
  a: DistributionSpec,
  b: DistributionSpec,
): { readonly spec: DistributionSpec; readonly fitted?: Moments } | undefined {
  const [fixed, varying] = a.type === 'constant' ? [a, b] : [b, a];
  const [first, second] = [momentsOf(fixed), momentsOf(varying)];
  if (!first || !second) return undefined;
  const locations = LOCATIONS[varying.type];
  if (first.sd === 0 && first.mean === 0) return { spec: varying };
  if (first.sd === 0 && locations) {
    const more = (first.mean * 1000) / MS_PER_UNIT[varying.unit ?? 'ms'];
    const params: Record<string, DistributionParam> = { ...varying.params };
    for (const name of locations) {
      const value = params[name];
      if (typeof value === 'number') params[name] = value + more;
    }
    return { spec: { ...varying, params } };
  }
  const sd = Math.sqrt(first.sd ** 2 + second.sd ** 2);
  const fitted = { mean: first.mean + second.mean, sd };
  return { spec: gammaWith(fitted), fitted };
}

/** Points that stand for a distribution that may not come at all. */
const POINTS = 25;
/** A hundred years, longer than anything waits. */
const NEVER = 100 * 365 * 86_400;

/** A time that passes with a chance only; otherwise what is waited for never comes. */
export function withChance(spec: DistributionSpec, chance: number): DistributionSpec {
  const settled = settle({ unit: 'ms', ...spec }, { time: true });
  if (!('distribution' in settled) || chance >= 1) return spec;
  const { quantile, sd } = settled.distribution;
  const count = sd === 0 ? 1 : POINTS;
  const values = Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count) / 1000);
  const weights = values.map(() => Math.max(0, chance) / count);
  return {
    type: 'user-discrete',
    params: { values: [...values, NEVER], weights: [...weights, 1 - Math.max(0, chance)] },
    unit: 's',
  };
}

/** Moments of a draw that comes from one of several, by weight. */
export function mixed(parts: readonly (Moments & { readonly weight: number })[]): Moments {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0) / total;
  const square = parts.reduce((sum, part) => sum + part.weight * (part.sd ** 2 + part.mean ** 2), 0) / total;
  return { mean, sd: Math.sqrt(Math.max(0, square - mean ** 2)) };
}

/** A time in seconds as `90 s`, `12.5 min` or `3 h`, alike in every language. */
export function timeText(value: number): string {
  const unit = unitFor([value]);
  return `${Number(((value * 1000) / MS_PER_UNIT[unit]).toPrecision(3))} ${unit}`;
}
