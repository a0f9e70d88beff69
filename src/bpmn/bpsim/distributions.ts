/** BPSim's parameter values and distributions, both ways: one table row per distribution. */
import type { DistributionParam, DistributionSpec, TimeUnit } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { parseDuration } from './durations.ts';
import { attribute, children, insert, localName, make } from './tree.ts';
import { UNIT_FROM_BPSIM, UNIT_TO_BPSIM } from './vocabulary.ts';

/** How a parameter changes with the unit of time: scaled, or not at all. */
type Quantity = 'time' | 'number';
type Row = readonly [
  bpsim: string,
  type: string,
  params: readonly (readonly [attribute: string, param: string, Quantity])[],
];

const ROWS: readonly Row[] = [
  [
    'BetaDistribution',
    'beta',
    [
      ['shape', 'alpha', 'number'],
      ['scale', 'beta', 'number'],
    ],
  ],
  [
    'BinomialDistribution',
    'binomial',
    [
      ['probability', 'probability', 'number'],
      ['trials', 'trials', 'number'],
    ],
  ],
  [
    'ErlangDistribution',
    'erlang',
    [
      ['mean', 'mean', 'time'],
      ['k', 'k', 'number'],
    ],
  ],
  [
    'GammaDistribution',
    'gamma',
    [
      ['shape', 'shape', 'number'],
      ['scale', 'scale', 'time'],
    ],
  ],
  [
    'LogNormalDistribution',
    'lognormal',
    [
      ['mean', 'mean', 'time'],
      ['standardDeviation', 'sd', 'time'],
    ],
  ],
  ['NegativeExponentialDistribution', 'exponential', [['mean', 'mean', 'time']]],
  [
    'NormalDistribution',
    'normal',
    [
      ['mean', 'mean', 'time'],
      ['standardDeviation', 'sd', 'time'],
    ],
  ],
  ['PoissonDistribution', 'poisson', [['mean', 'mean', 'number']]],
  [
    'TriangularDistribution',
    'triangular',
    [
      ['mode', 'mode', 'time'],
      ['min', 'min', 'time'],
      ['max', 'max', 'time'],
    ],
  ],
  [
    'TruncatedNormalDistribution',
    'truncated-normal',
    [
      ['mean', 'mean', 'time'],
      ['standardDeviation', 'sd', 'time'],
      ['min', 'min', 'time'],
      ['max', 'max', 'time'],
    ],
  ],
  [
    'UniformDistribution',
    'uniform',
    [
      ['min', 'min', 'time'],
      ['max', 'max', 'time'],
    ],
  ],
  [
    'WeibullDistribution',
    'weibull',
    [
      ['shape', 'shape', 'number'],
      ['scale', 'scale', 'time'],
    ],
  ],
];

/** Distributions of whole numbers cannot be scaled to another unit. */
const COUNTS: readonly string[] = ['binomial', 'poisson'];

/**
 * The distribution in a parameter value: of times, when the scenario's base unit is given, else of plain numbers.
 * Undefined when the value is something else (a text, a formula, a date) or lacks a number.
 */
export function readDistribution(value: ModdleElement, baseUnit?: TimeUnit): DistributionSpec | undefined {
  const name = localName(value);
  const [unit, factor] = baseUnit === undefined ? [undefined, 1] : unitOf(value, baseUnit);
  if (name === 'DurationParameter') {
    const span = parseDuration(attribute(value, 'value') ?? '');
    return span && baseUnit !== undefined ? spec('constant', { value: span.value }, span.unit) : undefined;
  }
  if (name === 'NumericParameter' || name === 'FloatingParameter' || name === 'StringParameter') {
    const number = numberIn(value, 'value');
    return number === undefined ? undefined : spec('constant', { value: number * factor }, unit);
  }
  if (name === 'UserDistribution' || name === 'EnumParameter') return readPoints(value, baseUnit);
  const row = ROWS.find(([bpsim]) => bpsim === name);
  if (!row) return undefined;
  const [, type, params] = row;
  if (factor !== 1 && COUNTS.includes(type)) return undefined;
  const read: Record<string, DistributionParam> = {};
  for (const [from, to, quantity] of params) {
    const number = numberIn(value, from);
    if (number === undefined) return undefined;
    read[to] = quantity === 'time' ? number * factor : number;
  }
  return spec(type, type === 'beta' ? { ...read, min: 0, max: factor } : read, unit);
}

/** Whether a distribution is a placeholder that tools write for "not set": mean and spread both 0. */
export const isUnset = (value: ModdleElement): boolean =>
  /Distribution$/.test(localName(value)) &&
  numberIn(value, 'mean') === 0 &&
  (numberIn(value, 'standardDeviation') ?? 0) === 0;

/**
 * The parameter value for a distribution, or undefined when BPSim has none that comes close. Beta distributions between other
 * bounds than 0 and 1 and PERT are written as the truncated normal with the same mean, deviation and bounds; observed values
 * and histograms as a user distribution.
 */
