/**
 * Brings a freshly written BPSim scenario into the one of the document, parameter by parameter: what already says the same stays
 * as it was written, and so does everything that no field of ours covers.
 */
import type { ModdleElement } from '../moddle.ts';
import { text } from '../moddle.ts';
import { valuesOf } from './parameter.ts';
import type { Json, Parts } from './parts.ts';
import { same } from './parts.ts';
import type { Site } from './site.ts';
import { attribute, child, children, ensure, insert, isEmpty, localName, make, remove } from './tree.ts';

/** Fields that share parameters of BPSim: when one differs, all of these are written anew. */
interface Slot {
  readonly kind: 'element' | 'arrivals' | 'pool';
  readonly fields: readonly string[];
  readonly paths: readonly string[];
}

const SLOTS: readonly Slot[] = [
  {
    kind: 'element',
    fields: ['work'],
    paths: ['SetUpTime', 'ProcessingTime', 'ValidationTime', 'ReworkTime'].map((name) => `TimeParameters/${name}`),
  },
  { kind: 'element', fields: ['delay'], paths: ['ControlParameters/InterTriggerTimer'] },
  { kind: 'arrivals', fields: ['interval', 'calendar'], paths: ['ControlParameters/InterTriggerTimer'] },
  { kind: 'arrivals', fields: ['count'], paths: ['ControlParameters/TriggerCount'] },
  { kind: 'element', fields: ['occurrences'], paths: ['ControlParameters/TriggerCount'] },
  { kind: 'element', fields: ['probability'], paths: ['ControlParameters/Probability'] },
  { kind: 'element', fields: ['condition'], paths: ['ControlParameters/Condition'] },
  { kind: 'element', fields: ['resources'], paths: ['ResourceParameters/Selection'] },
  { kind: 'element', fields: ['priority'], paths: ['PriorityParameters/Priority'] },
  { kind: 'element', fields: ['fixedCost'], paths: ['CostParameters/FixedCost'] },
  { kind: 'pool', fields: ['staffing'], paths: ['ResourceParameters/Quantity', 'ResourceParameters/Availability'] },
  { kind: 'pool', fields: ['costPerHour'], paths: ['CostParameters/UnitCost'] },
  { kind: 'pool', fields: ['costPerUse'], paths: ['CostParameters/FixedCost'] },
];

/** Scenario elements with what they say in BPSim alone. */
export interface Side {
  readonly element: ModdleElement;
  readonly parts: Parts;
}

/** Makes `target` say what `fresh` says. */
export function synchronise(target: Side, fresh: Side, site: Site): void {
  synchroniseHead(target, fresh);
  const homes = homesIn(target.element, site);
  const sources = homesIn(fresh.element, site);
  const attributesChanged = !samePrefix(target.parts, fresh.parts, 'attribute');
  for (const id of new Set([...homes.keys(), ...sources.keys()])) {
    const from = sources.get(id)?.[0];
    for (const slot of SLOTS)
      if (!sameFields(target.parts, fresh.parts, slot, id))
        for (const path of slot.paths) transplant(target.element, homes, from, id, path);
    const assigned = { kind: 'element', fields: ['assign'], paths: [] } as const;
    if (!sameFields(target.parts, fresh.parts, assigned, id) || (attributesChanged && site.starts.includes(id)))
      replaceProperties(target.element, homes, from, id);
  }
  synchroniseCalendars(target, fresh);
  for (const element of elementsOf(target.element)) prune(element);
}

/** `ElementParameters` of a scenario. */
export const elementsOf = (scenario: ModdleElement): readonly ModdleElement[] =>
  children(scenario, 'ElementParameters');

/** Takes out groups and parameters that hold nothing any more, and the element itself when nothing is left. */
export function prune(element: ModdleElement): void {
  for (const group of children(element).filter((found) => localName(found) !== 'VendorExtension')) {
    for (const parameter of children(group)) if (isEmpty(parameter)) remove(parameter);
    if (isEmpty(group)) remove(group);
  }
  if (isEmpty(element)) remove(element);
}

const field = (parts: Parts, kind: string, id: string, name: string): Json | undefined =>
  parts.get(`${kind} ${id}`)?.fields.get(name);

const sameFields = (a: Parts, b: Parts, { kind, fields }: Slot, id: string): boolean =>
  fields.every((name) => same(field(a, kind, id, name), field(b, kind, id, name)));

function samePrefix(a: Parts, b: Parts, kind: string): boolean {
  const listed = (parts: Parts): Json =>
    [...parts.values()].filter((part) => part.kind === kind).map((part) => [part.id, Object.fromEntries(part.fields)]);
  return same(listed(a), listed(b));
}

