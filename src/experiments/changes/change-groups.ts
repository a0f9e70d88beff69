/**
 * What differs between two designs, as data: one group for the diagram, and one for each element, gateway, pool, calendar, attribute
 * and service level that is stated otherwise. Parameters of elements that only one design has belong to the diagram.
 */
import { sameValue, type ElementParameters, type ResourcePool, type Scenario, type Study } from '#simulation';
import type { ElementPair } from '../correspondence/correspondence.ts';
import { elementOf } from '../parameters/scenario-parts.ts';
import { structureOf, type StructureChange } from './structure.ts';
import { Twins } from './twins.ts';

export type ChangeKind = 'structure' | 'element' | 'choice' | 'pool' | 'calendar' | 'attribute' | 'sla' | 'run';

/** Differences that belong together and are made or not made as one. */
export interface ChangeGroup {
  /** Unique among the changes of two designs: kind and id in the baseline (or in the other design where it is new). */
  readonly key: string;
  readonly kind: ChangeKind;
  /** Id of the element, gateway, pool, calendar or service level, or name of the attribute; absent where there is none. */
  readonly from?: string;
  readonly to?: string;
  /** What is stated otherwise, field by field of the scenario; for a choice: the shares or conditions by flow (baseline's ids). */
  readonly fields: readonly FieldChange[];
  /** Of the diagram: what was added, removed and changed. */
  readonly structure?: StructureChange;
}

/** A field before and after, as the scenario has it; undefined = not stated. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** All differences, the diagram's first. Both scenarios must be resolved; `pairs` from `correspondenceOf(from.model, to.model)`. */
export function changesBetween(from: Study, to: Study, pairs: readonly ElementPair[]): readonly ChangeGroup[] {
  const twins = new Twins(from.model, to.model, pairs);
  const structure = structureOf(from.model, to.model, twins);
  const a = from.scenario;
  const b = to.scenario;
  return [
    ...(structure ? [{ key: 'structure', kind: 'structure' as const, fields: [], structure }] : []),
    ...elementGroups(from, to, twins),
    ...byId('pool', poolsOf(a), poolsOf(b)),
    ...byId(
      'calendar',
      itemsOf(a.calendars, ({ id }) => id),
      itemsOf(b.calendars, ({ id }) => id),
    ),
    ...byId(
      'attribute',
      itemsOf(a.attributes, ({ name }) => name),
      itemsOf(b.attributes, ({ name }) => name),
    ),
    ...byId(
      'sla',
      itemsOf(a.slas, ({ id }) => id),
      itemsOf(b.slas, ({ id }) => id),
    ),
    ...group('run', 'run', undefined, undefined, runOf(a), runOf(b)),
  ];
}

/** The key of the group an element's parameters belong to; undefined for those that go with the diagram. */
export function groupKeyOf(from: string, twins: Twins): string | undefined {
  const gateway = twins.choiceOf(from);
  if (gateway) return gateway.isWhole ? `choice ${gateway.from}` : undefined;
  return twins.toOf(from) === undefined ? undefined : `element ${from}`;
}

function elementGroups(from: Study, to: Study, twins: Twins): readonly ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  const choices = new Map<string, { readonly to: string; readonly fields: FieldChange[] }>();
  for (const [id, other] of twins.pairs) {
    const before = stated(elementOf(from.scenario, id));
    const after = stated(elementOf(to.scenario, other));
    const gateway = twins.choiceOf(id);
    if (!gateway) groups.push(...group('element', id, id, other, before, after));
    else if (gateway.isWhole) {
      const choice = choices.get(gateway.from) ?? { to: gateway.to, fields: [] };
      choices.set(gateway.from, choice);
      if (!sameValue(before, after)) choice.fields.push({ field: id, before, after });
    }
  }
  for (const [gateway, { to: other, fields }] of choices)
    if (fields.length > 0) groups.push({ key: `choice ${gateway}`, kind: 'choice', from: gateway, to: other, fields });
  return groups;
}

/** Parameters without what is only known about them. */
function stated(parameters: ElementParameters | undefined): Record<string, unknown> {
  return without(parameters ?? {}, ['provenance', 'uncertainty']);
}

const poolsOf = ({ pools }: Scenario): ReadonlyMap<string, object> =>
  new Map((pools ?? []).map((pool: ResourcePool) => [pool.id, without(pool, ['provenance', 'uncertainty', 'name'])]));

/** The luck and how often it is tried are no part of a design. */
const runOf = ({ run }: Scenario): object => without(run ?? {}, ['seed', 'replications']);

const itemsOf = <T extends object>(
  items: readonly T[] | undefined,
  key: (item: T) => string,
): ReadonlyMap<string, object> =>
  new Map((items ?? []).map((item) => [key(item), without(item, ['provenance', 'uncertainty', 'name'])]));

function byId(
  kind: ChangeKind,
  from: ReadonlyMap<string, object>,
  to: ReadonlyMap<string, object>,
): readonly ChangeGroup[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((id) => {
    const before = from.get(id);
    const after = to.get(id);
    return group(kind, id, before ? id : undefined, after ? id : undefined, before ?? {}, after ?? {});
  });
}

function group(
  kind: ChangeKind,
  id: string,
  from: string | undefined,
  to: string | undefined,
  before: object,
  after: object,
): readonly ChangeGroup[] {
  const [left, right] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  const fields = [...new Set([...left.keys(), ...right.keys()])].flatMap((field): FieldChange[] =>
    sameValue(left.get(field), right.get(field)) ? [] : [{ field, before: left.get(field), after: right.get(field) }],
  );
  if (fields.length === 0) return [];
  const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return [{ key: kind === 'run' ? 'run' : `${kind} ${id}`, kind, ...ends, fields }];
}

const without = (value: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
