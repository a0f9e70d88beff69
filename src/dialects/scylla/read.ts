/** Reads Scylla's configuration as a scenario: from its two files, or from one document that holds everything. */
import type { CaseAttribute, DistributionSpec, ElementParameters, Named, RunSettings, Scenario } from '#simulation';
import { parseDateTime } from '../../bpmn/index.ts';
import { isActivity, isCatching, type Directory } from '../directory.ts';
import { momentsOf, sumOf, withChance } from '../moments.ts';
import type { ReadScenario } from '../read-scenario.ts';
import { Report, type What } from '../report.ts';
import { attributeOf, childOf, childrenOf, elementsIn, listed, numberIn, numberOf, type XmlElement } from '../xml.ts';
import { readResources } from './resources.ts';
import { BSIM, readDistribution, SCYLLA_FORMAT } from './vocabulary.ts';

/** Global and simulation configurations anywhere in a document. */
export const configurationsIn = (root: XmlElement): readonly XmlElement[] => [
  ...elementsIn(
    root,
    ({ name, namespace }) => namespace === BSIM && /^(globalConfiguration|simulationConfiguration)$/.test(name),
  ),
];

interface Reading {
  readonly directory: Directory;
  readonly report: Report;
  readonly elements: Map<string, ElementParameters>;
  readonly poolOf: ReadonlyMap<string, string>;
}

/** Reads the configurations of all files together. */
export function readScylla(configurations: readonly XmlElement[], directory: Directory): ReadScenario {
  const report = new Report(SCYLLA_FORMAT);
  const globals = configurations.filter(({ name }) => name === 'globalConfiguration');
  const simulations = configurations.filter(({ name }) => name === 'simulationConfiguration');
  const { pools, calendars, poolOf } = readResources(globals, directory, report);
  if (globals.length === 0) report.warn('scylla-without-resources');
  if (simulations.length === 0) report.warn('scylla-without-simulation');
  const reading: Reading = { directory, report, elements: new Map(), poolOf };
  const attributes: CaseAttribute[] = [];
  for (const simulation of simulations) {
    for (const found of simulation.children) readElement(found, simulation, reading);
    attributes.push(...childrenOf(simulation, 'dataObject').flatMap((data) => readFields(data, report)));
  }
  const ranked = rank(reading) && [...globals, ...simulations].some(usesPriority);
  const used = new Set(pools.flatMap((pool) => pool.staffing.map(({ calendar }) => calendar)));
  const open = calendars.filter(({ id }) => used.has(id));
  const run = readRun([...simulations, ...globals], report);
  const scenario: Scenario = {
    id: directory.newId('Scylla_Scenario'),
    name: SCYLLA_FORMAT,
    ...(Object.keys(run).length > 0 ? { run } : {}),
    elements: Object.fromEntries(reading.elements),
    ...(pools.length > 0
      ? { pools: ranked ? pools.map((p) => ({ ...p, discipline: 'priority' as const })) : pools }
      : {}),
    ...(open.length > 0 ? { calendars: open } : {}),
    ...(attributes.length > 0 ? { attributes: [...new Map(attributes.map((a) => [a.name, a])).values()] } : {}),
  };
  return { scenario, issues: report.issues };
}

function usesPriority(configuration: XmlElement): boolean {
  const order =
    attributeOf(configuration, 'resourceAssignmentOrder') ??
    childOf(configuration, 'resourceAssignmentOrder')?.text ??
    '';
  return order.includes('priority');
}

