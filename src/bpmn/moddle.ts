/** The moddle tree as this folder sees it: strictly typed access to BPMN elements and to foreign (generic) ones. */

/** The model that made a tree: creates, reads and writes its elements. */
export interface Moddle {
  create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
  createAny(name: string, namespace: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
  fromXML(xml: string): Promise<ParseResult>;
  toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
}

/** What moddle read; `warnings` tell what it could not. */
export interface ParseResult {
  readonly rootElement: ModdleElement;
  readonly warnings: readonly ParseWarning[];
}

export interface ParseWarning {
  readonly message: string;
}

/** An element of the tree. Elements of vendors are generic: plain attributes plus `$children` and `$body`. */
export interface ModdleElement {
  readonly $type: string;
  readonly $descriptor: {
    readonly isGeneric?: boolean;
    readonly ns: { readonly prefix?: string; readonly localName: string; readonly uri?: string };
  };
  readonly $model: Moddle;
  $parent?: ModdleElement;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

/** Whether `value` is an element of a moddle tree. */
export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** Text of a property; absent, empty and non-text values are undefined. */
export function text(element: ModdleElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Value of a boolean property, which has a default in BPMN's own types. */
export const flag = (element: ModdleElement, name: string): boolean => element.get(name) === true;

/** The element a property holds or refers to; undefined when it is absent or the reference dangles. */
export function one(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

/** The elements a list property holds or refers to; dangling references are left out. */
export function many(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The list behind a property, for changing it; made when missing. */
export function list(element: ModdleElement, name: string): unknown[] {
  const value = element.get(name);
  if (Array.isArray(value)) return value;
  const made: unknown[] = [];
  element.set(name, made);
  return made;
}

/** The element's id, or an empty text. */
export const idOf = (element: ModdleElement): string => text(element, 'id') ?? '';

/** Id and name as messages and models want them. */
export function named(element: ModdleElement): { readonly id: string; readonly name?: string } {
  const name = text(element, 'name');
  return { id: idOf(element), ...(name === undefined ? {} : { name }) };
}

/** What an element is called in files: `userTask`, `BPMNShape`. */
export const localNameOf = ({ $descriptor: { ns } }: ModdleElement): string =>
  ns.localName.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());

/** Every element contained in `root` (not those merely referred to), `root` first, in document order. */
export function* contained(root: ModdleElement): Generator<ModdleElement> {
  const stack: ModdleElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    const owner = element;
    const children = Object.keys(owner)
      .flatMap((key): readonly unknown[] => {
        const value = key === '$type' ? undefined : owner.get(key);
        return Array.isArray(value) ? value : [value];
      })
      .filter(isElement)
      .filter((child) => child.$parent === owner);
    stack.push(...children.reverse());
  }
}
