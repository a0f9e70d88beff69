/**
 * Ids and references that the model would drop, with everything they name, made usable: ids with letters beyond ASCII or with
 * spaces, ids that stand in a file twice, references with the prefix of a namespace or with line breaks around them.
 */
import { issue, type Issue } from '#simulation';
import { tagsOf, type Range } from './tags.ts';

export interface Repaired {
  readonly xml: string;
  /** One finding per kind of repair, with an example. */
  readonly issues: readonly Issue[];
}

/** What moddle accepts as an id; XML itself allows more. */
const LEGAL = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i;
const NAMESPACES = /^http:\/\/www\.omg\.org\/spec\/(BPMN|DD)\//;
/** Attributes and elements whose text names another element. */
const REFERENCE = /^(default|incoming|outgoing|source|target|supports|bpmnElement|calledElement|validFor|\w*Refs?)$/;

interface Edit extends Range {
  readonly text: string;
}

/** Repairs XML that is known to be well-formed; what needs no repair stays byte for byte. */
export function repairIdentifiers(xml: string): Repaired {
  const { ids, references } = identifiersIn(xml);
  const taken = new Set(ids.map(({ from, to }) => xml.slice(from, to)));
  const seen = new Set<string>();
  const replaced = new Map<string, string>();
  const edits: Edit[] = [];
  const illegal: Example[] = [];
  const doubled: Example[] = [];
  for (const range of ids) {
    const id = xml.slice(range.from, range.to);
    const known = seen.has(id);
    seen.add(id);
    const legal = LEGAL.test(id);
    if (legal && !known) continue;
    const text = free(legal ? `${id}_2` : legalised(id), taken);
    taken.add(text);
    // References mean the first of those that share an id.
    if (!known) replaced.set(id, text);
    (known ? doubled : illegal).push({ id, text });
    edits.push({ ...range, text });
  }
  let tidied = 0;
  for (const range of references) {
    const written = xml.slice(range.from, range.to);
    const id = resolved(written, seen);
    const text = id === undefined ? written : (replaced.get(id) ?? id);
    if (text === written) continue;
    if (id !== written) tidied += 1;
    edits.push({ ...range, text });
  }
  return {
    xml: applied(xml, edits),
    issues: [
      ...finding('ids-replaced', illegal),
      ...finding('ids-doubled', doubled),
      ...(tidied > 0 ? [issue('info', 'references-tidied', undefined, { count: tidied })] : []),
    ],
  };
}

interface Example {
  readonly id: string;
  readonly text: string;
}

function identifiersIn(xml: string): { readonly ids: readonly Range[]; readonly references: readonly Range[] } {
  const prefixes = new Set<string>();
  const ids: Range[] = [];
  const references: Range[] = [];
  for (const { name, closing, attributes, text } of tagsOf(xml)) {
    for (const { name: attribute, value } of attributes)
      if (/^xmlns(:|$)/.test(attribute) && NAMESPACES.test(xml.slice(value.from, value.to)))
        prefixes.add(attribute.slice(6));
    const [prefix, localName] = split(name);
    const standard = prefixes.has(prefix);
    for (const { name: attribute, value } of attributes) {
      if (attribute === 'id' && standard) ids.push(value);
      else if (REFERENCE.test(attribute)) references.push(value);
    }
    if (standard && !closing && text.to > text.from && REFERENCE.test(localName)) references.push(text);
  }
  return { ids, references };
}

function split(name: string): readonly [prefix: string, localName: string] {
  const colon = name.indexOf(':');
  return [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
}

/** The id that a reference means: as written, without white space around it, without a prefix. */
function resolved(reference: string, ids: ReadonlySet<string>): string | undefined {
  const trimmed = reference.trim();
  return [reference, trimmed, split(trimmed)[1]].find((id) => ids.has(id));
}

/** The same for the same id, so that a file opened twice has the same ids. */
function legalised(id: string): string {
  const ascii = id
    .trim()
    .replace(/[^\w.-]/gu, (character) =>
      character.charCodeAt(0) < 128 ? '_' : `_u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
    );
  return /^[a-z_]/i.test(ascii) ? ascii : `_${ascii}`;
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted.replace(/_2$/, '')}_${n}`;
  return id;
}

function applied(xml: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return xml;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  return [...pieces, xml.slice(at)].join('');
}

function finding(code: string, found: readonly Example[]): readonly Issue[] {
  const [first] = found;
  return first
    ? [issue('warning', code, undefined, { count: found.length, id: first.id, replacement: first.text })]
    : [];
}
