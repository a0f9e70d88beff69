/** Prosimos' distributions: three generations that only the number of parameters tells apart. Seconds throughout. */
import type { DistributionSpec } from '#simulation';
import { itemsOf, numberFrom, property, textIn } from '../json.ts';
import { cut, gammaWith, momentsOf, normalWith, seconds } from '../moments.ts';
import type { Fit } from '../report.ts';

/** 0: 2021, scipy's parameters in plain lists. 1: 2022 and 2023, the same with bounds. 2: since June 2023, mean and variance. */
export type Generation = 0 | 1 | 2;

export interface ReadDistribution {
  readonly spec: DistributionSpec;
  /** The shape that was carried over by mean and deviation. */
  readonly fitted?: Fit;
  /** A mean below zero, which was read as zero. */
  readonly negative?: number;
}

/** The parameters of `{distribution_name, distribution_params}`, as plain numbers; undefined when one is not a number. */
function paramsOf(entry: unknown): readonly number[] | undefined {
  const params = itemsOf(property(entry, 'distribution_params')).map((param) =>
    numberFrom(typeof param === 'object' ? property(param, 'value') : param),
  );
  return params.every((param) => param !== undefined) ? params : undefined;
}

/** The only generation an entry can belong to; undefined when several write it like this. */
export function generationOf(entry: unknown): Generation | undefined {
  const count = paramsOf(entry)?.length;
  switch (textIn(entry, 'distribution_name') ?? '') {
    case 'expon':
      return count === 2 ? 0 : count === 4 ? 1 : count === 3 ? 2 : undefined;
    case 'lognorm':
    case 'gamma':
      return count === 3 ? 0 : count === 5 ? 1 : count === 4 ? 2 : undefined;
    case 'uniform':
      return count === 4 ? 1 : undefined;
    case 'triang':
    case 'exponnorm':
      return count === 3 ? 0 : 1;
    default:
      return undefined;
  }
}

/** Reads an entry; `assumed` decides where its own shape does not. Undefined when it cannot be meant. */
export function readDistribution(entry: unknown, assumed: Generation): ReadDistribution | undefined {
  const name = textIn(entry, 'distribution_name');
  if (name === 'histogram_sampling') return readHistogram(property(entry, 'histogram_data'));
  const params = paramsOf(entry);
  if (name === undefined || !params) return undefined;
  const generation = generationOf(entry) ?? assumed;
  const made = generation === 2 ? fromMeans(name, params) : fromScipy(name, params);
  if (!made) return undefined;
  const { spec, fitted } = cut(made.spec, made);
  const moments = fitted ?? (made.carried ? momentsOf(spec) : undefined);
  return {
    spec,
    ...(moments ? { fitted: { name, moments } } : {}),
    ...(made.negative === undefined ? {} : { negative: made.negative }),
  };
}

interface Made {
  readonly spec: DistributionSpec;
  readonly shift?: number;
  readonly min?: number;
  readonly max?: number;
  /** Has no counterpart of its own here. */
  readonly carried?: boolean;
  readonly negative?: number;
}

type Params = readonly (number | undefined)[];

const bounds = (min: number | undefined, max: number | undefined): Pick<Made, 'min' | 'max'> => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** Shapes that all generations write alike. */
function common(name: string, [a, b, min, max]: Params): Made | undefined {
  if (name === 'fix') return a === undefined ? undefined : { spec: seconds('constant', { value: Math.max(0, a) }) };
  if (name !== 'norm' || a === undefined || b === undefined) return undefined;
  return { ...normalWith({ mean: a, sd: b }), ...bounds(min, max) };
}

