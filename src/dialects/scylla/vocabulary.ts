/** The words of Scylla: its namespace, time units and distributions. */
import type { DistributionSpec, TimeUnit } from '#simulation';
import { attributeOf, childrenOf, numberIn, numberOf, type XmlElement } from '../xml.ts';

export const BSIM = 'http://bsim.hpi.uni-potsdam.de/scylla/simModel';
export const SCYLLA_FORMAT = 'Scylla';

/** Our unit and how many of it one of Java's is. */
const UNITS: Readonly<Record<string, readonly [unit: TimeUnit, factor: number]>> = {
  NANOSECONDS: ['ms', 1e-6],
  MICROSECONDS: ['ms', 1e-3],
  MILLISECONDS: ['ms', 1],
  SECONDS: ['s', 1],
  MINUTES: ['min', 1],
  HOURS: ['h', 1],
  DAYS: ['day', 1],
};

/** Scylla counts in seconds where a file says nothing. */
export const unitOf = (text: string | undefined): readonly [unit: TimeUnit, factor: number] =>
  UNITS[text?.toUpperCase() ?? ''] ?? ['s', 1];

export interface ReadDistribution {
  readonly spec: DistributionSpec;
  /** A mean below zero, which was read as zero. */
  readonly negative?: number;
}

/** The distribution inside `duration`, `arrivalRate` …; undefined when there is none that can be meant. */
export function readDistribution(owner: XmlElement | undefined): ReadDistribution | undefined {
  const [unit, factor] = unitOf(attributeOf(owner, 'timeUnit'));
  const found = owner?.children.find(({ name }) => /Distribution$/.test(name));
  return found && read(found, unit, factor);
}

function read(found: XmlElement, unit: TimeUnit, factor: number): ReadDistribution | undefined {
  const time = (name: string): number | undefined => {
    const value = numberIn(found, name);
    return value === undefined ? undefined : value * factor;
  };
  const spec = (type: string, params: Readonly<Record<string, number | undefined>>): ReadDistribution | undefined => {
    const given = Object.entries(params).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    if (given.length < Object.keys(params).length) return undefined;
    return { spec: { type, params: Object.fromEntries(given), unit } };
  };
  switch (found.name) {
    case 'constantDistribution':
      return spec('constant', { value: time('constantValue') });
    case 'exponentialDistribution':
      return time('mean') === 0 ? spec('constant', { value: 0 }) : spec('exponential', { mean: time('mean') });
    case 'normalDistribution': {
      const [mean, sd] = [time('mean'), time('standardDeviation')];
      if (mean === undefined || sd === undefined) return undefined;
      const cut = Math.max(0, mean);
      const read = sd > 0 ? spec('normal', { mean: cut, sd }) : spec('constant', { value: cut });
      return read && mean < 0 ? { ...read, negative: mean } : read;
    }
    case 'uniformDistribution': {
      const [min, max] = [time('lower'), time('upper')];
      return min === max ? spec('constant', { value: min }) : spec('uniform', { min, max });
    }
    case 'triangularDistribution':
      return spec('triangular', { min: time('lower'), mode: time('peak'), max: time('upper') });
    case 'erlangDistribution':
      return spec('erlang', { k: numberIn(found, 'order'), mean: time('mean') });
    case 'binomialDistribution':
      return spec('binomial', { probability: numberIn(found, 'probability'), trials: numberIn(found, 'amount') });
    case 'poissonDistribution':
      return spec('poisson', { mean: numberIn(found, 'mean') });
    case 'arbitraryFiniteProbabilityDistribution': {
      const entries = childrenOf(found, 'entry').map((entry) => [
        numberOf(entry, 'value'),
        numberOf(entry, 'frequency') ?? 1,
      ]);
      const values = entries.flatMap(([value]) => (value === undefined ? [] : [value * factor]));
      if (values.length === 0 || values.length < entries.length) return undefined;
      return {
        spec: { type: 'user-discrete', params: { values, weights: entries.map(([, weight]) => weight ?? 1) }, unit },
      };
    }
    default:
      return undefined;
  }
}
