/** The words of QBP, the format of BIMP and Apromore. All times are seconds, whatever unit a file names for its display. */
import type { DistributionSpec } from '#simulation';
import { gammaWith, mixed, momentsOf, normalWith, seconds, type Moments } from '../moments.ts';
import type { Fit } from '../report.ts';
import { childrenOf, childOf, attributeOf, numberOf, type XmlElement } from '../xml.ts';

export const QBP = 'http://www.qbp-simulator.com/Schema201212';
export const QBP_FORMAT = 'QBP';
/** By convention the resource of what needs nobody; the schema wants one everywhere. */
export const SERVICE = 'QBP_SERVICE_RESOURCE_ID';

/** What a distribution says, or the name of one that cannot be read. */
export type ReadDistribution =
  { readonly spec: DistributionSpec; readonly fitted?: Fit } | { readonly unknown: string } | undefined;

/** Reads a `DistributionInfo`; undefined when it says nothing. */
export function readDistribution(info: XmlElement | undefined): ReadDistribution {
  if (!info) return undefined;
  const bins = childrenOf(childOf(info, 'histogramDataBins'), 'histogramData');
  const type = attributeOf(info, 'type')?.toUpperCase();
  if (bins.length > 0) return readBins(bins);
  const exact = childrenOf(childOf(info, 'exactValues'), 'value').map(({ text }) => Number(text));
  if (exact.length > 0 && exact.every(Number.isFinite))
    return { spec: { type: 'empirical', params: { values: exact }, unit: 's' } };
  if (type === undefined) return undefined;
  const spec = parametric(type, numberOf(info, 'mean'), numberOf(info, 'arg1'), numberOf(info, 'arg2'));
  return spec ? { spec } : { unknown: type };
}

function parametric(
  type: string,
  mean: number | undefined,
  arg1: number | undefined,
  arg2: number | undefined,
): DistributionSpec | undefined {
  switch (type) {
    case 'FIXED':
      return mean === undefined ? undefined : seconds('constant', { value: mean });
    case 'NORMAL':
      return mean === undefined || arg1 === undefined ? undefined : normalWith({ mean, sd: arg1 }).spec;
    case 'EXPONENTIAL': {
      // Some files give the mean in its own place and leave the other empty.
      const value = arg1 || mean;
      return value === undefined ? undefined : exponential(value);
    }
    case 'UNIFORM':
      return arg1 === undefined || arg2 === undefined ? undefined : seconds('uniform', { min: arg1, max: arg2 });
    case 'TRIANGULAR':
      return mean === undefined || arg1 === undefined || arg2 === undefined
        ? undefined
        : seconds('triangular', { mode: mean, min: arg1, max: arg2 });
    case 'LOGNORMAL':
      return mean === undefined || arg1 === undefined
        ? undefined
        : spread(mean, arg1, (sd) => seconds('lognormal', { mean, sd }));
    case 'GAMMA':
      return mean === undefined || arg1 === undefined ? undefined : spread(mean, arg1, (sd) => gammaWith({ mean, sd }));
    default:
      return undefined;
  }
}

const exponential = (mean: number): DistributionSpec =>
  mean > 0 ? seconds('exponential', { mean }) : seconds('constant', { value: 0 });

/** A variance of 0 is a constant. */
const spread = (mean: number, variance: number, make: (sd: number) => DistributionSpec): DistributionSpec =>
  variance > 0 ? make(Math.sqrt(variance)) : seconds('constant', { value: mean });

/** Bins of constants are listed values; bins with distributions are carried over by mean and deviation. */
function readBins(bins: readonly XmlElement[]): ReadDistribution {
  const values: number[] = [];
  const weights: number[] = [];
  const parts: (Moments & { weight: number })[] = [];
  for (const bin of bins) {
    const read = readDistribution(childOf(bin, 'distribution'));
    const weight = numberOf(bin, 'probability');
    const moments = read && 'spec' in read ? momentsOf(read.spec) : undefined;
    if (!moments || weight === undefined) return { unknown: 'histogram' };
    values.push(moments.mean);
    weights.push(weight);
    parts.push({ ...moments, weight });
  }
  if (!weights.some((weight) => weight > 0)) return { unknown: 'histogram' };
  if (parts.every(({ sd }) => sd === 0))
    return { spec: { type: 'user-discrete', params: { values, weights }, unit: 's' } };
  const moments = mixed(parts);
  return { spec: gammaWith(moments), fitted: { name: 'histogram', moments } };
}
