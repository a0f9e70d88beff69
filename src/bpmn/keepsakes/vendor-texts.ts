/**
 * Extensions of vendors as they were written: the writer knows elements and attributes only, so it would lose comments, move text
 * between elements and change quotes. What nobody changed is put back byte for byte.
 */
import { tagsOf, textAt, type Range } from '../front-door/tags.ts';

/** Extensions that the writer writes differently, by the id of the element they belong to. */
export type VendorTexts = ReadonlyMap<string, VendorText>;

interface VendorText {
  readonly original: string;
  /** What the writer makes of it. */
  readonly written: string;
}

/** Compares the extensions of a document with what the writer makes of the unchanged document. */
export function vendorTexts(original: string, written: string): VendorTexts {
  const after = extensionsIn(written);
  const declared = declaredIn(written);
  const texts = new Map<string, VendorText>();
  for (const [id, range] of extensionsIn(original)) {
    const place = after.get(id);
    if (!place) continue;
    const now = textAt(written, place);
    const before = rewrapped(textAt(original, range), now);
    if (before !== undefined && before !== now && isDeclared(before, declared))
      texts.set(id, { original: before, written: now });
  }
  return texts;
}

/** The original inside of the tags that the writer uses, which may have another prefix; undefined where that would change its meaning. */
function rewrapped(original: string, written: string): string | undefined {
  const [before, after] = [original, written].map((text) => /^<([^\s>]+)/.exec(text)?.[1] ?? '');
  if (before === undefined || after === undefined || before === after) return original;
  const inner = original.replace(/^<[^\s>]+/, '').replace(/<\/[^<>]+>$/, '');
  const isBare = [...tagsOf(inner)].some(({ name }) => !name.includes(':'));
  return isBare ? undefined : `<${after}${inner}</${after}>`;
}

/** Puts the original of every extension that still says the same into newly written XML. */
export function restoreVendorTexts(xml: string, texts: VendorTexts): string {
  if (texts.size === 0) return xml;
  const pieces: string[] = [];
  let at = 0;
  for (const [id, range] of extensionsIn(xml)) {
    const text = texts.get(id);
    if (!text || !same(text.written, textAt(xml, range))) continue;
    pieces.push(xml.slice(at, range.from), text.original);
    at = range.to;
  }
  return [...pieces, xml.slice(at)].join('');
}

/** Where the extensions of each element with an id are, in the order of the document. */
function extensionsIn(xml: string): ReadonlyMap<string, Range> {
  const found = new Map<string, Range>();
  const open: { readonly from: number; readonly id: string }[] = [];
  for (const { name, from, closing, empty, attributes, text } of tagsOf(xml)) {
    if (closing) {
      const start = open.pop();
      const owner = open.at(-1)?.id ?? '';
      if (start && owner !== '' && /(^|:)extensionElements$/.test(name))
        found.set(owner, { from: start.from, to: text.from });
    } else if (!empty) {
      const id = attributes.find((attribute) => attribute.name === 'id');
      open.push({ from, id: id ? textAt(xml, id.value) : '' });
    }
  }
  return found;
}

/** Indentation follows the place of the element and says nothing. */
const same = (a: string, b: string): boolean => a.replace(/\n\s*/g, '\n') === b.replace(/\n\s*/g, '\n');

/** Whether every prefix of the text is one of `declared` or declared in the text. */
function isDeclared(text: string, declared: ReadonlySet<string>): boolean {
  const own = declaredIn(text);
  return [...tagsOf(text)]
    .flatMap((tag) => [tag.name, ...tag.attributes.map(({ name }) => name)])
    .filter((name) => name.includes(':') && !/^xml(ns)?:/.test(name))
    .map((name) => name.slice(0, name.indexOf(':')))
    .every((prefix) => declared.has(prefix) || own.has(prefix));
}

/** Prefixes that are declared anywhere in the text. */
const declaredIn = (xml: string): ReadonlySet<string> =>
  new Set(Array.from(xml.matchAll(/ xmlns:([^\s=]+)=/g), ([, prefix = '']) => prefix));
