/**
 * What BPSim cannot say, beside what it can: `bpsim:VendorExtension name="preflight"` in a scenario or in the parameters of one
 * element, holding one element `data` of namespace `urn:preflight:bpsim:1` (the number is the version) with JSON:
 *
 *     <bpsim:VendorExtension name="preflight">
 *       <preflight:data>{"shiftEnd":"fit","provenance":{"work":"expert"}}</preflight:data>
 *     </bpsim:VendorExtension>
 *
 * The JSON has the fields of `ElementParameters` (for a resource: of `ResourcePool`), each whole; in a scenario it has `run`,
 * `slas`, `calendars` and `attributes` (by id and by name), `order` (of pools, calendars and attributes where the file's order
 * differs). Formulas are FEEL text; null = absent although BPSim says something. Only fields are here that BPSim
 * does not say in the same way; where BPSim says something else by now, it was edited by another tool and BPSim counts.
 */
import { issue, type Issue, type Named } from '#simulation';
import * as v from 'valibot';
import type { ModdleElement } from '../moddle.ts';
import { many, text } from '../moddle.ts';
import type { Json, Part, PartKind, Parts } from './parts.ts';
import { partOf, same } from './parts.ts';
import { fieldSchemas } from './scenario-schema.ts';
import type { Site } from './site.ts';
import { elementsOf, homeFor, homesIn, prune } from './synchronise.ts';
import { attribute, children, insert, make, remove } from './tree.ts';

export const EXTENSION_NAMESPACE = 'urn:preflight:bpsim:1';
const NAME = 'preflight';

/** Reads every extension of a scenario as parts whose fields override those read from BPSim; null removes one. */
export function readExtensions(scenario: ModdleElement, owner: Named, site: Site, issues: Issue[]): Parts {
  const parts: Parts = new Map();
  for (const [field, content] of entriesIn(scenario, owner, issues)) {
    if (field === 'run' || field === 'order') addFields(parts, field, '', content, owner, issues);
    else if (field === 'calendars' || field === 'attributes') {
      const kind = field === 'calendars' ? 'calendar' : 'attribute';
      for (const [id, fields] of entriesOf(content)) addFields(parts, kind, id, fields, owner, issues);
    } else addFields(parts, 'scenario', '', { [field]: content }, owner, issues);
  }
  for (const element of elementsOf(scenario)) {
    const id = site.resolve(attribute(element, 'elementRef') ?? '');
    const kind = site.kind(id) === 'resource' ? 'pool' : 'element';
    const about = { id, name: site.name(id) };
    for (const [field, content] of entriesIn(element, about, issues)) {
      if (field === 'arrivals' && kind === 'element') addFields(parts, 'arrivals', id, content, about, issues);
      else addFields(parts, kind, id, { [field]: content }, about, issues);
    }
  }
  return parts;
}

function addFields(parts: Parts, kind: PartKind, id: string, content: Json, owner: Named, issues: Issue[]): void {
  const fields = partOf(parts, kind, id).fields;
  for (const [field, value] of entriesOf(content)) {
    if (value === null || fits(kind, field, value)) fields.set(field, value);
    else issues.push(issue('warning', 'extension-not-read', owner, { field }));
  }
}

function fits(kind: PartKind, field: string, value: Json): boolean {
  if (kind === 'order') return v.is(v.array(v.string()), value);
  const schemas = fieldSchemas[kind] ?? {};
  const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
  return schema !== undefined && v.is(schema, value);
}

const entriesOf = (content: Json): readonly (readonly [string, Json])[] =>
  typeof content === 'object' && content !== null && !Array.isArray(content) ? Object.entries(content) : [];

const jsonSchema: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(jsonSchema), v.record(v.string(), jsonSchema)]),
);

function entriesIn(owner: ModdleElement, named: Named, issues: Issue[]): readonly (readonly [string, Json])[] {
  return extensionsOf(owner).flatMap((extension) => {
    const json = contentOf(extension);
    if (json === undefined) issues.push(issue('warning', 'extension-not-read', named, { field: NAME }));
    return json === undefined ? [] : entriesOf(json);
  });
}

