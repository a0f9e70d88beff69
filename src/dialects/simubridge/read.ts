/** Reads a scenario of SimuBridge: one JSON file with the diagrams inside. */
import type { Calendar, DistributionSpec, ElementParameters, Named, Scenario, TimeUnit } from '#simulation';
import type { Directory } from '../directory.ts';
import { isActivity, isCatching } from '../directory.ts';
import { entriesOf, itemsOf, numberFrom, numberIn, property, textIn } from '../json.ts';
import { momentsOf } from '../moments.ts';
import type { ReadScenario } from '../read-scenario.ts';
import { Report, type What } from '../report.ts';
import { readRoles, readTimetables } from './resources.ts';

export const SIMUBRIDGE_FORMAT = 'SimuBridge';

export const isSimuBridge = (value: unknown): boolean =>
  property(value, 'resourceParameters') !== undefined && Array.isArray(property(value, 'models'));

/** A diagram of the file with its name. */
export interface Diagram {
  readonly name: string;
  readonly xml: string;
  /** Its part of the file. */
  readonly model: unknown;
}

/** The diagrams that the file holds; a model without one is left out. */
export const diagramsIn = (file: unknown): readonly Diagram[] =>
  itemsOf(property(file, 'models')).flatMap((model) => {
    const xml = textIn(model, 'BPMN');
    return xml === undefined ? [] : [{ name: textIn(model, 'name') ?? '', xml, model }];
  });

/** Reads the parameters of one of the file's diagrams. */
export function readSimuBridge(file: unknown, { model }: Pick<Diagram, 'model'>, directory: Directory): ReadScenario {
  const report = new Report(SIMUBRIDGE_FORMAT);
  const resources = property(file, 'resourceParameters');
  const timetables = readTimetables(resources, directory, report);
  const { pools, poolOf } = readRoles(resources, timetables, directory, report);
  const elements = new Map<string, ElementParameters>();
  const parameters = property(model, 'modelParameter');
  readActivities(parameters, poolOf, directory, elements, report);
  readGateways(parameters, directory, elements, report);
  readEvents(parameters, directory, elements, report);
  for (const section of ['costDrivers', 'environmentMappingConfig'])
    if (itemsOf(property(resources, section)).length > 0) report.notRead('cost', undefined, section);
  const cases = numberIn(file, 'numberOfInstances');
  const used = new Set(pools.flatMap((pool) => pool.staffing.map(({ calendar }) => calendar)));
  const calendars = [...timetables.values()].filter((t): t is Calendar => t !== 'always' && used.has(t.id));
  const name = textIn(file, 'scenarioName') ?? SIMUBRIDGE_FORMAT;
  const start = startOf(file);
  const scenario: Scenario = {
    id: directory.newId('SimuBridge_Scenario'),
    name,
    ...currencyOf(file),
    run: {
      ...(start === undefined ? {} : { start }),
      ...(cases !== undefined && cases >= 1 ? { cases: Math.round(cases) } : {}),
    },
    elements: Object.fromEntries(elements),
    ...(pools.length > 0 ? { pools } : {}),
    ...(calendars.length > 0 ? { calendars } : {}),
  };
  return { scenario, issues: report.issues };
}

function currencyOf(file: unknown): Pick<Scenario, 'currency'> {
  const currency = { euro: 'EUR', dollar: 'USD' }[textIn(file, 'currency') ?? ''];
  return currency === undefined ? {} : { currency };
}

/** `DD-MM-YYYY` or `YYYY-MM-DD`; the year 0000 stands for no date at all. */
function startOf(file: unknown): string | undefined {
  const date = textIn(file, 'startingDate') ?? '';
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(date) ?? [];
  const iso = year === undefined ? /^\d{4}-\d\d-\d\d$/.exec(date)?.[0] : `${year}-${month}-${day}`;
  const time = /^\d\d:\d\d/.exec(textIn(file, 'startingTime') ?? '')?.[0] ?? '00:00';
  const valid = iso !== undefined && !iso.startsWith('0000') && !Number.isNaN(Date.parse(`${iso}T${time}:00Z`));
  return valid ? `${iso}T${time}:00` : undefined;
}

