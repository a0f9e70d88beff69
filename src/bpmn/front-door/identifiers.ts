/**
 * Ids and references that the model would drop, with everything they name, made usable: ids with letters beyond ASCII or with
 * spaces, ids that stand in a file twice, references with the prefix of a namespace or with line breaks around them. What was
 * replaced is remembered and written back on saving.
 */
import { applied, type Edit } from './edits.ts';
import { split, tagsOf, textAt, type Range, type Tag } from './tags.ts';

/** What an id was in the file. */
export interface OriginalId {
  readonly id: string;
  /** `illegal`: the model accepts no such id. `doubled`: another element has it. */
  readonly fault: 'illegal' | 'doubled';
}

/** What ids were in the file, by the ids they have here. */
export type OriginalIds = ReadonlyMap<string, OriginalId>;

export interface Repaired {
  readonly xml: string;
  readonly originals: OriginalIds;
  /** References that were written with a prefix or with spaces around them. */
  readonly tidied: number;
}

/** What moddle accepts as an id; XML itself allows more. */
const LEGAL = /^([a-z][\w-.]*:)?[a-z_][\w-.]*$/i;
const STANDARD = /^http:\/\/www\.omg\.org\/spec\/(BPMN|DD)\//;
const BPSIM = /^http:\/\/www\.bpsim\.org\//;
/** Attributes and elements whose text names another element. */
export const REFERENCE =
  /^(default|incoming|outgoing|source|target|supports|definition|bpmnElement|calledElement|validFor|labelStyle|choreographyActivityShape|(source|target)Element|(input|output)SetWith\w+|(incoming|outgoing)ConversationLinks|\w*Refs?)$/;
/** Attributes of other vocabularies that name an element of the process, as in QBP and Scylla. */
const FOREIGN_REFERENCE = /^(id|\w+Id)$/;
/** A text in quotes inside an expression, in any spelling of quotes. */
const QUOTED = /('|"|&apos;|&quot;|&#39;|&#34;)((?:(?!\1)[^])*)\1/g;

/** Repairs XML that is known to be well-formed; what needs no repair stays byte for byte. */
export function repairIdentifiers(xml: string): Repaired {
  const { ids, references, mentions } = identifiersIn(xml);
  const taken = new Set(ids.map((range) => textAt(xml, range)));
  const seen = new Set<string>();
  const replaced = new Map<string, string>();
  const originals = new Map<string, OriginalId>();
  const edits: Edit[] = [];
  for (const range of ids) {
    const id = textAt(xml, range);
    const known = seen.has(id);
    seen.add(id);
    const legal = LEGAL.test(id);
    if (legal && !known) continue;
    const text = free(legal ? `${id}_2` : legalised(id), taken);
    taken.add(text);
    // References mean the first of those that share an id.
    if (!known) replaced.set(id, text);
    originals.set(text, { id, fault: known ? 'doubled' : 'illegal' });
    edits.push({ ...range, text });
  }
  let tidied = 0;
  for (const range of references) {
    const written = textAt(xml, range);
    const id = resolved(written, seen);
    const text = id === undefined ? written : (replaced.get(id) ?? id);
    if (text === written) continue;
    if (id !== written) tidied += 1;
    edits.push({ ...range, text });
  }
  edits.push(...renamed(xml, mentions, replaced));
  return { xml: applied(xml, edits), originals, tidied };
}

/** Gives elements the ids they had in the file, unless something else has that id by now or means an element by its new one. */
export function restoreIdentifiers(xml: string, originals: OriginalIds): string {
  if (originals.size === 0) return xml;
  const { ids, references, mentions } = identifiersIn(xml);
  const present = new Set(ids.map((range) => textAt(xml, range)));
  const meant = new Set([...references, ...mentions].map((range) => textAt(xml, range)));
  const restored = new Map(
    [...originals]
      .filter(([id, { id: original, fault }]) => (fault === 'doubled' ? !meant.has(id) : !present.has(original)))
      .map(([id, { id: original }]) => [id, original]),
  );
  return applied(xml, renamed(xml, [...ids, ...references, ...mentions], restored));
}

const renamed = (xml: string, ranges: readonly Range[], names: ReadonlyMap<string, string>): readonly Edit[] =>
  names.size === 0
    ? []
    : ranges.flatMap((range) => {
        const text = names.get(textAt(xml, range));
        return text === undefined ? [] : [{ ...range, text }];
      });

interface Identifiers {
  /** Ids of BPMN and its diagrams. */
  readonly ids: readonly Range[];
  /** References of BPMN and its diagrams, and those of others that go by the same names. */
  readonly references: readonly Range[];
  /** Texts in other vocabularies that may be the id of an element: exactly as written or not at all. */
  readonly mentions: readonly Range[];
}

function identifiersIn(xml: string): Identifiers {
  const namespaces = new Map<string, 'standard' | 'bpsim'>();
  const found = { ids: [] as Range[], references: [] as Range[], mentions: [] as Range[] };
  let before = '';
  for (const tag of tagsOf(xml)) {
    if (tag.closing) continue;
    const [, parent] = split(before);
    before = tag.name;
    for (const { name, value } of tag.attributes) {
      if (!/^xmlns(:|$)/.test(name)) continue;
      const uri = textAt(xml, value);
      if (STANDARD.test(uri)) namespaces.set(name.slice(6), 'standard');
      else if (BPSIM.test(uri)) namespaces.set(name.slice(6), 'bpsim');
    }
    const [prefix, localName] = split(tag.name);
    const vocabulary = namespaces.get(prefix);
    for (const { name, value } of tag.attributes) {
      if (vocabulary === 'standard' && name === 'id') found.ids.push(value);
      else if (REFERENCE.test(name)) found.references.push(value);
      else if (vocabulary === undefined && FOREIGN_REFERENCE.test(name)) found.mentions.push(value);
      else if (vocabulary === 'bpsim' && name === 'value') found.mentions.push(...mentionsIn(xml, tag, value, parent));
    }
    if (vocabulary === 'standard' && tag.text.to > tag.text.from && REFERENCE.test(localName))
      found.references.push(tag.text);
  }
  return found;
}

/** BPSim's selections name resources in quotes inside of expressions, or by the whole text. */
function mentionsIn(xml: string, tag: Tag, value: Range, parent: string): readonly Range[] {
  const [, localName] = split(tag.name);
  if (localName === 'StringParameter') return parent === 'Selection' ? [value] : [];
  const text = textAt(xml, value);
  if (localName !== 'ExpressionParameter' || !text.includes('getResource')) return [];
  return Array.from(text.matchAll(QUOTED), ({ index, 1: quote = '', 2: inner = '' }) => {
    const from = value.from + index + quote.length;
    return { from, to: from + inner.length };
  });
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
