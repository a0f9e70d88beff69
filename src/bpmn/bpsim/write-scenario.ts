/** Writes what BPSim can say of a scenario as a new BPSim element; `synchronise` then brings it into the document. */
import {
  MS_PER_UNIT,
  type CaseAttribute,
  type ElementParameters,
  type Formula,
  type ResourcePool,
  type Scenario,
} from '#simulation';
import { formatXPath } from '../formula/format-formula.ts';
import type { ModdleElement } from '../moddle.ts';
import { formatCalendar } from './calendars.ts';
import { writeDistribution, writeNumber } from './distributions.ts';
import { formatDuration, parseDateTime } from './durations.ts';
import { MOST_UNITS } from './read-pool.ts';
import { formatSelection } from './selection.ts';
import type { Site } from './site.ts';
import { ensure, insert, make, namespaceOf } from './tree.ts';
import { BPSIM_2 } from './vocabulary.ts';

/** What the writer must know of the place where the scenario goes. */
export interface Place {
  /** Any BPSim element of the file: new ones get its prefix and version. */
  readonly like: ModdleElement;
  readonly site: Site;
  /** Milliseconds of the unit in which costs per time are written. */
  readonly costUnit: number;
  /** Calendars of scenarios before this one: an id may stand in the file once, so a calendar that replaces one goes elsewhere. */
  readonly taken: ReadonlySet<string>;
}

/** A new, complete `Scenario` element that is not in the tree. */
export function writeBpsimScenario(scenario: Scenario, place: Place): ModdleElement {
  const { like, site } = place;
  const element = make(like, 'Scenario', {
    id: scenario.id,
    name: scenario.name,
    ...(scenario.description === undefined ? {} : { description: scenario.description }),
    ...(scenario.inherits === undefined ? {} : { inherits: scenario.inherits }),
  });
  writeRun(scenario, element);
  const described = new Map(Object.entries(scenario.elements ?? {}));
  for (const start of site.starts)
    if (!described.has(start) && (scenario.attributes?.length || onlyStart(scenario, site, start)))
      described.set(start, {});
  for (const [id, parameters] of described) {
    const target = make(like, 'ElementParameters', { elementRef: id });
    writeElement(target, id, parameters, scenario, site);
    insert(element, target);
  }
  for (const pool of scenario.pools ?? []) {
    const target = make(like, 'ElementParameters', { elementRef: pool.id });
    writePool(target, pool, place);
    insert(element, target);
  }
  for (const calendar of scenario.calendars ?? []) {
    if (place.taken.has(calendar.id)) continue;
    const target = make(like, 'Calendar', { id: calendar.id, name: calendar.name });
    target.set('$body', formatCalendar(calendar));
    insert(element, target);
  }
  return element;
}

function writeRun(scenario: Scenario, element: ModdleElement): void {
  const { run = {}, currency } = scenario;
  const parameters = make(element, 'ScenarioParameters', {
    ...(run.replications === undefined ? {} : { replication: String(run.replications) }),
    ...(run.seed !== undefined && /^-?\d{1,18}$/.test(run.seed) ? { seed: run.seed } : {}),
    ...(currency === undefined ? {} : { baseCurrencyUnit: currency }),
  });
  const start = run.start === undefined ? undefined : parseDateTime(run.start);
  if (start !== undefined) give(parameters, 'Start', make(element, 'DateTimeParameter', { value: start }));
  if (run.horizon)
    give(parameters, 'Duration', make(element, 'DurationParameter', { value: formatDuration(run.horizon) }));
  if (run.warmUp && namespaceOf(element) === BPSIM_2)
    give(parameters, 'Warmup', make(element, 'DurationParameter', { value: formatDuration(run.warmUp) }));
  insert(element, parameters);
}

/** The number of cases goes to the start event when it is the only one and says nothing itself. */
const onlyStart = (scenario: Scenario, site: Site, id: string): number | undefined =>
  site.starts.length === 1 && site.starts[0] === id && scenario.elements?.[id]?.arrivals?.count === undefined
    ? scenario.run?.cases
    : undefined;

