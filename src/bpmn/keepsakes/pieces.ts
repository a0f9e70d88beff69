/**
 * What a file holds but the model has no place for: comments, processing instructions and elements the reader cannot read. Kept as
 * they were written, and put back beside the same neighbours.
 */
import { applied, type Edit } from '../front-door/edits.ts';
import { REFERENCE } from '../front-door/identifiers.ts';
import { split, textAt } from '../front-door/tags.ts';
import { survey, type Anchor, type Place, type Survey } from './anchors.ts';

export interface Piece {
  readonly kind: 'remark' | 'element';
  /** As it was written. */
  readonly raw: string;
  /** Where it began in the text it was taken from. */
  readonly from: number;
  /** The element it stood in; empty beside the root. */
  readonly inside: Anchor;
  /** The last element before it that the model knows; empty when it was the first. */
  readonly after: Anchor;
}

/** What the reader complained about. */
export interface Unread {
  /** Places of content it could not read. */
  readonly content: ReadonlySet<number>;
  /** References to what is not there; it leaves them out. */
  readonly references: ReadonlySet<string>;
}

/** Pieces of `original` that are not in `written`, which is what the writer made of it. */
export function collectPieces(xml: string, original: Survey, written: Survey, unread: Unread): readonly Piece[] {
  const lost = new Set<Anchor>();
  const found: Piece[] = [];
  const isLost = (anchor: Anchor, { from, tag, path }: Place): boolean =>
    unread.content.has(from)
      ? !written.elements.has(anchor)
      : REFERENCE.test(split(tag.name)[1]) && !inExtension(path) && unread.references.has(textAt(xml, tag.text).trim());
  for (const [anchor, place] of original.elements) {
    if (lost.has(place.inside)) lost.add(anchor);
    else if (isLost(anchor, place)) {
      lost.add(anchor);
      found.push({ ...pieceOf(xml, original, lost, place), kind: 'element' });
    }
  }
  for (const remark of original.remarks) {
    const isDeclaration = /^<\?xml\s/i.test(xml.slice(remark.from, remark.from + 6));
    if (isDeclaration || lost.has(remark.inside) || inExtension(remark.path)) continue;
    found.push({ ...pieceOf(xml, original, lost, remark), kind: 'remark' });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Whether an extension that was put back as a whole brought the piece along. */
const isThere = (xml: string, parent: Place, { raw }: Piece): boolean =>
  inExtension([...parent.path, parent.tag.name]) && textAt(xml, parent).includes(raw);

/** Comments in extensions are kept with the extension as a whole. */
const inExtension = (path: readonly string[]): boolean => path.some((name) => /(^|:)extensionElements$/.test(name));

function pieceOf(
  xml: string,
  { elements }: Survey,
  lost: ReadonlySet<Anchor>,
  place: { readonly from: number; readonly to: number; readonly inside: Anchor; readonly after: Anchor },
): Omit<Piece, 'kind'> {
  let { after } = place;
  while (lost.has(after)) after = elements.get(after)?.after ?? '';
  return { raw: textAt(xml, place), inside: place.inside, after, from: place.from };
}

/** Puts pieces back. Those whose surroundings are gone went with them. */
export function restorePieces(xml: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return xml;
  const { elements } = survey(xml);
  const opened = new Map<Place, string[]>();
  const edits: Edit[] = [];
  for (const piece of pieces) {
    const sibling = elements.get(piece.after);
    const parent = elements.get(piece.inside);
    if (parent && isThere(xml, parent, piece)) continue;
    if (sibling && sibling.inside === piece.inside)
      edits.push(at(sibling.to, `${indentOf(xml, sibling.from)}${piece.raw}`));
    else if (piece.inside === '') edits.push(beforeRoot(xml, elements, piece.raw));
    else if (parent?.tag.empty) opened.set(parent, [...(opened.get(parent) ?? []), piece.raw]);
    else if (parent) edits.push(at(parent.tag.text.from, `${indentInside(xml, parent)}${piece.raw}`));
  }
  for (const [{ from, to, tag }, raws] of opened) {
    const indent = indentOf(xml, from);
    const inner = raws.map((raw) => `${indent === '' ? '' : `${indent}  `}${raw}`).join('');
    const end = from + xml.slice(from, tag.text.from - 2).trimEnd().length;
    edits.push({ from: end, to, text: `>${inner}${indent}</${tag.name}>` });
  }
  return applied(xml, edits);
}

const at = (place: number, text: string): Edit => ({ from: place, to: place, text });

function beforeRoot(xml: string, elements: ReadonlyMap<Anchor, Place>, raw: string): Edit {
  const [root] = elements.values();
  return at(root?.from ?? xml.length, `${raw}\n`);
}

/** Line break and blanks before a place; nothing when something else stands before it, as inside of text. */
const indentOf = (xml: string, place: number): string =>
  /\n[ \t]*$/.exec(xml.slice(Math.max(0, place - 400), place))?.[0] ?? '';

/** The same for the first child of an element. */
const indentInside = (xml: string, { tag }: Place): string =>
  /^\n[ \t]*(?=<)/.exec(xml.slice(tag.text.from, tag.text.from + 400))?.[0] ?? '';
