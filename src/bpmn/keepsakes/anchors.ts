/**
 * Names for the places of a document that outlive editing and writing: an element with an id is called by it, any other by
 * its way from the next element above that has one.
 */
import { REFERENCE } from '../front-door/identifiers.ts';
import { markupOf, split, textAt, type Range, type Tag } from '../front-door/tags.ts';

/** Name of a place; the empty text is the document itself. */
export type Anchor = string;

/** An element from its `<` to behind its last `>`. */
export interface Place extends Range {
  /** Its opening tag. */
  readonly tag: Tag;
  /** The element it stands in. */
  readonly inside: Anchor;
  /** The last element before it in there; empty when it is the first. */
  readonly after: Anchor;
  /** Names of the elements around it, the outermost first. */
  readonly path: readonly string[];
}

/** A comment or processing instruction and where it stands. */
export interface PlacedRemark extends Range {
  readonly inside: Anchor;
  readonly after: Anchor;
  readonly path: readonly string[];
}

export interface Survey {
  /** Every element by its anchor, in the order in which they begin. */
  readonly elements: ReadonlyMap<Anchor, Place>;
  readonly remarks: readonly PlacedRemark[];
}

interface Frame {
  readonly anchor: Anchor;
  readonly path: readonly string[];
  readonly tag?: Tag;
  readonly counts: Map<string, number>;
  last: Anchor;
}

/** Surveys XML that is known to be well-formed. */
export function survey(xml: string): Survey {
  const elements = new Map<Anchor, Place>();
  const remarks: PlacedRemark[] = [];
  const frames: Frame[] = [{ anchor: '', path: [], counts: new Map(), last: '' }];
  const top = (): Frame => frames[frames.length - 1] ?? fail();
  for (const markup of markupOf(xml)) {
    if (markup.kind === 'remark') {
      const { anchor: inside, last: after, path } = top();
      remarks.push({ from: markup.from, to: markup.to, inside, after, path });
    } else if (!markup.closing) {
      const parent = top();
      const anchor = anchorOf(xml, markup, parent, elements);
      const { from } = markup;
      const { anchor: inside, last: after, path } = parent;
      elements.set(anchor, { from, to: markup.text.from, tag: markup, inside, after, path });
      parent.last = anchor;
      if (!markup.empty)
        frames.push({ anchor, path: [...path, markup.name], tag: markup, counts: new Map(), last: '' });
    } else if (frames.length > 1) {
      const { anchor } = frames.pop() ?? fail();
      const place = elements.get(anchor) ?? fail();
      elements.set(anchor, { ...place, to: markup.text.from });
    }
  }
  return { elements, remarks };
}

/** Whether the anchor is an id, so that it means the same element after editing. */
export const isOwn = (anchor: Anchor): boolean => anchor.startsWith('#') && !anchor.includes('/');

function anchorOf(xml: string, tag: Tag, { anchor, counts }: Frame, taken: ReadonlyMap<Anchor, Place>): Anchor {
  const id = tag.attributes.find(({ name }) => name === 'id');
  const own = id && `#${textAt(xml, id.value).replaceAll('/', '%2F')}`;
  if (own !== undefined && own !== '#' && !taken.has(own)) return own;
  const [, localName] = split(tag.name);
  const reference = REFERENCE.test(localName) ? `${anchor}/${localName}=${textAt(xml, tag.text).trim()}` : undefined;
  if (reference !== undefined && !taken.has(reference)) return reference;
  const count = (counts.get(localName) ?? 0) + 1;
  counts.set(localName, count);
  return `${anchor}/${localName}[${count}]`;
}

function fail(): never {
  throw new Error('closing tag without an element');
}
