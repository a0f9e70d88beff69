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

/** An element of extensions. */
interface Extension extends Range {
  /** What tags without a prefix mean in it, as written; empty where nothing says. */
  readonly namespace: string;
}

/** Compares the extensions of a document with what the writer makes of the unchanged document. */
export function vendorTexts(original: string, written: string): VendorTexts {
  const after = extensionsIn(written);
  const declared = declaredIn(written);
  const texts = new Map<string, VendorText>();
  for (const [id, extension] of extensionsIn(original)) {
    const place = after.get(id);
    if (!place) continue;
    const now = textAt(written, place);
    const before = rewrapped(textAt(original, extension), extension.namespace, now, place.namespace);
    if (before !== now && isDeclared(before, declared)) texts.set(id, { original: before, written: now });
  }
  return texts;
}

/**
 * The original where the writer's tags may have other prefixes: in tags as the writer has them or, when there are elements without a
 * prefix in it, with what these mean.
 */
function rewrapped(original: string, meant: string, written: string, means: string): string {
  const [before = '', after = ''] = [original, written].map((text) => /^<([^\s>]+)/.exec(text)?.[1]);
  if (before === after) return original;
  const inner = original.replace(/^<[^\s>]+/, '');
  const isBare = meant !== means && [...tagsOf(inner)].some(({ name, closing }) => !closing && !name.includes(':'));
  if (!isBare) return `<${after}${inner.replace(/<\/[^<>]+>$/, `</${after}>`)}`;
  return /^[^<>]*\sxmlns=/.test(inner) ? original : `<${before} xmlns="${meant.replaceAll('"', '&quot;')}"${inner}`;
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

/** Where the extensions of each element with an id are, in the order of the document; what stands inside of others goes with them. */
function extensionsIn(xml: string): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  const open: (Omit<Extension, 'to'> & { readonly id: string; readonly isExtension: boolean })[] = [];
  for (const { name, from, closing, empty, attributes, text } of tagsOf(xml)) {
    if (closing) {
      const start = open.pop();
      const owner = open.at(-1);
      if (start?.isExtension && owner && owner.id !== '' && !open.some(({ isExtension }) => isExtension))
        found.set(owner.id, { from: start.from, to: text.from, namespace: owner.namespace });
    } else if (!empty) {
      const valueOf = (wanted: string): string | undefined => {
        const attribute = attributes.find((candidate) => candidate.name === wanted);
        return attribute && textAt(xml, attribute.value);
      };
      open.push({
        from,
        id: valueOf('id') ?? '',
        namespace: valueOf('xmlns') ?? open.at(-1)?.namespace ?? '',
        isExtension: /(^|:)extensionElements$/.test(name),
      });
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