export function writeDistribution(
  like: ModdleElement,
  distribution: DistributionSpec,
  kind: 'time' | 'number',
): ModdleElement | undefined {
  const { type, params, unit = 'ms' } = approximation(distribution);
  const [bpsimUnit, factor] = kind === 'time' ? UNIT_TO_BPSIM[unit] : [undefined, 1];
  const timeUnit = bpsimUnit === undefined ? {} : { timeUnit: bpsimUnit };
  if (type === 'constant' && typeof params.value === 'number')
    return writeNumber(like, params.value * factor, timeUnit);
  if (type === 'user-discrete' || type === 'user-continuous')
    return writePoints(like, type === 'user-discrete', params, factor, timeUnit);
  const row = ROWS.find(([, ours]) => ours === type);
  if (!row || (factor !== 1 && COUNTS.includes(type))) return undefined;
  const attributes: Record<string, string> = {};
  for (const [to, from, quantity] of row[2]) {
    const number = params[from];
    if (typeof number !== 'number') return undefined;
    attributes[to] = String(quantity === 'time' ? number * factor : number);
  }
  return make(like, row[0], { ...attributes, ...timeUnit });
}

/** A number as BPSim writes it: whole ones and others have different elements. */
export function writeNumber(
  like: ModdleElement,
  value: number,
  attributes: Readonly<Record<string, string>> = {},
): ModdleElement {
  const name = Number.isSafeInteger(value) ? 'NumericParameter' : 'FloatingParameter';
  return make(like, name, { value: String(value), ...attributes });
}

/** The number in an attribute; undefined when absent or not a finite number. */
export function numberIn(element: ModdleElement, name: string): number | undefined {
  const number = Number(attribute(element, name) ?? NaN);
  return Number.isFinite(number) ? number : undefined;
}

const spec = (
  type: string,
  params: Readonly<Record<string, DistributionParam>>,
  unit: TimeUnit | undefined,
): DistributionSpec => ({ type, params, ...(unit === undefined ? {} : { unit }) });

function unitOf(value: ModdleElement, baseUnit: TimeUnit): readonly [TimeUnit, number] {
  return UNIT_FROM_BPSIM.get(attribute(value, 'timeUnit') ?? '') ?? [baseUnit, 1];
}

/** Points of a user distribution with their shares; an enumeration counts as equal shares. */
function readPoints(value: ModdleElement, baseUnit: TimeUnit | undefined): DistributionSpec | undefined {
  const [unit, factor] = baseUnit === undefined ? [undefined, 1] : unitOf(value, baseUnit);
  const listed = localName(value) === 'EnumParameter';
  const values: number[] = [];
  const weights: number[] = [];
  for (const point of children(value)) {
    const constant = listed ? point : children(point)[0];
    const read = constant && readDistribution(constant, unit);
    const number = read?.params.value;
    const weight = listed ? 1 : numberIn(point, 'probability');
    if (typeof number !== 'number' || read?.unit !== unit || weight === undefined) return undefined;
    values.push(number * factor);
    weights.push(weight);
  }
  const discrete = listed || /^(true|1)$/.test(attribute(value, 'discrete') ?? '');
  return values.length > 0
    ? spec(discrete ? 'user-discrete' : 'user-continuous', { values, weights }, unit)
    : undefined;
}

function writePoints(
  like: ModdleElement,
  discrete: boolean,
  params: DistributionSpec['params'],
  factor: number,
  timeUnit: Readonly<Record<string, string>>,
): ModdleElement | undefined {
  const { values, weights } = params;
  if (typeof values !== 'object' || typeof weights !== 'object' || values.length === 0) return undefined;
  const user = make(like, 'UserDistribution', { discrete: String(discrete), ...timeUnit });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, value] of values.entries()) {
    const probability = (weights[i] ?? 0) / (total > 0 ? total : 1);
    const point = make(like, 'UserDistributionDataPoint', { probability: String(probability) });
    insert(point, writeNumber(like, value * factor, timeUnit));
    insert(user, point);
  }
  return user;
}

function approximation(distribution: DistributionSpec): DistributionSpec {
  const { type, params } = distribution;
  const { min, max, mode, alpha, beta, values, edges, weights } = params;
  if (type === 'empirical' && typeof values === 'object')
    return { ...distribution, type: 'user-discrete', params: { values, weights: values.map(() => 1) } };
  if (type === 'histogram' && typeof edges === 'object' && typeof weights === 'object')
    return { ...distribution, type: 'user-continuous', params: { values: edges, weights: [0, ...weights] } };
  if (typeof min !== 'number' || typeof max !== 'number') return distribution;
  if (type === 'pert' && typeof mode === 'number')
    return {
      ...distribution,
      type: 'truncated-normal',
      params: { mean: (min + 4 * mode + max) / 6, sd: (max - min) / 6, min, max },
    };
  if (type !== 'beta' || typeof alpha !== 'number' || typeof beta !== 'number') return distribution;
  const [, factor] = UNIT_TO_BPSIM[distribution.unit ?? 'ms'];
  if (min === 0 && max * factor === 1) return distribution;
  const sum = alpha + beta;
  const mean = min + ((max - min) * alpha) / sum;
  const sd = ((max - min) / sum) * Math.sqrt((alpha * beta) / (sum + 1));
  return { ...distribution, type: 'truncated-normal', params: { mean, sd, min, max } };
}