/** Each mention of a role is one of its people, all needed together. */
function readActivities(
  parameters: unknown,
  poolOf: ReadonlyMap<string, string>,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  for (const item of itemsOf(property(parameters, 'activities'))) {
    const reference = textIn(item, 'id') ?? '';
    const node = directory.node(reference);
    if (!node || !isActivity(node)) {
      report.missing(reference);
      continue;
    }
    const work = timeOf(property(item, 'duration'), 'duration', node, report);
    const units = new Map<string, number>();
    for (const role of itemsOf(property(item, 'resources'))) {
      const pool = poolOf.get(typeof role === 'string' ? role : (textIn(role, 'id') ?? ''));
      if (pool === undefined) report.missing(String(role));
      else units.set(pool, (units.get(pool) ?? 0) + 1);
    }
    const cost = numberIn(item, 'cost');
    elements.set(node.id, {
      ...(work ? { work } : {}),
      resources: units.size > 0 ? [[...units].map(([pool, count]) => ({ pool, units: count }))] : [],
      ...(cost ? { fixedCost: cost } : {}),
    });
  }
}

function readGateways(
  parameters: unknown,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  for (const item of itemsOf(property(parameters, 'gateways'))) {
    const id = textIn(item, 'id') ?? '';
    for (const [reference, value] of entriesOf(property(item, 'probabilities'))) {
      const flow =
        directory.flow(reference) ??
        directory.model.flows.find(({ source, target }) => source === id && target === reference);
      const probability = numberFrom(value);
      if (!flow) report.missing(reference);
      else if (probability === undefined) report.unusable('probability', flow, String(value));
      else elements.set(flow.id, { probability });
    }
  }
}

function readEvents(
  parameters: unknown,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  for (const item of itemsOf(property(parameters, 'events'))) {
    const reference = textIn(item, 'id') ?? '';
    const node = directory.node(reference);
    if (!node) {
      report.missing(reference);
      continue;
    }
    const start = directory.starts.includes(node);
    const time = timeOf(property(item, 'interArrivalTime'), start ? 'arrivals' : 'delay', node, report);
    if (time && start) elements.set(node.id, { arrivals: { interval: time } });
    else if (time && isCatching(node)) elements.set(node.id, { delay: time });
    else if (time) report.notRead('delay', node);
  }
}

const UNITS: Readonly<Record<string, TimeUnit>> = { secs: 's', mins: 'min', hours: 'h' };

function timeOf(entry: unknown, what: What, element: Named, report: Report): DistributionSpec | undefined {
  const type = textIn(entry, 'distributionType');
  if (type === undefined) return undefined;
  const unit = UNITS[textIn(entry, 'timeUnit') ?? ''] ?? 'min';
  const values = itemsOf(property(entry, 'values'));
  const value = (id: string): number => {
    const found = values.find((item) => textIn(item, 'id') === id);
    return (found === undefined ? undefined : numberIn(found, 'value')) ?? NaN;
  };
  const spec = read(type, value, values, unit);
  const mean = value('mean');
  if (mean < 0) report.unusable(what, element, mean);
  if (spec && momentsOf(spec)) return spec;
  report.unusable(what, element, type);
  return undefined;
}

/** Normal distributions have a variance here. */
function read(
  type: string,
  value: (id: string) => number,
  values: readonly unknown[],
  unit: TimeUnit,
): DistributionSpec | undefined {
  const spec = (name: string, params: DistributionSpec['params']): DistributionSpec => ({ type: name, params, unit });
  switch (type) {
    case 'constant':
      return spec('constant', { value: Math.max(0, value('constantValue')) });
    case 'exponential':
      return value('mean') > 0 ? spec('exponential', { mean: value('mean') }) : spec('constant', { value: 0 });
    case 'normal': {
      const mean = Math.max(0, value('mean'));
      const sd = Math.sqrt(Math.max(0, value('variance')));
      return sd > 0 ? spec('normal', { mean, sd }) : spec('constant', { value: mean });
    }
    case 'uniform':
      return value('lower') === value('upper')
        ? spec('constant', { value: value('lower') })
        : spec('uniform', { min: Math.max(0, value('lower')), max: value('upper') });
    case 'triangular':
      return spec('triangular', {
        min: Math.max(0, value('lower')),
        mode: Math.max(0, value('peak')),
        max: value('upper'),
      });
    case 'erlang':
      return spec('erlang', { k: value('order'), mean: value('mean') });
    case 'poisson':
      return spec('poisson', { mean: value('mean') });
    case 'binomial': {
      const probability = Number.isNaN(value('probability')) ? value('probabiliy') : value('probability');
      return spec('binomial', { probability, trials: value('amount') });
    }
    case 'arbitraryFiniteProbabilityDistribution':
    case 'arbitraryFinite':
    case 'arbitryFinite': {
      const numbers = values.flatMap((item) => {
        const number = numberIn(item, 'value');
        return number === undefined ? [] : [Math.max(0, number)];
      });
      const weights = values.map((item) => numberIn(item, 'frequency') ?? 1);
      return numbers.length === weights.length && numbers.length > 0
        ? spec('user-discrete', { values: numbers, weights })
        : undefined;
    }
    default:
      return undefined;
  }
}
