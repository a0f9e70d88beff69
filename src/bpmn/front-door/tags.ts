/** The markup of well-formed XML, one piece after the other, with the places of attributes and of the text behind tags. */

export interface Tag {
  readonly kind: 'tag';
  /** With its prefix; of a closing tag too. */
  readonly name: string;
  /** Place of its `<`. */
  readonly from: number;
  readonly closing: boolean;
  /** Closes itself. */
  readonly empty: boolean;
  readonly attributes: readonly Attribute[];
  /** Text between this tag and the next markup. */
  readonly text: Range;
}

/** A comment or a processing instruction, from its `<` to behind its `>`. */
export interface Remark extends Range {
  readonly kind: 'remark';
}

/** Places in the text: from `from` up to but not including `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Attribute {
  /** With its prefix. */
  readonly name: string;
  /** Its value, without quotes. */
  readonly value: Range;
}

const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];
const NAME = /<\/?([^\s<>/="'&?!]+)/y;
const ATTRIBUTE = /\s+([^\s<>/="']+)\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;

/** Walks XML that is known to be well-formed and without a document type. CDATA sections are passed over. */
export function* markupOf(xml: string): Generator<Tag | Remark> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = SKIPPED.find(([start]) => xml.startsWith(start, at));
    if (skipped) {
      const [start, end] = skipped;
      const from = at;
      at = xml.indexOf(end, at + start.length) + end.length;
      if (at < from) throw new Error(`no end of <${start}>`);
      if (start !== '<![CDATA[') yield { kind: 'remark', from, to: at };
      continue;
    }
    const tag = tagAt(xml, at);
    yield tag;
    at = tag.text.from;
  }
}

/** The tags alone. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const markup of markupOf(xml)) if (markup.kind === 'tag') yield markup;
}

/** Text at a place. */
export const textAt = (xml: string, { from, to }: Range): string => xml.slice(from, to);

/** `task` of `bpmn:task`, with the prefix before it, which is empty where there is none. */
export function split(name: string): readonly [prefix: string, localName: string] {
  const colon = name.indexOf(':');
  return [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
}

function tagAt(xml: string, at: number): Tag {
  NAME.lastIndex = at;
  const [opening = '', name = ''] = NAME.exec(xml) ?? [];
  const attributes: Attribute[] = [];
  ATTRIBUTE.lastIndex = at + opening.length;
  let end = ATTRIBUTE.lastIndex;
  for (let found = ATTRIBUTE.exec(xml); found; found = ATTRIBUTE.exec(xml)) {
    end = ATTRIBUTE.lastIndex;
    const quote = xml[end - 1] ?? '"';
    attributes.push({ name: found[1] ?? '', value: { from: xml.lastIndexOf(quote, end - 2) + 1, to: end - 1 } });
  }
  const from = xml.indexOf('>', end) + 1;
  if (from === 0) throw new Error(`no end of <${name}>`);
  const next = xml.indexOf('<', from);
  return {
    kind: 'tag',
    name,
    from: at,
    closing: opening.startsWith('</'),
    empty: xml[from - 2] === '/',
    attributes,
    text: { from, to: next < 0 ? xml.length : next },
  };
}
