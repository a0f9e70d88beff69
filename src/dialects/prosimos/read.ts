/** Reads the parameters of Prosimos (JSON of all three generations, crisp and fuzzy) as a scenario. */
import type { DistributionSpec, Named, RunSettings, Scenario } from '#simulation';
import { parseDateTime } from '../../bpmn/index.ts';
import { isActivity, isCatching, type Directory } from '../directory.ts';
import { entriesOf, itemsOf, numberIn, property, textIn } from '../json.ts';
import { gammaWith, mixed, momentsOf } from '../moments.ts';
import type { ReadScenario } from '../read-scenario.ts';
import { Report, type What } from '../report.ts';
import { isAlwaysOpen } from '../weeks.ts';
import { readBatch } from './batches.ts';
import { readPeriods } from './calendars.ts';
import { readCaseAttributes, readPriorities } from './cases.ts';
import { generationOf, isDistribution, readDistribution, type Generation } from './distributions.ts';
import type { Reading } from './reading.ts';
import { performancesOf, readResources, type Performance, type ReadResources } from './resources.ts';
import { readRules } from './rules.ts';

export const PROSIMOS_FORMAT = 'Prosimos';

/** Whether a JSON value has the sections of Prosimos. */
export const isProsimos = (value: unknown): boolean =>
  property(value, 'task_resource_distribution') !== undefined ||
  (property(value, 'arrival_time_distribution') !== undefined && property(value, 'resource_calendars') !== undefined);

export function readProsimos(file: unknown, directory: Directory): ReadScenario {
  const report = new Report(PROSIMOS_FORMAT);
  const reading: Reading = { directory, report, generation: generationIn(file, report), elements: new Map() };
  const performances = performancesOf(property(file, 'task_resource_distribution'));
  const profiles = property(file, 'resource_profiles');
  const resources = readResources(profiles, property(file, 'resource_calendars'), performances, directory, report);
  readTasks(performances, resources, reading);
  readGateways(file, reading);
  readEvents(file, reading);
  const calendars = [...resources.calendars, ...readArrivals(file, reading)];
  const attributes = readCaseAttributes(file, reading);
  const ranked = readPriorities(file, reading);
  readBatches(file, reading);
  const pools = ranked
    ? resources.pools.map((pool) => ({ ...pool, discipline: 'priority' as const }))
    : resources.pools;
  const run = readRun(file, report);
  const scenario: Scenario = {
    id: directory.newId('Prosimos_Scenario'),
    name: PROSIMOS_FORMAT,
    ...(Object.keys(run).length > 0 ? { run } : {}),
    elements: Object.fromEntries(reading.elements),
    ...(pools.length > 0 ? { pools } : {}),
    ...(calendars.length > 0 ? { calendars } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
  };
  return { scenario, issues: report.issues };
}

/** What most distributions of the file must be; those that say it themselves are read as they say. */
function generationIn(file: unknown, report: Report): Generation {
  const counts = new Map<Generation, number>();
  const stack: unknown[] = [file];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    const generation = isDistribution(value) ? generationOf(value) : undefined;
    if (generation !== undefined) counts.set(generation, (counts.get(generation) ?? 0) + 1);
    stack.push(...itemsOf(value));
  }
  const ranking = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  const plainLists = entriesOf(property(file, 'task_resource_distribution')).length > 0;
  const generation = ranking[0]?.[0] ?? (plainLists ? 0 : 2);
  if (ranking.length > 1) report.warn('prosimos-generations-mixed');
  return generation;
}

function readRun(file: unknown, report: Report): RunSettings {
  const cases = numberIn(file, 'total_cases');
  const written = textIn(file, 'start_time');
  const start = written === undefined ? undefined : parseDateTime(written.replace(' ', 'T'));
  if (written !== undefined && start === undefined) report.unusable('start', undefined, written);
  return {
    ...(start === undefined ? {} : { start }),
    ...(cases !== undefined && cases >= 1 ? { cases: Math.round(cases) } : {}),
  };
}

/** A distribution with findings about it; undefined when it makes no sense. */
function timeOf(
  entry: unknown,
  what: What,
  element: Named | undefined,
  reading: Reading,
): DistributionSpec | undefined {
  const read = readDistribution(entry, reading.generation);
  if (!read || !momentsOf(read.spec)) {
    reading.report.unusable(what, element, textIn(entry, 'distribution_name') ?? '');
    return undefined;
  }
  if (read.negative !== undefined) reading.report.unusable(what, element, read.negative);
  if (read.fitted) reading.report.fitted(what, element, read.fitted, read.spec);
  return read.spec;
}

function readTasks(performances: readonly Performance[], { poolOf }: ReadResources, reading: Reading): void {
  for (const [task, performers] of grouped(performances)) {
    const node = reading.directory.node(task);
    if (!node) {
      reading.report.missing(task);
      continue;
    }
    const times = performers.flatMap(({ distribution, resource }) => {
      const spec = timeOf(distribution, isActivity(node) ? 'duration' : 'delay', node, reading);
      return spec ? [{ spec, weight: poolOf.get(resource)?.amount ?? 1 }] : [];
    });
    const work = together(times, node, reading);
    if (!isActivity(node)) {
      // Older files give events resources of their own.
      if (isCatching(node) && work) reading.elements.set(node.id, { delay: work });
      continue;
    }
    const pools = [...new Set(performers.flatMap(({ resource }) => poolOf.get(resource)?.pool ?? []))];
    reading.elements.set(node.id, {
      ...(work ? { work } : {}),
      resources: pools.map((pool) => [{ pool, units: 1 }]),
    });
  }
}

