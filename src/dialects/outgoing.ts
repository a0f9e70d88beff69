/** What writing to any other format shares: a scenario as plain quantities in seconds. */
import {
  distributionOf,
  MS_PER_UNIT,
  settle,
  type Arrivals,
  type Calendar,
  type DistributionSpec,
  type FlowNode,
  type Issue,
  type ProcessModel,
  type ResourcePool,
  type Scenario,
} from '#simulation';
import { isActivity, isCatching } from './directory.ts';
import { momentsOf, seconds } from './moments.ts';
import type { Report } from './report.ts';

/** A file made for another tool. */
export interface WrittenFile {
  /** What follows the name that the user chose: ` .json` of its own name, `-global.xml` of a companion. */
  readonly suffix: string;
  readonly text: string;
}

/** Files with the loss report: one finding for everything that was left out, changed or fitted. */
export interface Written {
  readonly files: readonly WrittenFile[];
  readonly issues: readonly Issue[];
}

/** A process with one complete scenario that inherits nothing. */
export interface Source {
  readonly model: ProcessModel;
  readonly scenario: Scenario;
  /** The process as BPMN that both tools read: without parameters of any format. */
  readonly bpmn: string;
}

/** Parameters of a distribution by name, times in seconds. */
export interface InSeconds {
  readonly type: string;
  readonly of: (name: string) => number;
  readonly list: (name: string) => readonly number[];
  readonly mean: number;
  readonly sd: number;
  /** Smallest and largest value; the largest of an unbounded one is drawn once in a thousand million times. */
  readonly min: number;
  readonly max: number;
  readonly quantile: (u: number) => number;
}

const RARE = 1e-9;

/** Undefined when the parameters make no sense. */
export function inSeconds(spec: DistributionSpec): InSeconds | undefined {
  const settled = settle({ unit: 'ms', ...spec }, { time: true });
  if (!('distribution' in settled)) return undefined;
  const factor = MS_PER_UNIT[spec.unit ?? 'ms'] / 1000;
  const quantities = new Map(distributionOf(spec.type)?.params.map((param) => [param.name, param.quantity]));
  const scale = (name: string): number => (quantities.get(name)?.startsWith('time') ? factor : 1);
  const { quantile, mean, sd, support } = settled.distribution;
  return {
    type: spec.type,
    of: (name) => {
      const value = spec.params[name];
      return typeof value === 'number' ? tidy(value * scale(name)) : NaN;
    },
    list: (name) => {
      const value = spec.params[name];
      return typeof value === 'object' ? value.map((v) => tidy(v * scale(name))) : [];
    },
    mean: tidy(mean / 1000),
    sd: tidy(sd / 1000),
    min: tidy(support[0] / 1000),
    max: tidy((Number.isFinite(support[1]) ? support[1] : quantile(1 - RARE)) / 1000),
    quantile: (u) => quantile(u) / 1000,
  };
}

/** 0.1 + 0.2 is 0.3 to whoever reads the file. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

/**
 * Values that stand for a distribution in a format that can only list them: the means of equal shares, spread so that mean and
 * standard deviation are those of the whole.
 */
export function listedValues({ quantile, mean, sd, min }: InSeconds, count = 40): readonly number[] {
  const FINE = 50;
  const means = Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < FINE; j++) sum += quantile((i + (j + 0.5) / FINE) / count);
    return sum / FINE;
  });
  const centre = means.reduce((sum, value) => sum + value, 0) / count;
  const spread = Math.sqrt(means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / count);
  const stretched = means.map((value) => mean + (value - centre) * (spread > 0 ? sd / spread : 1));
  // Stretching must not leave the support; then the mean alone is kept.
  return (stretched.every((value) => value >= min) ? stretched : means.map((value) => value + mean - centre)).map(
    (value) => tidy(Math.max(0, value)),
  );
}

/** The start event at which cases arrive in formats that know one; others are left out. */
export function arrivalsIn(
  { model, scenario }: Source,
  report: Report,
): { start: FlowNode; arrivals: Arrivals } | undefined {
  const starts = model.nodes.flatMap((node) => {
    const arrivals = scenario.elements?.[node.id]?.arrivals;
    return arrivals ? [{ start: node, arrivals }] : [];
  });
  for (const { start } of starts.slice(1)) report.leftOut('arrivals', start);
  return starts[0];
}

