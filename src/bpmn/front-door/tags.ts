/** The tags of well-formed XML, one after the other, with the places of their attributes and of the text behind them. */

export interface Tag {
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

/** Walks XML that is known to be well-formed and without a document type. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = SKIPPED.find(([start]) => xml.startsWith(start, at));
    if (skipped) {
      const [start, end] = skipped;
      at = xml.indexOf(end, at + start.length) + end.length;
      continue;
    }
    NAME.lastIndex = at;
    const [opening = '', name = ''] = NAME.exec(xml) ?? [];
    const attributes: Attribute[] = [];
    ATTRIBUTE.lastIndex = at + opening.length;
    let end = ATTRIBUTE.lastIndex;
    for (let found = ATTRIBUTE.exec(xml); found; found = ATTRIBUTE.exec(xml)) {
      end = ATTRIBUTE.lastIndex;
      const quote = xml[end - 1] ?? '"';
      attributes.push({
        name: found[1] ?? '',
        value: { from: xml.lastIndexOf(quote, end - 2) + 1, to: end - 1 },
      });
    }
    const from = xml.indexOf('>', end) + 1;
    const next = xml.indexOf('<', from);
    yield {
      name,
      from: at,
      closing: opening.startsWith('</'),
      empty: xml[from - 2] === '/',
      attributes,
      text: { from, to: next < 0 ? xml.length : next },
    };
    at = from;
  }
}