function grouped(performances: readonly Performance[]): ReadonlyMap<string, readonly Performance[]> {
  const byTask = new Map<string, Performance[]>();
  for (const performance of performances) {
    const known = byTask.get(performance.task);
    if (known) known.push(performance);
    else byTask.set(performance.task, [performance]);
  }
  return byTask;
}

/** The time of a task whoever does it: theirs when all take alike, else the mix of them by mean and deviation. */
function together(
  times: readonly { readonly spec: DistributionSpec; readonly weight: number }[],
  node: Named,
  { report }: Reading,
): DistributionSpec | undefined {
  const [first] = times;
  if (!first) return undefined;
  const said = JSON.stringify(first.spec);
  if (times.every(({ spec }) => JSON.stringify(spec) === said)) return first.spec;
  const parts = times.flatMap(({ spec, weight }) => {
    const moments = momentsOf(spec);
    return moments ? [{ ...moments, weight: Math.max(weight, 1e-9) }] : [];
  });
  const spec = gammaWith(mixed(parts));
  report.note('prosimos-times-mixed', node, { people: times.length, ...report.moments(spec) });
  return spec;
}

function readBatches(file: unknown, { directory, report, elements }: Reading): void {
  for (const item of itemsOf(property(file, 'batch_processing'))) {
    const id = textIn(item, 'task_id') ?? '';
    const node = directory.node(id);
    if (!node) report.missing(id);
    else if (!isActivity(node)) report.notRead('batching', node);
    else {
      const batch = readBatch(item, node, report);
      if (batch) elements.set(id, { ...elements.get(id), batch });
    }
  }
}

function readGateways(file: unknown, { directory, report, elements }: Reading): void {
  const section = property(file, 'gateway_branching_probabilities');
  const gateways: readonly (readonly [string, readonly unknown[]])[] = Array.isArray(section)
    ? itemsOf(section).map((item) => [textIn(item, 'gateway_id') ?? '', itemsOf(property(item, 'probabilities'))])
    : entriesOf(section).map(([id, flows]) => [id, entriesOf(flows).map(([path_id, value]) => ({ path_id, value }))]);
  const rules = new Map(
    itemsOf(property(file, 'branch_rules')).map((rule) => [
      textIn(rule, 'id') ?? '',
      readRules(property(rule, 'rules')),
    ]),
  );
  for (const [id, paths] of gateways) {
    if (!directory.node(id)) report.missing(id);
    const given = paths.map((path) => numberIn(path, 'value'));
    const rest = 1 - given.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    const silent = given.filter((value) => value === undefined).length;
    for (const [i, path] of paths.entries()) {
      const reference = textIn(path, 'path_id') ?? '';
      // Some tools name the element a path leads to rather than the flow.
      const flow =
        directory.flow(reference) ??
        directory.model.flows.find(({ source, target }) => source === id && target === reference);
      if (!flow) {
        report.missing(reference);
        continue;
      }
      const condition = textIn(path, 'condition_id');
      const rule = condition === undefined ? undefined : rules.get(condition);
      if (condition !== undefined && !rule) report.unusable('condition', flow, condition);
      const probability = given[i] ?? Math.max(0, rest) / Math.max(1, silent);
      elements.set(flow.id, rule ? { condition: rule } : { probability });
    }
  }
}

function readEvents(file: unknown, reading: Reading): void {
  for (const item of itemsOf(property(file, 'event_distribution'))) {
    const reference = textIn(item, 'event_id') ?? '';
    const node = reading.directory.node(reference);
    const delay = node && timeOf(item, 'delay', node, reading);
    if (!node) reading.report.missing(reference);
    else if (delay && isCatching(node)) reading.elements.set(node.id, { delay });
    else if (delay) reading.report.notRead('delay', node);
  }
}

/** Arrivals are drawn on the clock and moved to the next open moment; answers their calendar. */
function readArrivals(file: unknown, reading: Reading) {
  const { directory, report, elements } = reading;
  const [start] = directory.starts;
  const entry = property(file, 'arrival_time_distribution');
  const interval = entry === undefined ? undefined : timeOf(entry, 'arrivals', start, reading);
  if (!start || !interval) return [];
  const periods = property(file, 'arrival_time_calendar');
  const { rules, faulty } = readPeriods(periods);
  if (faulty) report.unusable('calendar', start, '');
  const calendar =
    periods === undefined || isAlwaysOpen(rules)
      ? undefined
      : { id: directory.newId('Arrival_Calendar'), name: 'arrival_time_calendar', rules };
  elements.set(start.id, {
    arrivals: { interval, ...(calendar ? { calendar: calendar.id, outside: 'move-to-opening' } : {}) },
  });
  return calendar ? [calendar] : [];
}
