/** Reads what a BPSim scenario says, without what other tools or this one add in vendor extensions. */
import {
  MS_PER_UNIT,
  type Calendar,
  type CaseAttribute,
  type ElementParameters,
  type Issue,
  type ResourcePool,
  type RunSettings,
  type Scenario,
  type Span,
  type TimeUnit,
} from '#simulation';
import { issue } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { text } from '../moddle.ts';
import { readCalendar } from './calendars.ts';
import { readDistribution } from './distributions.ts';
import { parseDateTime, parseDuration } from './durations.ts';
import { caseAttributes } from './read-attributes.ts';
import { readElement } from './read-element.ts';
import { readPool } from './read-pool.ts';
import type { Reading } from './parameter.ts';
import { notRead, single, valuesOf } from './parameter.ts';
import type { Directory } from './selection.ts';
import type { Site } from './site.ts';
import { attribute, child, children, localName } from './tree.ts';
import { UNIT_FROM_BPSIM } from './vocabulary.ts';

/** What a scenario takes from the one it inherits from. */
export interface Parent {
  /** Unit of times and of hourly costs that do not say theirs. */
  readonly baseUnit: TimeUnit;
  /** Milliseconds of the base unit (a year is more than 365 of any of our units). */
  readonly costUnit: number;
  readonly pools: readonly ResourcePool[];
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

export interface Read {
  readonly scenario: Scenario;
  /** What scenarios that inherit from this one take from it. */
  readonly asParent: Parent;
}

/** Reads the scenario `id` from its element. Findings go to `issues`. */
export function readBpsimScenario(
  element: ModdleElement,
  id: string,
  site: Site,
  parent: Parent | undefined,
  issues: Issue[],
): Read {
  const parameters = child(element, 'ScenarioParameters');
  const name = text(element, 'name') ?? id;
  const declared = parameters && attribute(parameters, 'baseTimeUnit');
  const [baseUnit, factor] = UNIT_FROM_BPSIM.get(declared ?? '') ?? [parent?.baseUnit ?? 'min', 1];
  const costUnit = declared === undefined && parent ? parent.costUnit : MS_PER_UNIT[baseUnit] * factor;
  const reading = (elementId: string): Reading => ({
    element: { id: elementId, name: site.name(elementId) },
    baseUnit,
    issues,
  });
  const ofScenario: Reading = { element: { id, name }, baseUnit, issues };
  const described = children(element, 'ElementParameters').flatMap((found) => {
    const reference = site.resolve(attribute(found, 'elementRef') ?? '');
    const kind = site.kind(reference);
    if (kind === undefined) issues.push(issue('warning', 'bpsim-element-missing', { id, name }, { reference }));
    return kind === undefined ? [] : [{ found, kind, id: reference }];
  });
  const roles = new Map(parent?.roles);
  for (const { found, id: resource } of described.filter(({ kind }) => kind === 'resource')) {
    const played = children(child(found, 'ResourceParameters'), 'Role').flatMap(valuesOf);
    if (played.length > 0)
      roles.set(
        resource,
        played.map((role) => attribute(role, 'value') ?? ''),
      );
  }
  const directory = directoryOf(site, roles);

  const elements = new Map<string, ElementParameters>();
  const pools = new Map<string, ResourcePool>();
  for (const { found, kind, id: reference } of described) {
    if (kind !== 'resource') {
      const read = readElement(found, kind, directory, reading(reference));
      if (Object.keys(read).length > 0) elements.set(reference, joined(elements.get(reference), read));
    } else if (saysSomethingOfPool(found)) {
      const inherited = pools.get(reference) ?? parent?.pools.find((pool) => pool.id === reference);
      pools.set(reference, readPool(found, inherited, costUnit, reading(reference)));
    }
  }
  shareOut(elements, site, issues);
  const attributes = caseAttributes(
    parameters,
    described.filter(({ kind }) => kind === 'start').map(({ found }) => found),
    ofScenario,
  );
  const calendars = children(element, 'Calendar').map((found) => readCalendarElement(found, ofScenario));
  const run = parameters ? readRun(parameters, ofScenario) : {};
  const description = text(element, 'description');
  const inherits = attribute(element, 'inherits');
  // The schema of version 2.0 says dollars when a file says nothing.
  const currency =
    (parameters && attribute(parameters, 'baseCurrencyUnit')) ?? (inherits === undefined ? 'USD' : undefined);
  const scenario: Scenario = {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    ...(inherits === undefined ? {} : { inherits }),
    ...(currency === undefined ? {} : { currency }),
    ...(Object.keys(run).length > 0 ? { run } : {}),
    ...(elements.size > 0 ? { elements: Object.fromEntries(elements) } : {}),
    ...(pools.size > 0 ? { pools: [...pools.values()] } : {}),
    ...(calendars.length > 0 ? { calendars } : {}),
    ...attributesOf(attributes),
  };
  const inheritedPools = parent?.pools.filter((pool) => !pools.has(pool.id)) ?? [];
  return { scenario, asParent: { baseUnit, costUnit, pools: [...inheritedPools, ...pools.values()], roles } };
}

const attributesOf = (attributes: readonly CaseAttribute[]): Pick<Scenario, 'attributes'> =>
  attributes.length > 0 ? { attributes } : {};

/** Official files repeat an element: later parameters complete and override earlier ones. */
const joined = (earlier: ElementParameters | undefined, later: ElementParameters): ElementParameters => ({
  ...earlier,
  ...later,
  ...(earlier?.arrivals && later.arrivals ? { arrivals: { ...earlier.arrivals, ...later.arrivals } } : {}),
});

function directoryOf(site: Site, roles: ReadonlyMap<string, readonly string[]>): Directory {
  return {
    pool: (idOrName) => site.resource(idOrName),
    playing(wanted) {
      const playing = [...roles]
        .filter(([, played]) => wanted.every((role) => played.includes(role)))
        .map(([id]) => id);
      const named = wanted.length === 1 ? site.resource(wanted[0] ?? '') : undefined;
      return playing.length > 0 || named === undefined ? playing : [named];
    },
  };
}

function saysSomethingOfPool(element: ModdleElement): boolean {
  const known = ['Quantity', 'Availability', 'UnitCost', 'FixedCost'];
  return [child(element, 'ResourceParameters'), child(element, 'CostParameters')]
    .flatMap((group) => children(group))
    .some((parameter) => known.includes(localName(parameter)) && valuesOf(parameter).length > 0);
}

/** Probabilities are shares of 1; when those of a choice add up to far more, they are weights or per cent (sum > 1.5). */
function shareOut(elements: Map<string, ElementParameters>, site: Site, issues: Issue[]): void {
  for (const choice of site.choices) {
    const given = choice.flows.flatMap((flow) => {
      const probability = elements.get(flow)?.probability;
      return probability === undefined ? [] : [{ flow, probability }];
    });
    const sum = given.reduce((total, { probability }) => total + probability, 0);
    if (!choice.exclusive && !choice.inclusive) {
      // Every flow is taken anyway; tools that count in per cent say 100.
      for (const { flow, probability } of given)
        if (probability > 1) elements.set(flow, { ...elements.get(flow), probability: 1 });
      continue;
    }
    const weights = choice.inclusive ? given.some(({ probability }) => probability > 1) : sum > 1.5;
    if (!weights) continue;
    // With flows that say nothing the rest up to 100 is theirs.
    const whole = choice.inclusive || given.length < choice.flows.length ? Math.max(100, sum) : sum;
    for (const { flow, probability } of given)
      elements.set(flow, {
        ...elements.get(flow),
        probability: Math.min(1, probability / (choice.inclusive ? 100 : whole)),
      });
    issues.push(
      issue('info', 'bpsim-probabilities-as-weights', { id: choice.id, name: site.name(choice.id) }, { sum }),
    );
  }
}

function readRun(parameters: ModdleElement, reading: Reading): RunSettings {
  const start = single(reading, child(parameters, 'Start'));
  const started = start && parseDateTime(attribute(start, 'value') ?? '');
  if (start && started === undefined)
    notRead(reading, 'Start', { value: attribute(start, 'value') ?? localName(start) });
  const horizon = spanOf(parameters, 'Duration', reading);
  const warmUp = spanOf(parameters, 'Warmup', reading);
  const replications = Number(attribute(parameters, 'replication') ?? NaN);
  const seed = attribute(parameters, 'seed');
  return {
    ...(started === undefined ? {} : { start: started }),
    ...(horizon ? { horizon } : {}),
    ...(warmUp ? { warmUp } : {}),
    ...(Number.isInteger(replications) ? { replications } : {}),
    ...(seed === undefined ? {} : { seed }),
  };
}

function spanOf(parameters: ModdleElement, name: string, reading: Reading): Span | undefined {
  const value = single(reading, child(parameters, name));
  if (!value) return undefined;
  const read = readDistribution(value, reading.baseUnit);
  const length = read?.type === 'constant' ? read.params.value : undefined;
  if (typeof length === 'number') return { value: length, unit: read?.unit ?? 'ms' };
  const span = parseDuration(attribute(value, 'value') ?? '');
  if (!span) notRead(reading, name, { value: attribute(value, 'value') ?? localName(value) });
  return span;
}

function readCalendarElement(element: ModdleElement, reading: Reading): Calendar {
  const id = attribute(element, 'id') ?? attribute(element, 'name') ?? '';
  const name = text(element, 'name') ?? id;
  const { rules, holidays, skipped } = readCalendar(text(element, '$body') ?? '');
  for (const line of skipped) reading.issues.push(issue('warning', 'calendar-line-not-read', { id, name }, { line }));
  return { id, name, rules, ...(holidays.length > 0 ? { holidays } : {}) };
}
