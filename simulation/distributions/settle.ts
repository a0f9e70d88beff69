/** From a distribution as data to one that can be drawn from, or to what is wrong with it. */
import type { IssueValue } from '../model/issue.ts';
import type { DistributionSpec } from '../model/scenario.ts';
import { MS_PER_UNIT } from '../model/units.ts';
import type { Distribution, DistributionDescriptor, ParamDescriptor } from './distribution.ts';
import { nonNegative } from './non-negative.ts';
import { distributionOf } from './registry.ts';
import { scaled } from './scaled.ts';

/** What the values are: durations (in ms, never negative) or plain numbers such as case attributes. */
export interface SettleOptions {
  readonly time: boolean;
}

/** A distribution, or the code of what is wrong with the values its message quotes (`type` always, `param` where one is to blame). */
export type Settled =
  | { readonly distribution: Distribution }
  | { readonly code: string; readonly values: Readonly<Record<string, IssueValue>> };

/**
 * Checks a spec and settles it. As a time, the result is in milliseconds whatever the spec's unit, and conditioned on >= 0. Equal
 * specs give the same object, so tables and previews can be kept by it.
 */
export function settle(spec: DistributionSpec, { time }: SettleOptions): Settled {
  const key = keyOf(spec, time);
  const known = settled.get(key);
  if (known) return known;
  const result = examine(spec, time);
  if (settled.size >= MOST_KEPT) settled.clear();
  settled.set(key, result);
  return result;
}

/** The distribution of a duration in ms. The spec must have been checked with `settle`. */
export const createTime = (spec: DistributionSpec): Distribution => demand(spec, true);

/** The distribution of a plain number, which may be negative. The spec must have been checked with `settle`. */
export const createPlain = (spec: DistributionSpec): Distribution => demand(spec, false);

/** Mean of what will be drawn, after cutting at 0: in ms for a spec with a unit. Nothing when the spec is faulty. */
export function effectiveMean(spec: DistributionSpec): number | undefined {
  const result = settle(spec, { time: spec.unit !== undefined });
  return 'distribution' in result ? result.distribution.mean : undefined;
}

const MOST_KEPT = 1000;
const settled = new Map<string, Settled>();

function keyOf(spec: DistributionSpec, time: boolean): string {
  const params = Object.entries(spec.params).sort(([a], [b]) => (a < b ? -1 : 1));
  // numbers as text, because JSON has none for NaN and infinities
  const texts = params.map(([name, value]) => [name, typeof value === 'object' ? value.map(String) : String(value)]);
  return JSON.stringify([spec.type, time ? (spec.unit ?? 'ms') : '', texts]);
}

function demand(spec: DistributionSpec, time: boolean): Distribution {
  const result = settle(spec, { time });
  if ('distribution' in result) return result.distribution;
  throw new Error(`unchecked distribution <${spec.type}>: ${result.code}`);
}

function examine(spec: DistributionSpec, time: boolean): Settled {
  const descriptor = distributionOf(spec.type);
  const fault = (code: string, param?: string): Settled => ({
    code,
    values: { type: spec.type, ...(param === undefined ? {} : { param }) },
  });
  if (!descriptor) return fault('distribution-unknown');
  for (const param of descriptor.params) {
    const code = checkParam(spec, param, time);
    if (code) return fault(code, param.name);
  }
  const extra = Object.keys(spec.params).find((name) => !descriptor.params.some((param) => param.name === name));
  if (extra !== undefined) return fault('distribution-extra-parameter', extra);
  const code = descriptor.check(spec.params);
  if (code) return fault(code);
  const distribution = create(descriptor, spec, time);
  return isMeasurable(distribution) ? { distribution } : fault('distribution-out-of-range');
}

/** Whether all that can be drawn is a finite number, up to the rarest uniform. */
const isMeasurable = (d: Distribution): boolean =>
  [d.mean, d.sd, d.quantile(RAREST), d.quantile(0.5), d.quantile(1 - RAREST)].every(Number.isFinite);

const RAREST = Number.EPSILON / 2;

function create(descriptor: DistributionDescriptor, spec: DistributionSpec, time: boolean): Distribution {
  const d = descriptor.create(spec.params);
  return time ? scaled(nonNegative(d), MS_PER_UNIT[spec.unit ?? 'ms']) : d;
}

function checkParam(spec: DistributionSpec, param: ParamDescriptor, time: boolean): string | undefined {
  const value = Object.hasOwn(spec.params, param.name) ? spec.params[param.name] : undefined;
  if (value === undefined) return param.optional ? undefined : 'distribution-missing-parameter';
  const isList = typeof value === 'object';
  const wantsList = param.quantity === 'time-list' || param.quantity === 'number-list';
  if (isList !== wantsList) return wantsList ? 'distribution-not-a-list' : 'distribution-not-a-number';
  const numbers = isList ? value : [value];
  if (!numbers.every(Number.isFinite)) return 'distribution-not-a-number';
  const isTime = param.quantity === 'time' || param.quantity === 'time-list';
  // a negative deviation or mean has a message of its own
  if (time && isTime && param.name !== 'sd' && numbers.some((n) => n < 0)) return 'distribution-negative-time';
  return undefined;
}
