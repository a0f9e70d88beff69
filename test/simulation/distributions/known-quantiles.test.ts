/**
 * Quantiles at 0.001, 0.1, 0.5, 0.9 and 0.999 against reference values: continuous ones from mpmath 1.3 (bisection of the
 * distribution function at 40 digits), counts from SciPy 1.17.
 */
import { describe, expect, it } from 'vitest';
import { createPlain } from '../../../simulation/distributions/index.ts';

const PROBABILITIES = [0.001, 0.1, 0.5, 0.9, 0.999];

const CURVES = [
  {
    type: 'normal',
    params: { mean: 10, sd: 2 },
    quantiles: [3.8195353876643727, 7.436896868910799, 10.0, 12.563103131089202, 16.180464612335626],
  },
  {
    type: 'truncated-normal',
    params: { mean: 10, sd: 4, min: 5, max: 20 },
    quantiles: [5.019391408757474, 6.553745242628137, 10.499816383249527, 15.241755107735045, 19.809100090085888],
  },
  {
    type: 'truncated-normal',
    params: { mean: 0, sd: 1, min: 8, max: 9 },
    quantiles: [8.000123170289083, 8.012960571504209, 8.084888899018166, 8.278609037011552, 8.791963586618891],
  },
  {
    type: 'lognormal',
    params: { mean: 10, sd: 5 },
    quantiles: [2.077670125054986, 4.882381226083211, 8.94427190999916, 16.385447242959014, 38.504668780316024],
  },
  {
    type: 'exponential',
    params: { mean: 10 },
    quantiles: [0.010005003335835335, 1.053605156578263, 6.931471805599453, 23.025850929940457, 69.07755278982137],
  },
  {
    type: 'erlang',
    params: { mean: 10, k: 3 },
    quantiles: [0.635111258561344, 3.6735510941644036, 8.913534379078534, 17.7410677927807, 37.42957414137554],
  },
  {
    type: 'gamma',
    params: { shape: 0.5, scale: 5 },
    quantiles: [3.926992873156225e-6, 0.039476935233578064, 1.1373410577989318, 6.763858635238536, 27.06891542665683],
  },
  {
    type: 'gamma',
    params: { shape: 250, scale: 2 },
    quantiles: [407.9469607459992, 459.9261199172001, 499.3334915888738, 540.9303082098168, 603.4460057951776],
  },
  {
    type: 'weibull',
    params: { shape: 1.5, scale: 10 },
    quantiles: [0.10003335279136841, 2.2307552563691706, 7.832197687746514, 17.437215135964117, 36.27086912339477],
  },
  {
    type: 'beta',
    params: { alpha: 2, beta: 4, min: 5, max: 20 },
    quantiles: [5.151526818256066, 6.683524378187879, 9.707152556835462, 13.758355619292933, 18.169792555827822],
  },
  {
    type: 'beta',
    params: { alpha: 0.5, beta: 0.7, min: 0, max: 1 },
    quantiles: [
      1.5697523747772847e-6, 0.015648215096686836, 0.3610839131320437, 0.9188348842782801, 0.9998844141222141,
    ],
  },
  {
    type: 'pert',
    params: { min: 5, mode: 10, max: 20 },
    quantiles: [5.284911197270745, 7.295415405147189, 10.637187605061817, 14.666850464308705, 18.613637353678012],
  },
];

const COUNTS = [
  { type: 'poisson', params: { mean: 5 }, quantiles: [0, 2, 5, 8, 13] },
  { type: 'poisson', params: { mean: 1000 }, quantiles: [904, 960, 1000, 1041, 1099] },
  { type: 'binomial', params: { trials: 10, probability: 0.3 }, quantiles: [0, 1, 3, 5, 8] },
];

const LARGE_COUNTS = [
  { type: 'poisson', params: { mean: 4000000 }, quantiles: [3993821, 3997437, 4000000, 4002563, 4006182] },
  {
    type: 'binomial',
    params: { trials: 100000000, probability: 0.3 },
    quantiles: [29985839, 29994127, 30000000, 30005873, 30014162],
  },
];

describe('known quantiles', () => {
  it.each(CURVES)('of $type $params', ({ type, params, quantiles }) => {
    const d = createPlain({ type, params });
    PROBABILITIES.forEach((u, i) => {
      expect(Math.abs(d.quantile(u) / quantiles[i]! - 1), `at ${u}`).toBeLessThan(1e-11);
    });
  });

  it.each(COUNTS)('of $type $params', ({ type, params, quantiles }) => {
    const d = createPlain({ type, params });
    expect(PROBABILITIES.map((u) => d.quantile(u))).toEqual(quantiles);
  });

  it.each(LARGE_COUNTS)('of $type $params, to one count', ({ type, params, quantiles }) => {
    const d = createPlain({ type, params });
    PROBABILITIES.forEach((u, i) => expect(Math.abs(d.quantile(u) - quantiles[i]!)).toBeLessThanOrEqual(1));
  });

  it('of lists, by hand', () => {
    const at = (type: string, params: Readonly<Record<string, readonly number[]>>, us: readonly number[]): number[] => {
      const d = createPlain({ type, params });
      return us.map((u) => d.quantile(u));
    };
    expect(at('empirical', { values: [9, 3, 3, 5] }, [0.25, 0.5, 0.51, 0.75, 0.76])).toEqual([3, 3, 5, 5, 9]);
    expect(at('user-discrete', { values: [30, 5, 10], weights: [2, 5, 3] }, [0.4, 0.5, 0.51, 0.81])).toEqual([
      5, 5, 10, 30,
    ]);
    expect(at('histogram', { edges: [0, 5, 10, 20], weights: [2, 5, 3] }, [0.1, 0.2, 0.45, 0.7, 0.85])).toEqual([
      2.5, 5, 7.5, 10, 15,
    ]);
    expect(at('user-continuous', { values: [4, 8, 16], weights: [0.5, 0.25, 0.25] }, [0.2, 0.5, 0.625, 0.875])).toEqual(
      [4, 4, 6, 12],
    );
  });
});