/** Generation 2: mean, variance, min, max. */
function fromMeans(name: string, params: Params): Made | undefined {
  const [a, b, c, d] = params;
  switch (name) {
    case 'expon': {
      if (a === undefined) return undefined;
      // The minimum is the location; a mean below it counts as the scale.
      const location = b ?? 0;
      const scale = a - location > 0 ? a - location : a;
      return { ...exponential(scale, location), ...bounds(b, c) };
    }
    case 'lognorm':
    case 'gamma': {
      if (a === undefined || b === undefined) return undefined;
      const moments = { mean: a, sd: Math.sqrt(Math.max(0, b)) };
      const lognormal = name === 'lognorm' && a > 0 && b > 0;
      return { spec: lognormal ? seconds('lognormal', moments) : gammaWith(moments), ...bounds(c, d) };
    }
    case 'uniform':
      return uniform(a, b);
    default:
      return common(name, params);
  }
}

/** Generations 0 and 1: shape parameters, location, scale, and from 1 on min and max. */
function fromScipy(name: string, params: Params): Made | undefined {
  const [a, b, c, d, e] = params;
  switch (name) {
    case 'expon':
      return a === undefined || b === undefined ? undefined : { ...exponential(b, a), ...bounds(c, d) };
    case 'lognorm': {
      if (a === undefined || b === undefined || c === undefined) return undefined;
      const mean = c * Math.exp(a ** 2 / 2);
      const sd = mean * Math.sqrt(Math.expm1(a ** 2));
      const spec = a > 0 && c > 0 ? seconds('lognormal', { mean, sd }) : seconds('constant', { value: Math.max(0, c) });
      return { spec, shift: b, ...bounds(d, e) };
    }
    case 'gamma': {
      if (a === undefined || b === undefined || c === undefined) return undefined;
      return { spec: gammaWith({ mean: a * c, sd: Math.sqrt(a) * c }), shift: b, ...bounds(d, e) };
    }
    case 'triang': {
      if (a === undefined || b === undefined || c === undefined || !(a >= 0 && a <= 1)) return undefined;
      const spec = seconds('triangular', { min: Math.max(0, b), mode: Math.max(0, b + a * c), max: b + c });
      return { spec: c > 0 ? spec : seconds('constant', { value: Math.max(0, b) }), ...bounds(d, e) };
    }
    case 'exponnorm': {
      if (a === undefined || b === undefined || c === undefined) return undefined;
      return { spec: gammaWith({ mean: b + a * c, sd: c * Math.sqrt(1 + a ** 2) }), ...bounds(d, e), carried: true };
    }
    case 'uniform':
      return a === undefined || b === undefined ? undefined : { ...uniform(a, a + b), ...bounds(c, d) };
    case 'default':
      return uniform(a, b);
    default:
      return common(name, params);
  }
}

const exponential = (scale: number, location: number): Pick<Made, 'spec' | 'shift'> =>
  scale > 0
    ? { spec: seconds('exponential', { mean: scale }), shift: location }
    : { spec: seconds('constant', { value: Math.max(0, location) }) };

function uniform(min: number | undefined, max: number | undefined): Made {
  const low = Math.max(0, min ?? 0);
  const high = max ?? low;
  return { spec: high > low ? seconds('uniform', { min: low, max: high }) : seconds('constant', { value: low }) };
}

function readHistogram(data: unknown): ReadDistribution | undefined {
  const cumulative = itemsOf(property(data, 'cdf')).map(numberFrom);
  const values = itemsOf(property(data, 'bin_midpoints')).map(numberFrom);
  const numbers = values.filter((value) => value !== undefined);
  const weights = cumulative.map((share, i) => (share ?? NaN) - (i === 0 ? 0 : (cumulative[i - 1] ?? NaN)));
  const sound = numbers.length > 0 && numbers.length === values.length && values.length === weights.length;
  if (!sound || !weights.every((weight) => weight >= -1e-9)) return undefined;
  return {
    spec: {
      type: 'user-discrete',
      params: { values: numbers.map((n) => Math.max(0, n)), weights: weights.map((w) => Math.max(0, w)) },
      unit: 's',
    },
  };
}

/** Whether an object is a distribution at all. */
export const isDistribution = (value: unknown): boolean => textIn(value, 'distribution_name') !== undefined;