function readRun(configurations: readonly XmlElement[], report: Report): RunSettings {
  const first = (name: string): string | undefined =>
    configurations
      .map((found) => attributeOf(found, name) ?? (childOf(found, name)?.text || undefined))
      .find((text) => text !== undefined);
  const [startText, endText, seed] = [first('startDateTime'), first('endDateTime'), first('randomSeed')];
  const start = startText === undefined ? undefined : parseDateTime(startText);
  const end = endText === undefined ? undefined : parseDateTime(endText);
  if (startText !== undefined && start === undefined) report.unusable('start', undefined, startText);
  const length =
    start !== undefined && end !== undefined ? (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 3_600_000 : 0;
  if (endText !== undefined && !(length > 0)) report.unusable('end', undefined, endText);
  return {
    ...(start === undefined ? {} : { start }),
    ...(length > 0 ? { horizon: { value: length, unit: 'h' } } : {}),
    ...(seed === undefined ? {} : { seed }),
  };
}

function readElement(found: XmlElement, simulation: XmlElement, reading: Reading): void {
  const { directory, report, elements } = reading;
  const reference = attributeOf(found, 'id');
  if (reference === undefined || ['dataObject', 'resourceAssignmentOrder', 'randomSeed'].includes(found.name)) return;
  const node = directory.node(reference);
  if (!node) {
    report.missing(reference);
    return;
  }
  if (node.type === 'bpmn:StartEvent') {
    const interval = timeOf(childOf(found, 'arrivalRate'), 'arrivals', node, reading);
    const count = numberOf(simulation, 'processInstances');
    if (interval)
      elements.set(node.id, {
        arrivals: { interval, ...(count !== undefined && count >= 1 ? { count: Math.round(count) } : {}) },
      });
  } else if (isActivity(node)) readActivity(found, node, reading);
  else if (isCatching(node)) readCatch(found, node, reading);
  for (const flow of childrenOf(found, 'outgoingSequenceFlow')) {
    const id = attributeOf(flow, 'id') ?? '';
    const probability = numberIn(flow, 'branchingProbability');
    const known = directory.flow(id);
    if (!known) report.missing(id);
    else if (probability !== undefined) elements.set(known.id, { probability });
  }
  // Batch regions and other plug-ins of Scylla.
  if (childOf(found, 'batchActivity') ?? childOf(found, 'batchRegion')) report.notRead('batching', node);
}

function readActivity(found: XmlElement, node: Named, reading: Reading): void {
  const { report, elements, poolOf } = reading;
  const work = timeOf(childOf(found, 'duration'), 'duration', node, reading);
  const setUp = timeOf(childOf(found, 'setUpDuration'), 'set-up', node, reading);
  const sum = work && setUp ? sumOf(work, setUp) : undefined;
  if (sum?.fitted) {
    const name = `${work?.type ?? ''} + ${setUp?.type ?? ''}`;
    report.fitted('set-up', node, { name, moments: sum.fitted }, sum.spec);
  }
  const time = sum?.spec ?? work ?? setUp;
  const resources = listed(found, 'resources', 'resource');
  const needs = resources.flatMap((resource) => {
    const pool = poolOf.get(attributeOf(resource, 'id') ?? '');
    if (pool === undefined) report.missing(attributeOf(resource, 'id') ?? '');
    const units = Math.max(1, Math.round(numberOf(resource, 'amount') ?? 1));
    return pool === undefined ? [] : [{ pool, units }];
  });
  const priority = resources
    .map((resource) => numberIn(childOf(resource, 'assignmentDefinition'), 'priority'))
    .find((number) => number !== undefined);
  elements.set(node.id, {
    ...(time ? { work: time } : {}),
    resources: needs.length > 0 ? [needs] : [],
    ...(priority === undefined ? {} : { priority }),
  });
  for (const event of listed(found, 'boundaryEvents', 'boundaryEvent')) {
    const boundary = reading.directory.node(attributeOf(event, 'id') ?? '');
    if (boundary) readCatch(event, boundary, reading);
    else report.missing(attributeOf(event, 'id') ?? '');
  }
}

/** An event that comes after a time, perhaps with a chance only. */
function readCatch(found: XmlElement, node: Named, reading: Reading): void {
  const delay = timeOf(childOf(found, 'arrivalRate') ?? childOf(found, 'duration'), 'delay', node, reading);
  if (!delay) return;
  const chance = numberIn(found, 'eventProbability') ?? 1;
  if (chance < 1) reading.report.note('dialect-event-chance', node, { chance });
  reading.elements.set(node.id, { delay: withChance(delay, chance) });
}

function timeOf(
  owner: XmlElement | undefined,
  what: What,
  node: Named,
  { report }: Reading,
): DistributionSpec | undefined {
  if (!owner) return undefined;
  const read = readDistribution(owner);
  if (!read || !momentsOf(read.spec)) {
    report.unusable(what, node, owner.children[0]?.name ?? '');
    return undefined;
  }
  if (read.negative !== undefined) report.unusable(what, node, read.negative);
  return read.spec;
}

/** Lower numbers go first there, higher ones here. Answers whether activities are ranked at all. */
function rank({ elements, report }: Reading): boolean {
  const given = [...elements.values()].flatMap(({ priority }) => priority ?? []);
  if (new Set(given).size < 2) {
    for (const [id, { priority, ...rest }] of elements) if (priority !== undefined) elements.set(id, rest);
    return false;
  }
  const most = Math.max(...given);
  for (const [id, parameters] of elements)
    if (parameters.priority !== undefined) elements.set(id, { ...parameters, priority: most - parameters.priority });
  report.note('scylla-priority');
  return true;
}

/** Fields of a data object as case attributes. */
function readFields(data: XmlElement, report: Report): readonly CaseAttribute[] {
  return childrenOf(data, 'field').flatMap((field): readonly CaseAttribute[] => {
    const name = attributeOf(field, 'name') ?? '';
    const entries = listed(field, 'arbitraryFiniteProbabilityDistribution', 'entry');
    const texts = entries.map((entry) => attributeOf(entry, 'value') ?? '');
    if (texts.length > 0 && !texts.every((text) => Number.isFinite(Number(text)))) {
      const shares = entries.map((entry) => numberOf(entry, 'frequency') ?? 1);
      return [{ name, type: 'category', values: texts.map((value, i) => ({ value, share: shares[i] ?? 1 })) }];
    }
    const read = readDistribution(field);
    if (!read || name === '') report.notRead('attributes', undefined, name);
    else return [{ name, type: 'number', distribution: { type: read.spec.type, params: read.spec.params } }];
    return [];
  });
}
