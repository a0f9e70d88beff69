/**
 * What a document said in BPSim when it was opened. Scenarios are always written on top of that, so the same scenarios give
 * the same text whatever was tried and undone before, and nothing edited means not a byte changed.
 */
import { contained, idOf, list, many, one, type ModdleElement } from '../../../bpmn/moddle.ts';

export class BpsimSnapshot {
  private readonly relationships: readonly ModdleElement[];
  private readonly resources: ReadonlySet<ModdleElement>;
  private readonly contents: ReadonlyMap<ModdleElement, Readonly<Record<string, unknown>>>;
  /** Parameter elements, with the element of the process they were about. */
  private readonly about: ReadonlyMap<ModdleElement, string>;

  constructor(private readonly definitions: ModdleElement) {
    this.relationships = many(definitions, 'relationships');
    this.resources = new Set(many(definitions, 'rootElements').filter(isResource));
    const ids = idsOf(definitions);
    const contents = new Map<ModdleElement, Readonly<Record<string, unknown>>>();
    const about = new Map<ModdleElement, string>();
    for (const element of [...this.resources, ...places(definitions).flatMap((place) => [...subtree(place)])]) {
      contents.set(element, contentOf(element));
      const reference = element.$descriptor.isGeneric ? element.get('elementRef') : undefined;
      if (typeof reference === 'string' && ids.has(reference)) about.set(element, reference);
    }
    this.contents = contents;
    this.about = about;
  }

  /** Puts the document back to what it said then, without what it said of elements that are gone. */
  restore(): void {
    for (const [element, content] of this.contents) {
      for (const key of Object.keys(element)) if (!(key in content)) Reflect.deleteProperty(element, key);
      for (const [key, value] of Object.entries(content))
        Reflect.set(element, key, Array.isArray(value) ? [...(value as readonly unknown[])] : value);
    }
    replace(list(this.definitions, 'relationships'), this.relationships);
    const roots = list(this.definitions, 'rootElements');
    const written = new Set<unknown>(
      many(this.definitions, 'rootElements').filter((root) => isResource(root) && !this.resources.has(root)),
    );
    replace(
      roots,
      roots.filter((root) => !written.has(root)),
    );
    this.forgetDeleted();
  }

  private forgetDeleted(): void {
    const ids = idsOf(this.definitions);
    for (const [element, reference] of this.about) {
      if (ids.has(reference) || !element.$parent) continue;
      const siblings = list(element.$parent, '$children');
      const index = siblings.indexOf(element);
      if (index >= 0) siblings.splice(index, 1);
    }
  }
}

/** Where BPSim data may stand: in relationships, where the standard wants it, and in extensions of any element. */
function places(definitions: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [];
  for (const element of contained(definitions)) {
    if (element.$descriptor.isGeneric) continue;
    const extensions = one(element, 'extensionElements');
    if (extensions && many(extensions, 'values').some((value) => value.$descriptor.ns.localName === 'BPSimData'))
      found.push(extensions);
  }
  return found;
}

function* subtree(element: ModdleElement): Generator<ModdleElement> {
  yield element;
  for (const child of many(element, element.$descriptor.isGeneric ? '$children' : 'values')) yield* subtree(child);
}

const contentOf = (element: ModdleElement): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(element).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? [...(value as readonly unknown[])] : value,
    ]),
  );

const idsOf = (definitions: ModdleElement): ReadonlySet<string> => new Set([...contained(definitions)].map(idOf));

const isResource = (root: ModdleElement): boolean => root.$type === 'bpmn:Resource';

function replace(target: unknown[], content: readonly unknown[]): void {
  target.splice(0, target.length, ...content);
}
