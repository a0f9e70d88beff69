/** XML of other tools as plain trees: local names with their namespaces, so that prefixes never matter. */
import { Parser } from 'saxen';

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Empty = none. */
  readonly namespace: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
}

interface Open {
  readonly element: { text: string } & Omit<XmlElement, 'children' | 'text'> & { readonly children: XmlElement[] };
  readonly prefixes: ReadonlyMap<string, string>;
}

/** The root of well-formed XML; undefined when there is none. Broken places are read over. */
export function parseXml(xml: string): XmlElement | undefined {
  const parser = new Parser();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  parser.on('openTag', (qualified, attributesOf, decode) => {
    const parent = open.at(-1);
    const attributes = new Map<string, string>();
    let prefixes = parent?.prefixes ?? NO_PREFIXES;
    for (const [name, value] of Object.entries(attributesOf())) {
      const text = decode(value);
      if (/^xmlns(:|$)/.test(name)) prefixes = new Map(prefixes).set(name.slice(6), text);
      else attributes.set(name.slice(name.indexOf(':') + 1), text);
    }
    const colon = qualified.indexOf(':');
    const namespace = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? '';
    const element = { name: qualified.slice(colon + 1), namespace, attributes, children: [], text: '' };
    parent?.element.children.push(element);
    root ??= element;
    open.push({ element, prefixes });
  });
  const addText = (text: string): void => {
    const parent = open.at(-1)?.element;
    if (parent) parent.text = `${parent.text}${text}`.trim();
  };
  parser.on('text', (text, decode) => {
    if (text.trim() !== '') addText(decode(text));
  });
  parser.on('cdata', addText);
  parser.on('closeTag', () => {
    open.pop();
  });
  // Well-formedness was checked at the door, with the place of the fault; what is left here is read over.
  parser.on('error', () => undefined);
  parser.on('warn', () => undefined);
  parser.parse(xml);
  return root;
}

const NO_PREFIXES: ReadonlyMap<string, string> = new Map();

/** Every element below (and with) `root` that `wanted` accepts, in document order. */
export function* elementsIn(root: XmlElement, wanted: (element: XmlElement) => boolean): Generator<XmlElement> {
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (wanted(element)) yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child) stack.push(child);
    }
  }
}

/** Children of one name, in any namespace. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** Children two levels down: `list/item`, as most formats wrap their lists. */
export const listed = (element: XmlElement | undefined, list: string, item: string): readonly XmlElement[] =>
  childrenOf(element, list).flatMap((found) => childrenOf(found, item));

/** An attribute, trimmed; undefined when absent or blank. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.trim() || undefined;

/** A finite number in an attribute; undefined when absent, blank, `NaN` or no number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = attributeOf(element, name);
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A finite number as the text of a child. */
export function numberIn(element: XmlElement | undefined, name: string): number | undefined {
  const text = childOf(element, name)?.text;
  const number = text === undefined || text === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element as XML text, two blanks per level; attributes without a value are left out. */
export function formatXml(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  content: readonly string[] | string | number = [],
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]))
    .join('');
  if (typeof content !== 'object') return `<${name}${written}>${escapeXml(String(content))}</${name}>`;
  if (content.length === 0) return `<${name}${written}/>`;
  const inner = content.map((child) => `  ${child.replaceAll('\n', '\n  ')}\n`).join('');
  return `<${name}${written}>\n${inner}</${name}>`;
}

/** Text for an attribute or between tags; characters that XML 1.0 forbids are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
