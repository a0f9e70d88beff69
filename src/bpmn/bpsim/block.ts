/** Where BPSim data lives in a document: found anywhere, written into the standard's relationship. */
import { freeId } from '../free-id.ts';
import type { Moddle, ModdleElement } from '../moddle.ts';
import { contained, idOf, list, many, one } from '../moddle.ts';
import { attribute, children, isBpsim, localName } from './tree.ts';
import { BPSIM_2 } from './vocabulary.ts';

/** Every `BPSimData` element of the document, in document order. */
export function blocksOf(definitions: ModdleElement): readonly ModdleElement[] {
  const blocks: ModdleElement[] = [];
  for (const element of contained(definitions)) {
    const extensions = element.$descriptor.isGeneric ? undefined : one(element, 'extensionElements');
    if (extensions)
      blocks.push(...many(extensions, 'values').filter((found) => isBpsim(found) && localName(found) === 'BPSimData'));
  }
  return blocks;
}

/** A scenario element with the id it has or, lacking one, gets by its place. */
export interface ScenarioElement {
  readonly id: string;
  readonly element: ModdleElement;
}

/** The scenarios of the document without those that hold results; of those that share an id the first. */
export function scenarioElements(definitions: ModdleElement): readonly ScenarioElement[] {
  const found = new Map<string, ModdleElement>();
  const all = blocksOf(definitions).flatMap((block) => children(block, 'Scenario'));
  for (const [index, element] of all.entries()) {
    const id = attribute(element, 'id') ?? `Scenario_${index + 1}`;
    if (attribute(element, 'result') === undefined && !found.has(id)) found.set(id, element);
  }
  return [...found].map(([id, element]) => ({ id, element }));
}

/** Ids of the calendars in the scenarios before each, by scenario id: an id may stand in a file once. */
export function takenCalendars(
  scenarios: readonly { readonly id: string; readonly calendars: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, ReadonlySet<string>>();
  let before: readonly string[] = [];
  for (const { id, calendars } of scenarios) {
    taken.set(id, new Set(before));
    before = [...before, ...calendars];
  }
  return taken;
}

/** The block that takes new scenarios, made (with an id for the definitions) when the document has none. */
export function ensureBlock(definitions: ModdleElement, moddle: Moddle): ModdleElement {
  const [block] = blocksOf(definitions);
  if (block) return block;
  if (idOf(definitions) === '') definitions.set('id', freeId(definitions, 'Definitions_1'));
  const data = moddle.createAny('bpsim:BPSimData', BPSIM_2, {});
  const extensions = moddle.create('bpmn:ExtensionElements', { values: [data] });
  const relationship = moddle.create('bpmn:Relationship', { type: 'BPSimData' });
  relationship.set('extensionElements', extensions);
  list(relationship, 'source').push(definitions);
  list(relationship, 'target').push(definitions);
  data.$parent = extensions;
  extensions.$parent = relationship;
  relationship.$parent = definitions;
  list(definitions, 'relationships').push(relationship);
  return data;
}

/** Takes relationships out whose BPSim data holds nothing any more. */
export function removeEmptyBlocks(definitions: ModdleElement): void {
  for (const block of blocksOf(definitions)) {
    if (many(block, '$children').length > 0) continue;
    const extensions = block.$parent;
    const relationship = extensions?.$parent;
    if (!extensions || !relationship) continue;
    const values = list(extensions, 'values');
    values.splice(values.indexOf(block), 1);
    const relationships = list(definitions, 'relationships');
    if (values.length === 0 && relationships.includes(relationship))
      relationships.splice(relationships.indexOf(relationship), 1);
  }
}

/** Creates the `bpmn:resource` roots that pools need and gives them the pools' names. */
export function ensureResources(
  definitions: ModdleElement,
  moddle: Moddle,
  pools: readonly { readonly id: string; readonly name: string }[],
): void {
  const roots = list(definitions, 'rootElements');
  const known = new Map(many(definitions, 'rootElements').map((root) => [idOf(root), root]));
  const named = new Set<string>();
  for (const { id, name } of pools) {
    if (named.has(id)) continue;
    named.add(id);
    const root = known.get(id);
    if (root) {
      if (root.$type === 'bpmn:Resource' && root.get('name') !== name) root.set('name', name);
      continue;
    }
    const made = moddle.create('bpmn:Resource', { id, name });
    made.$parent = definitions;
    roots.push(made);
  }
}
