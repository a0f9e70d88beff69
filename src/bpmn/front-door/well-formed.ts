/** Walks XML markup once and finds the first place where it is broken; reads nothing else and expands nothing. */

/** Where markup is broken; line and column count from 1. */
export interface Fault {
  readonly code: 'xml-cut-off' | 'xml-broken' | 'xml-mismatched-tag' | 'xml-too-deep' | 'xml-too-many-attributes';
  readonly line: number;
  readonly column: number;
  /** What stands there: a tag, or the start of the broken text. */
  readonly what: string;
}

export interface Outline {
  readonly fault?: Fault;
  readonly root?: { readonly localName: string; readonly namespace: string };
  /** Range of the document type declaration. */
  readonly doctype?: { readonly from: number; readonly to: number };
}

/** Deeper nesting than any drawing needs; beyond it, tools that read by recursion break. */
const DEEPEST = 400;
/** More attributes of one element than any tool writes; beyond it, reading and writing take time by the square of their number. */
const MOST_ATTRIBUTES = 2000;

/** A tag's inside up to its end: name, then attributes with quoted values. */
const NAME = /[^\s<>/="'&?!]+/y;
const ATTRIBUTE = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;

/** Checks that tags are closed in order, that attributes are quoted and that there is one root. */
export function outline(xml: string): Outline {
  const found: { root?: Outline['root']; doctype?: Outline['doctype'] } = {};
  const open: string[] = [];
  const fault = (code: Fault['code'], at: number, what = xml.slice(at, at + 40)): Outline => ({
    ...strip(found),
    fault: { code, ...position(xml, at), what },
  });
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const between = xml.slice(at, tag < 0 ? xml.length : tag);
    if (open.length === 0 && between.trim() !== '') return fault('xml-broken', at + between.search(/\S/));
    if (tag < 0) break;
    const skipped = skip(xml, tag);
    if (skipped === 'open-ended') return fault('xml-cut-off', tag);
    if (skipped !== undefined) {
      if (xml.startsWith('<!DOCTYPE', tag)) found.doctype = { from: tag, to: skipped };
      at = skipped;
      continue;
    }
    const closing = xml[tag + 1] === '/';
    const name = match(NAME, xml, tag + (closing ? 2 : 1))?.[0];
    if (name === undefined) return fault(tag + 1 >= xml.length ? 'xml-cut-off' : 'xml-broken', tag);
    at = tag + (closing ? 2 : 1) + name.length;
    const attributes = new Map<string, string>();
    if (!closing) {
      for (let a = match(ATTRIBUTE, xml, at); a; a = match(ATTRIBUTE, xml, at)) {
        attributes.set(a[1] ?? '', a[2] ?? a[3] ?? '');
        at += a[0].length;
      }
      if (attributes.size > MOST_ATTRIBUTES) return fault('xml-too-many-attributes', tag, name);
    }
    const end = match(END, xml, at);
    if (!end) return fault(xml.indexOf('>', at) < 0 ? 'xml-cut-off' : 'xml-broken', tag);
    at += end[0].length;
    if (closing) {
      if (open.pop() !== name) return fault('xml-mismatched-tag', tag, name);
      continue;
    }
    if (open.length === 0) {
      if (found.root) return fault('xml-broken', tag);
      found.root = rootOf(name, attributes);
    }
    if (end[1] === '') open.push(name);
    if (open.length > DEEPEST) return fault('xml-too-deep', tag, name);
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? strip(found) : fault('xml-cut-off', xml.length, unclosed);
}

function match(pattern: RegExp, xml: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(xml);
}

/** End of a comment, CDATA section, processing instruction or DOCTYPE that starts at `at`; undefined for tags. */
function skip(xml: string, at: number): number | 'open-ended' | undefined {
  const until = (mark: string): number | 'open-ended' => {
    const end = xml.indexOf(mark, at + 2);
    return end < 0 ? 'open-ended' : end + mark.length;
  };
  if (xml.startsWith('<!--', at)) return until('-->');
  if (xml.startsWith('<![CDATA[', at)) return until(']]>');
  if (xml.startsWith('<?', at)) return until('?>');
  if (!xml.startsWith('<!', at)) return undefined;
  const bracket = /[[>]/g;
  bracket.lastIndex = at;
  if (bracket.exec(xml)?.[0] !== '[') return until('>');
  const subset = /\]\s*>/g;
  subset.lastIndex = at;
  const end = subset.exec(xml);
  return end ? end.index + end[0].length : 'open-ended';
}

function rootOf(name: string, attributes: ReadonlyMap<string, string>): NonNullable<Outline['root']> {
  const [prefix, localName] = name.includes(':') ? name.split(':', 2) : ['', name];
  return {
    localName: localName ?? name,
    namespace: attributes.get(prefix ? `xmlns:${prefix}` : 'xmlns')?.trim() ?? '',
  };
}

function position(xml: string, at: number): { readonly line: number; readonly column: number } {
  const before = xml.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const strip = (found: { root?: Outline['root']; doctype?: Outline['doctype'] }): Outline => ({
  ...(found.root ? { root: found.root } : {}),
  ...(found.doctype ? { doctype: found.doctype } : {}),
});
