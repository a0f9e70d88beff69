/** Reads the BPSim parameters of flow nodes and sequence flows. */
import type { Arrivals, DistributionParam, DistributionSpec, ElementParameters, Formula } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import type { Reading } from './parameter.ts';
import { distributionOf, formulaIn, notRead, numberOf, parameter, single, valuesOf } from './parameter.ts';
import type { Directory } from './selection.ts';
import { parseSelection } from './selection.ts';
import type { ElementKind } from './site.ts';
import { attribute, child, children, localName } from './tree.ts';

/** What one `ElementParameters` says about an element of that kind; what it cannot mean there is a finding. */
export function readElement(
  element: ModdleElement,
  kind: ElementKind,
  directory: Directory,
  reading: Reading,
): ElementParameters {
  reportUnread(element, kind, reading);
  return {
    ...(kind === 'activity' || kind === 'receive' ? readActivity(element, directory, reading) : {}),
    ...(kind === 'catch' || kind === 'receive' ? readDelay(element, kind, reading) : {}),
    ...(kind === 'trigger' ? readTrigger(element, reading) : {}),
    ...(kind === 'start' ? readArrivals(element, reading) : {}),
    ...(kind === 'flow' ? readRouting(element, reading) : {}),
    ...(kind === 'flow' ? {} : readAssignments(element, kind, reading)),
  };
}

function readActivity(element: ModdleElement, directory: Directory, reading: Reading): ElementParameters {
  const work = readWork(element, reading);
  const resources = readSelection(element, directory, reading);
  const priority = numberOf(reading, parameter(element, 'PriorityParameters/Priority'));
  const fixedCost = numberOf(reading, parameter(element, 'CostParameters/FixedCost'));
  return {
    ...(work ? { work } : {}),
    ...(resources ? { resources } : {}),
    ...(priority === undefined ? {} : { priority }),
    ...(fixedCost === undefined ? {} : { fixedCost }),
  };
}

/** Phases that count as work. */
const WORK = ['SetUpTime', 'ProcessingTime', 'ValidationTime', 'ReworkTime'] as const;