const HEAD = ['name', 'description', 'inherits'] as const;
const RUN = [
  ['start', 'Start'],
  ['horizon', 'Duration'],
  ['warmUp', 'Warmup'],
] as const;
const SETTINGS = [
  ['run', 'replications', 'replication'],
  ['run', 'seed', 'seed'],
  ['scenario', 'currency', 'baseCurrencyUnit'],
] as const;

function synchroniseHead(target: Side, fresh: Side): void {
  for (const name of HEAD)
    if (!same(field(target.parts, 'scenario', '', name), field(fresh.parts, 'scenario', '', name)))
      target.element.set(name, text(fresh.element, name));
  const written = child(fresh.element, 'ScenarioParameters');
  const parameters = ensure(target.element, 'ScenarioParameters');
  for (const [kind, name, at] of SETTINGS)
    if (!same(field(target.parts, kind, '', name), field(fresh.parts, kind, '', name)))
      parameters.set(at, written && attribute(written, at));
  for (const [name, at] of RUN) {
    if (same(field(target.parts, 'run', '', name), field(fresh.parts, 'run', '', name))) continue;
    replaceValues(parameters, at, valuesOf(child(written, at)));
  }
  if (
    isEmpty(parameters) &&
    Object.values(parameters).every((value) => value === undefined || value === parameters.$type)
  )
    remove(parameters);
}

/** The `ElementParameters` of each element of the document; official files repeat some. */
type Homes = Map<string, ModdleElement[]>;

export function homesIn(scenario: ModdleElement, site: Site): Homes {
  const homes: Homes = new Map();
  for (const element of elementsOf(scenario)) {
    const id = site.resolve(attribute(element, 'elementRef') ?? '');
    const known = homes.get(id);
    if (known) known.push(element);
    else homes.set(id, [element]);
  }
  return homes;
}

/** The first `ElementParameters` of an element, made when missing. */
export function homeFor(scenario: ModdleElement, homes: Homes, id: string): ModdleElement {
  const found = homes.get(id)?.[0];
  if (found) return found;
  const made = make(scenario, 'ElementParameters', { elementRef: id });
  insert(scenario, made);
  homes.set(id, [made]);
  return made;
}

/** Replaces the values of one parameter of element `id` by those of `from`, keeping requests for results. */
function transplant(
  scenario: ModdleElement,
  homes: Homes,
  from: ModdleElement | undefined,
  id: string,
  path: string,
): void {
  const [group = '', name = ''] = path.split('/');
  const values = valuesOf(child(child(from, group), name));
  for (const home of homes.get(id) ?? []) for (const value of valuesOf(child(child(home, group), name))) remove(value);
  if (values.length > 0) replaceValues(ensure(homeFor(scenario, homes, id), group), name, values);
}

function replaceValues(group: ModdleElement, name: string, values: readonly ModdleElement[]): void {
  for (const value of valuesOf(child(group, name))) remove(value);
  if (values.length > 0) {
    const parameter = ensure(group, name);
    for (const value of values) insert(parameter, value);
    return;
  }
  const left = child(group, name);
  if (left && isEmpty(left)) remove(left);
}

function replaceProperties(scenario: ModdleElement, homes: Homes, from: ModdleElement | undefined, id: string): void {
  const properties = children(child(from, 'PropertyParameters'), 'Property');
  for (const home of homes.get(id) ?? [])
    for (const property of children(child(home, 'PropertyParameters'), 'Property')) {
      for (const value of valuesOf(property)) remove(value);
      if (isEmpty(property)) remove(property);
    }
  if (properties.length === 0) return;
  const group = ensure(homeFor(scenario, homes, id), 'PropertyParameters');
  for (const property of properties) insert(group, property);
}

function synchroniseCalendars(target: Side, fresh: Side): void {
  const written = children(fresh.element, 'Calendar');
  for (const calendar of children(target.element, 'Calendar'))
    if (!written.some((c) => idOfCalendar(c) === idOfCalendar(calendar))) remove(calendar);
  for (const calendar of written) {
    const id = idOfCalendar(calendar);
    const known = children(target.element, 'Calendar').find((c) => idOfCalendar(c) === id);
    if (!known) {
      insert(target.element, calendar);
      continue;
    }
    const differs = (names: readonly string[]): boolean =>
      names.some((name) => !same(field(target.parts, 'calendar', id, name), field(fresh.parts, 'calendar', id, name)));
    if (differs(['name'])) known.set('name', text(calendar, 'name'));
    if (differs(['rules', 'holidays'])) known.set('$body', text(calendar, '$body'));
  }
}

const idOfCalendar = (calendar: ModdleElement): string =>
  attribute(calendar, 'id') ?? attribute(calendar, 'name') ?? '';