/** Time between arrivals; rates by the hour become their average over the hours that have any. */
export function intervalOf(
  start: FlowNode,
  { interval, profile }: Arrivals,
  report: Report,
): DistributionSpec | undefined {
  if (!profile) return interval;
  const hours = profile.map(({ days, from, to }) => (days.length * (to > from ? to - from : to + 1440 - from)) / 60);
  const open = profile.map((slot, i) => (slot.perHour > 0 ? (hours[i] ?? 0) : 0)).reduce((a, b) => a + b, 0);
  const cases = profile.reduce((sum, slot, i) => sum + slot.perHour * (hours[i] ?? 0), 0);
  if (!(cases > 0)) return undefined;
  const average = seconds('exponential', { mean: (3600 * open) / cases });
  report.note('export-rates-averaged', start, { ...report.moments(average) });
  return average;
}

/** The calendar of arrivals: their own, or the hours that have a rate. */
export function arrivalCalendar({ calendar, profile }: Arrivals, { calendars = [] }: Scenario): Calendar | undefined {
  if (profile)
    return {
      id: 'Arrival_Hours',
      name: 'Arrival hours',
      rules: profile.filter(({ perHour }) => perHour > 0).map(({ days, from, to }) => ({ days, from, to })),
    };
  return calendars.find(({ id }) => id === calendar);
}

/** How many cases to run: as the scenario says, else as many as arrive in its horizon. */
export function casesOf(
  { scenario }: Source,
  arrivals: Arrivals,
  interval: DistributionSpec | undefined,
  report: Report,
): number {
  const said = scenario.run?.cases ?? arrivals.count;
  if (said !== undefined) return said;
  const { horizon } = scenario.run ?? {};
  const length = horizon ? (horizon.value * MS_PER_UNIT[horizon.unit]) / 1000 : NaN;
  const mean = interval ? momentsOf(interval)?.mean : undefined;
  const cases = Math.max(2, Math.round(length / (mean ?? NaN)) || 1000);
  report.changed('end', undefined, cases);
  return cases;
}

/** The pool of a task in formats that know one unit of one pool. */
export function soleNeed(node: FlowNode, source: Source, report: Report): ResourcePool | undefined {
  const { resources = [] } = source.scenario.elements?.[node.id] ?? {};
  const [first = []] = resources;
  const [need] = first;
  if (resources.length > 1 || first.length > 1 || (need && need.units > 1)) report.leftOut('resources', node);
  return source.scenario.pools?.find(({ id }) => id === need?.pool);
}

/** Activities with work, and catching events with a time, in the order of the document. */
export const timedNodes = ({ model, scenario }: Source): readonly { node: FlowNode; time: DistributionSpec }[] =>
  model.nodes.flatMap((node) => {
    const { work, delay } = scenario.elements?.[node.id] ?? {};
    const time = isActivity(node) ? work : isCatching(node) ? delay : undefined;
    return time ? [{ node, time }] : [];
  });

/** Probability of a flow, where its source chooses. */
export const sharesOf = ({ model, scenario }: Source): readonly { gateway: FlowNode; flow: string; share: number }[] =>
  model.nodes
    .filter(({ type, outgoing }) => /(Exclusive|Inclusive)Gateway$/.test(type) && outgoing.length > 1)
    .flatMap((gateway) => {
      const given = gateway.outgoing.map((flow) => scenario.elements?.[flow]?.probability);
      const exclusive = gateway.type === 'bpmn:ExclusiveGateway';
      const sum = given.reduce<number>((total, share) => total + (share ?? 0), 0);
      const silent = given.filter((share) => share === undefined).length;
      const rest = exclusive ? Math.max(0, 1 - sum) / Math.max(1, silent) : 0.5;
      const whole = exclusive && sum > 1 ? sum : 1;
      return gateway.outgoing.map((flow, i) => ({ gateway, flow, share: tidy((given[i] ?? rest) / whole) }));
    });