function writeElement(
  target: ModdleElement,
  id: string,
  parameters: ElementParameters,
  scenario: Scenario,
  site: Site,
): void {
  const { work, resources, priority, fixedCost, delay, probability, condition, arrivals, assign, occurrences } =
    parameters;
  const kind = site.kind(id);
  const put = (path: string, value: ModdleElement | undefined): void => {
    const [group = '', name = ''] = path.split('/');
    if (value) give(ensure(target, group), name, value);
  };
  if (work && (kind === 'activity' || kind === 'receive'))
    put('TimeParameters/ProcessingTime', writeDistribution(target, work, 'time'));
  if (kind === 'flow') {
    if (probability !== undefined)
      put('ControlParameters/Probability', make(target, 'FloatingParameter', { value: String(probability) }));
    if (condition) put('ControlParameters/Condition', writeFormula(target, condition));
  }
  if (kind === 'trigger') {
    if (probability !== undefined)
      put('ControlParameters/Probability', make(target, 'FloatingParameter', { value: String(probability) }));
    if (occurrences !== undefined) put('ControlParameters/TriggerCount', writeNumber(target, occurrences));
  }
  if (delay && (kind === 'catch' || kind === 'trigger' || kind === 'receive'))
    put('ControlParameters/InterTriggerTimer', writeDistribution(target, delay, 'time'));
  if (kind === 'start') {
    const timer = arrivals?.interval && writeDistribution(target, arrivals.interval, 'time');
    if (timer && arrivals.calendar !== undefined) timer.set('validFor', arrivals.calendar);
    put('ControlParameters/InterTriggerTimer', timer);
    const count = arrivals?.count ?? onlyStart(scenario, site, id);
    if (count !== undefined) put('ControlParameters/TriggerCount', writeNumber(target, count));
  }
  const selection = resources && formatSelection(resources);
  if (kind === 'activity' || kind === 'receive') {
    if (selection !== undefined)
      put('ResourceParameters/Selection', make(target, 'ExpressionParameter', { value: selection }));
    if (priority !== undefined) put('PriorityParameters/Priority', writeNumber(target, priority));
    if (fixedCost !== undefined) put('CostParameters/FixedCost', writeNumber(target, fixedCost));
  }
  if (site.starts.includes(id)) for (const attribute of scenario.attributes ?? []) writeAttribute(target, attribute);
  if (kind !== 'flow' && kind !== 'message-flow')
    for (const [name, formula] of Object.entries(assign ?? {}))
      writeProperty(target, name, writeFormula(target, formula));
}

function writePool(target: ModdleElement, pool: ResourcePool, { costUnit }: Place): void {
  for (const { capacity, calendar } of pool.staffing) {
    const quantity = writeNumber(target, capacity === 'unlimited' ? MOST_UNITS : capacity, {
      ...(calendar === undefined ? {} : { validFor: calendar }),
    });
    give(ensure(target, 'ResourceParameters'), 'Quantity', quantity);
  }
  if (pool.costPerUse !== undefined)
    give(ensure(target, 'CostParameters'), 'FixedCost', writeNumber(target, pool.costPerUse));
  if (pool.costPerHour !== undefined)
    give(
      ensure(target, 'CostParameters'),
      'UnitCost',
      writeNumber(target, (pool.costPerHour * costUnit) / MS_PER_UNIT.h),
    );
}

function writeAttribute(target: ModdleElement, attribute: CaseAttribute): void {
  if (attribute.type === 'number') {
    const value = writeDistribution(target, attribute.distribution, 'number');
    if (value) writeProperty(target, attribute.name, value, 'double');
    return;
  }
  if (attribute.values.length === 0) return;
  const user = make(target, 'UserDistribution', { discrete: 'true' });
  for (const { value, share } of attribute.values) {
    const point = make(target, 'UserDistributionDataPoint', { probability: String(share) });
    insert(point, make(target, 'StringParameter', { value }));
    insert(user, point);
  }
  writeProperty(target, attribute.name, user, 'string');
}

function writeProperty(target: ModdleElement, name: string, value: ModdleElement, type?: string): void {
  const typed = type !== undefined && namespaceOf(target) === BPSIM_2 ? { type } : {};
  const property = make(target, 'Property', { name, ...typed });
  insert(property, value);
  insert(ensure(target, 'PropertyParameters'), property);
}

/** A formula in BPSim's own language where that has the words for it, else as its author wrote it. */
function writeFormula(like: ModdleElement, { text, tree }: Formula): ModdleElement {
  if (tree?.type === 'boolean') return make(like, 'BooleanParameter', { value: String(tree.value) });
  return make(like, 'ExpressionParameter', { value: (tree && formatXPath(tree)) ?? text });
}

function give(group: ModdleElement, name: string, value: ModdleElement): void {
  insert(ensure(group, name), value);
}