/** Parameters that move a whole distribution along the time axis. */
const LOCATIONS: Readonly<Record<string, readonly string[]>> = {
  constant: ['value'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  normal: ['mean'],
  'truncated-normal': ['mean', 'min', 'max'],
};

/** The sum of the phases when at most one of them varies; else the processing time alone, and a finding. */
function readWork(element: ModdleElement, reading: Reading): DistributionSpec | undefined {
  const phases = WORK.flatMap((name) => {
    const value = single(reading, parameter(element, `TimeParameters/${name}`));
    const time = value && distributionOf(reading, name, value);
    return time ? [{ name, time }] : [];
  });
  const [first] = phases;
  if (phases.length <= 1) return first?.time;
  const varying = phases.find(({ time }) => time.type !== 'constant') ?? first;
  if (!varying) return undefined;
  let sum = varying.time;
  for (const { name, time } of phases) {
    const extra = time.params.value;
    if (name === varying.name) continue;
    const moved = typeof extra === 'number' && time.type === 'constant' ? move(sum, extra, time) : undefined;
    if (moved) sum = moved;
    else notRead(reading, name);
  }
  return sum;
}

function move(distribution: DistributionSpec, by: number, { unit }: DistributionSpec): DistributionSpec | undefined {
  if (by === 0) return distribution;
  const locations = LOCATIONS[distribution.type];
  if (!locations || distribution.unit !== unit) return undefined;
  const params = Object.entries(distribution.params).map(([name, value]): readonly [string, DistributionParam] =>
    locations.includes(name) && typeof value === 'number' ? [name, value + by] : [name, value],
  );
  return { ...distribution, params: Object.fromEntries(params) };
}

function readSelection(
  element: ModdleElement,
  directory: Directory,
  reading: Reading,
): ElementParameters['resources'] | undefined {
  const value = single(reading, parameter(element, 'ResourceParameters/Selection'));
  if (!value) return undefined;
  const written = attribute(value, 'value') ?? '';
  const alternatives = parseSelection(written, directory);
  if (!alternatives) notRead(reading, 'Selection', { value: written });
  return alternatives;
}

function readDelay(element: ModdleElement, kind: ElementKind, reading: Reading): ElementParameters {
  const timer = single(reading, parameter(element, 'ControlParameters/InterTriggerTimer'));
  // Some tools time a catch event by its processing time.
  const value =
    timer ?? (kind === 'catch' ? single(reading, parameter(element, 'TimeParameters/ProcessingTime')) : undefined);
  const delay = value && distributionOf(reading, 'InterTriggerTimer', value);
  return delay ? { delay } : {};
}

/** An event that may occur while its host runs: whether, after what time, how often. */
function readTrigger(element: ModdleElement, reading: Reading): ElementParameters {
  const probability = numberOf(reading, parameter(element, 'ControlParameters/Probability'));
  const occurrences = numberOf(reading, parameter(element, 'ControlParameters/TriggerCount'));
  return {
    ...readDelay(element, 'catch', reading),
    // Above 1 it can only be per cent.
    ...(probability === undefined ? {} : { probability: probability > 1 ? probability / 100 : probability }),
    ...(occurrences === undefined ? {} : { occurrences }),
  };
}

function readArrivals(element: ModdleElement, reading: Reading): ElementParameters {
  const values = valuesOf(parameter(element, 'ControlParameters/InterTriggerTimer'));
  const [always] = values.filter((value) => attribute(value, 'validFor') === undefined);
  const timed = values.filter((value) => attribute(value, 'validFor') !== undefined);
  const chosen = timed.length === 1 && !always ? timed[0] : (always ?? timed[0]);
  if (chosen && values.length > 1) notRead(reading, 'InterTriggerTimer', { value: 'validFor' });
  const interval = chosen && distributionOf(reading, 'InterTriggerTimer', chosen);
  const calendar = chosen && attribute(chosen, 'validFor');
  const count = numberOf(reading, parameter(element, 'ControlParameters/TriggerCount'));
  const arrivals: Arrivals = {
    ...(interval ? { interval } : {}),
    ...(count === undefined ? {} : { count }),
    ...(interval && calendar !== undefined ? { calendar } : {}),
  };
  return Object.keys(arrivals).length > 0 ? { arrivals } : {};
}

function readRouting(element: ModdleElement, reading: Reading): ElementParameters {
  const probability = numberOf(reading, parameter(element, 'ControlParameters/Probability'));
  const value = single(reading, parameter(element, 'ControlParameters/Condition'));
  return {
    ...(probability === undefined ? {} : { probability }),
    ...(value ? { condition: formulaIn(reading, value) } : {}),
  };
}

/** Properties with a formula assign to a case attribute; on start events, those with a distribution draw one. */
function readAssignments(element: ModdleElement, kind: ElementKind, reading: Reading): ElementParameters {
  const assigned = children(child(element, 'PropertyParameters'), 'Property').flatMap(
    (property): readonly (readonly [string, Formula])[] => {
      const value = single(reading, property);
      const name = attribute(property, 'name');
      if (!value || name === undefined) return [];
      const formula =
        localName(value) === 'ExpressionParameter' ||
        (kind !== 'start' && /^(Numeric|Floating|Boolean|String)Parameter$/.test(localName(value)));
      if (formula) return [[name, formulaIn(reading, value)]];
      if (kind !== 'start') notRead(reading, `Property ${name}`, { value: localName(value) });
      return [];
    },
  );
  return assigned.length > 0 ? { assign: Object.fromEntries(assigned) } : {};
}

/** Parameters that take part, by kind of element. */
const READ: Readonly<Record<ElementKind, readonly string[]>> = {
  activity: [...WORK, 'Selection', 'Priority', 'FixedCost', 'Property'],
  receive: [...WORK, 'Selection', 'Priority', 'FixedCost', 'Property', 'InterTriggerTimer'],
  catch: ['InterTriggerTimer', 'ProcessingTime', 'Property'],
  trigger: ['InterTriggerTimer', 'ProcessingTime', 'Probability', 'TriggerCount', 'Property'],
  start: ['InterTriggerTimer', 'TriggerCount', 'Property'],
  flow: ['Probability', 'Condition'],
  'message-flow': [],
  resource: ['Availability', 'Quantity', 'Role', 'FixedCost', 'UnitCost'],
  other: ['Property'],
};

/** Reports every parameter with a value that says something and does not take part. */
export function reportUnread(element: ModdleElement, kind: ElementKind, reading: Reading): void {
  for (const group of children(element).filter((found) => localName(found) !== 'VendorExtension'))
    for (const found of children(group)) {
      const name = localName(found);
      if (!READ[kind].includes(name) && valuesOf(found).some(says)) notRead(reading, name);
    }
}

/** Zero, false and placeholders mean the same as nothing. */
const says = (value: ModdleElement): boolean => !/^(0|0?\.0|false|PT0[HMS])$/.test(attribute(value, 'value') ?? '');