/** What an extension holds; undefined when it cannot be read. */
function contentOf(extension: ModdleElement): Json | undefined {
  const data = many(extension, '$children').find((found) => found.$descriptor.ns.uri === EXTENSION_NAMESPACE);
  const written = data && text(data, '$body');
  return written === undefined ? undefined : parseJson(written);
}

function parseJson(written: string): Json | undefined {
  if (tooDeep(written)) return undefined;
  try {
    const read = v.safeParse(jsonSchema, JSON.parse(written));
    return read.success ? read.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Deeper nesting than any field has would exhaust readers that work by recursion. */
function tooDeep(written: string): boolean {
  let depth = 0;
  for (const character of written) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > 50) return true;
  }
  return false;
}

const extensionsOf = (owner: ModdleElement): readonly ModdleElement[] =>
  children(owner, 'VendorExtension').filter((extension) => attribute(extension, 'name') === NAME);

/** Fields of `wanted` that `said` says differently or not at all; null where `said` says something and `wanted` nothing. */
export function difference(wanted: Parts, said: Parts): Parts {
  const parts: Parts = new Map();
  for (const key of new Set([...wanted.keys(), ...said.keys()])) {
    const owner: Part | undefined = wanted.get(key) ?? said.get(key);
    if (!owner) continue;
    const [asWanted, asSaid] = [wanted.get(key)?.fields, said.get(key)?.fields];
    for (const field of new Set([...(asWanted?.keys() ?? []), ...(asSaid?.keys() ?? [])])) {
      if (owner.kind === 'order' && isEmptyList(asWanted?.get(field)) && isEmptyList(asSaid?.get(field))) continue;
      if (!same(asWanted?.get(field), asSaid?.get(field)))
        partOf(parts, owner.kind, owner.id).fields.set(field, asWanted?.get(field) ?? null);
    }
  }
  return parts;
}

const isEmptyList = (value: Json | undefined): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** The fields of `base` with those of `changes` put in; null takes one out. */
export function overlaid(base: Parts, changes: Parts): Parts {
  const parts: Parts = new Map([...base].map(([key, part]) => [key, { ...part, fields: new Map(part.fields) }]));
  for (const change of changes.values()) {
    const { fields } = partOf(parts, change.kind, change.id);
    for (const [field, value] of change.fields) {
      if (value === null) fields.delete(field);
      else fields.set(field, value);
    }
  }
  return parts;
}

/** Replaces the extensions of a scenario by `extra`. */
export function writeExtensions(scenario: ModdleElement, extra: Parts, site: Site): void {
  const own = new Map<string, Json>();
  const ofElements = new Map<string, Map<string, Json>>();
  for (const { kind, id, fields } of extra.values()) {
    const json = Object.fromEntries(fields);
    if (kind === 'scenario') for (const [field, value] of fields) own.set(field, value);
    else if (kind === 'run' || kind === 'order') own.set(kind, json);
    else if (kind === 'calendar' || kind === 'attribute') {
      own.set(`${kind}s`, Object.fromEntries([...entriesOf(own.get(`${kind}s`) ?? null), [id, json]]));
    } else {
      const element = ofElements.get(id) ?? new Map<string, Json>();
      if (kind === 'arrivals') element.set('arrivals', json);
      else for (const [field, value] of fields) element.set(field, value);
      ofElements.set(id, element);
    }
  }
  replace(scenario, own);
  const homes = homesIn(scenario, site);
  for (const [id, fields] of ofElements) replace(homeFor(scenario, homes, id), fields);
  for (const [id, elements] of homes)
    for (const [index, element] of elements.entries()) {
      if (index > 0 || !ofElements.has(id)) replace(element, new Map());
      prune(element);
    }
}

function replace(owner: ModdleElement, fields: ReadonlyMap<string, Json>): void {
  const [first, ...others] = extensionsOf(owner);
  for (const other of others) remove(other);
  if (fields.size === 0) {
    if (first) remove(first);
    return;
  }
  const json = Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
  // The same in another order of keys stays as it was written.
  if (first && same(contentOf(first), json)) return;
  const data = owner.$model.createAny('preflight:data', EXTENSION_NAMESPACE, {});
  data.set('$body', JSON.stringify(json));
  const extension = first ?? make(owner, 'VendorExtension', { name: NAME });
  extension.set('$children', [data]);
  data.$parent = extension;
  if (!first) insert(owner, extension);
}
