/**
 * A scenario taken apart into fields of plain JSON, and put together again. What a file says in BPSim and what it adds beside
 * are compared and joined field by field.
 */
import * as v from 'valibot';
import type { Scenario } from '#simulation';
import { itemSchemas, scenarioSchema } from './scenario-schema.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a field belongs to. `scenario` and `run` have no id. */
export type PartKind = 'scenario' | 'run' | 'element' | 'arrivals' | 'pool' | 'calendar' | 'attribute' | 'order';

/** Fields of one thing, by name. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly fields: Map<string, Json>;
}

/** Parts by `kind id`, in the order of the scenario. */
export type Parts = Map<string, Part>;

/** The part called `id` of that kind, made when missing. */
export function partOf(parts: Parts, kind: PartKind, id = ''): Part {
  const key = `${kind} ${id}`;
  const found = parts.get(key);
  if (found) return found;
  const made: Part = { kind, id, fields: new Map() };
  parts.set(key, made);
  return made;
}

/** Takes a scenario apart. Empty lists and records count as absent, except where "nobody" and "never" mean something. */
export function takeApart(scenario: Scenario): Parts {
  const parts: Parts = new Map();
  const put = (kind: PartKind, id: string, value: object, without: readonly string[] = []): void => {
    const part = partOf(parts, kind, id);
    for (const [field, content] of Object.entries(value)) {
      const json = without.includes(field) ? undefined : toJson(content);
      if (json !== undefined) part.fields.set(field, json);
    }
  };
  const { run, elements, pools = [], calendars = [], slas = [], attributes = [], ...head } = scenario;
  put('scenario', '', slas.length > 0 ? { ...head, slas } : head, ['id']);
  put('run', '', run ?? {});
  for (const [id, element] of Object.entries(elements ?? {})) {
    put('element', id, withoutEmpty(element, ['provenance', 'uncertainty', 'assign']), ['arrivals']);
    if (element.arrivals) put('arrivals', id, element.arrivals);
  }
  for (const pool of pools) put('pool', pool.id, withoutEmpty(pool, ['provenance', 'uncertainty']), ['id']);
  for (const calendar of calendars) put('calendar', calendar.id, withoutEmpty(calendar, ['holidays']), ['id']);
  for (const attribute of attributes) put('attribute', attribute.name, attribute, ['name']);
  put('order', '', {
    pools: pools.map((pool) => pool.id),
    calendars: calendars.map((calendar) => calendar.id),
    attributes: attributes.map((attribute) => attribute.name),
  });
  return parts;
}

/** Puts a scenario together. Parts that lack what they need are left out. */
export function putTogether(id: string, parts: Parts): Scenario {
  const all = [...parts.values()];
  const fieldsOf = (kind: PartKind): Json | undefined => {
    const fields = parts.get(`${kind} `)?.fields;
    return fields && fields.size > 0 ? Object.fromEntries(fields) : undefined;
  };
  const elements = new Map<string, Map<string, Json>>();
  for (const part of all) {
    if (part.fields.size === 0) continue;
    if (part.kind === 'element') elements.set(part.id, new Map([...(elements.get(part.id) ?? []), ...part.fields]));
    if (part.kind === 'arrivals')
      elements.set(part.id, new Map([...(elements.get(part.id) ?? []), ['arrivals', Object.fromEntries(part.fields)]]));
  }
  const listOf = (kind: keyof typeof itemSchemas, key: string, order: string): Json | undefined => {
    const wanted = parts.get('order ')?.fields.get(order);
    const rank = (part: Part): number =>
      Array.isArray(wanted) && wanted.includes(part.id) ? wanted.indexOf(part.id) : Infinity;
    const items = all
      .filter((part) => part.kind === kind)
      .map((part, at) => ({ item: { [key]: part.id, ...Object.fromEntries(part.fields) }, rank: rank(part), at }))
      .filter(({ item }) => v.is(itemSchemas[kind], item))
      .sort((a, b) => compare(a.rank, b.rank) || a.at - b.at);
    return items.length > 0 ? items.map(({ item }) => item) : undefined;
  };
  const content: Readonly<Record<string, unknown>> = {
    name: id,
    ...Object.fromEntries(parts.get('scenario ')?.fields ?? []),
    id,
    run: fieldsOf('run'),
    elements:
      elements.size > 0 ? [...elements].map(([element, fields]) => [element, Object.fromEntries(fields)]) : undefined,
    pools: listOf('pool', 'id', 'pools'),
    calendars: listOf('calendar', 'id', 'calendars'),
    attributes: listOf('attribute', 'name', 'attributes'),
  };
  return v.parse(
    scenarioSchema,
    Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)),
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function withoutEmpty(value: object, names: readonly string[]): object {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(entries.filter(([name, content]) => !names.includes(name) || !isEmptyObject(content)));
}

const isEmptyObject = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && Object.keys(content).length === 0;

/** Plain JSON of scenario data; a formula is its text. Undefined is left out. */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null);
  if (typeof value !== 'object') return undefined;
  if (
    'text' in value &&
    typeof value.text === 'string' &&
    Object.keys(value).every((key) => key === 'text' || key === 'tree')
  )
    return value.text;
  const entries = Object.entries(value).flatMap(([key, content]): readonly (readonly [string, Json])[] => {
    const json = toJson(content);
    return json === undefined ? [] : [[key, json]];
  });
  return Object.fromEntries(entries);
}

/** Whether two pieces of JSON say the same; the order of keys does not matter. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  const entriesOfB = new Map<string, Json>(Object.entries(b));
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === entriesOfB.size &&
    Object.entries(a).every(([key, content]) => entriesOfB.has(key) && same(content, entriesOfB.get(key)))
  );
}
