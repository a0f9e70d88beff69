/** What changed on the sheet from one design to the other, by bpmn-js-differ, with twins taken as one whatever their ids. */
import { diff } from 'bpmn-js-differ';
import { isRefusal, openDocument, type ModdleElement } from '../bpmn/index.ts';
import { contained, idOf } from '../bpmn/moddle.ts';
import type { Twins } from './twins.ts';

export type DiagramChange = 'added' | 'removed' | 'changed' | 'moved';

/** Changes by BPMN id, in the words of each side: `removed` is only on the first, `added` only on the second. */
export interface DiagramDiff {
  readonly from: ReadonlyMap<string, DiagramChange>;
  readonly to: ReadonlyMap<string, DiagramChange>;
}

/** Kinds that are marked; what only exists in the file (definitions, data) is not drawn. */
const DRAWN = ['bpmn:FlowElement', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'] as const;

/** Compares two documents. Throws what `openDocument` refuses: both were opened before. */
export async function diffDiagrams(from: string, to: string, twins: readonly Twins[]): Promise<DiagramDiff> {
  const [a, b] = await Promise.all([definitionsOf(from), definitionsOf(to)]);
  const own = nameAlike(a, b, twins);
  const found = diff(a, b);
  const result = { from: new Map<string, DiagramChange>(), to: new Map<string, DiagramChange>() };
  const mark = (elements: Readonly<Record<string, unknown>>, change: DiagramChange): void => {
    for (const id of Object.keys(elements)) {
      if (change !== 'added') result.from.set(id, change);
      if (change !== 'removed') result.to.set(own.get(id) ?? id, change);
    }
  };
  const drawn = (elements: Readonly<Record<string, ModdleElement>>): Record<string, ModdleElement> =>
    Object.fromEntries(Object.entries(elements).filter(([, element]) => isDrawn(element)));
  mark(drawn(found._layoutChanged), 'moved');
  mark(drawn(Object.fromEntries(Object.entries(found._changed).map(([id, { model }]) => [id, model]))), 'changed');
  const [added, removed] = [drawn(found._added), drawn(found._removed)];
  mark(only(added, removed), 'added');
  mark(only(removed, added), 'removed');
  // In another lane or sub-process now: the differ sees one go and another come.
  mark(Object.fromEntries(Object.entries(added).filter(([id]) => id in removed)), 'changed');
  return result;
}

const isDrawn = (element: ModdleElement): boolean => DRAWN.some((type) => element.$instanceOf(type));

const only = (
  elements: Readonly<Record<string, ModdleElement>>,
  others: Readonly<Record<string, ModdleElement>>,
): Record<string, ModdleElement> => Object.fromEntries(Object.entries(elements).filter(([id]) => !(id in others)));

async function definitionsOf(xml: string): Promise<ModdleElement> {
  const opened = await openDocument(xml);
  if (isRefusal(opened)) throw new Error(`document cannot be opened <${opened.issues.map((i) => i.code).join(', ')}>`);
  opened.definitions.set('relationships', []); // parameters are compared elsewhere, in words
  return opened.definitions;
}

/**
 * Gives twins in `b` the ids they have in `a`, and everything else an id of its own, as the differ goes by ids; answers what `b`
 * calls the renamed. Only processes need help beyond the twins: the first of one is the first of the other.
 */
function nameAlike(a: ModdleElement, b: ModdleElement, twins: readonly Twins[]): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const known = new Map(twins.map(({ from, to }) => [to, from]));
  const [before, after] = [processesOf(a), processesOf(b)];
  after.forEach((process, i) => {
    const twin = before[i];
    if (twin && !before.some((p) => idOf(p) === idOf(process))) known.set(idOf(process), idOf(twin));
  });
  const taken = new Set([...contained(a)].map(idOf));
  const claimed = new Set(known.values());
  for (const element of contained(b)) {
    const id = idOf(element);
    if (id === '') continue;
    const twin = known.get(id);
    const isOther = twin === undefined && taken.has(id) && (claimed.has(id) || element.$instanceOf('bpmn:FlowElement'));
    const name = twin ?? (isOther ? `${id}_2` : id);
    if (name === id) continue;
    own.set(name, id);
    element.set('id', name);
  }
  return own;
}

const processesOf = (definitions: ModdleElement): readonly ModdleElement[] =>
  [...contained(definitions)].filter(({ $type }) => $type === 'bpmn:Process');
