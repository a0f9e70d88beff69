/**
 * Attributes that the writer leaves out although nobody took them away: values that equal the default of BPMN, references that lead
 * nowhere, declarations of namespaces. Added again to elements that have no other value by then.
 */
import { applied, type Edit } from '../front-door/edits.ts';
import { split, textAt, type Attribute } from '../front-door/tags.ts';
import { isOwn, survey, type Anchor, type Place, type Survey } from './anchors.ts';
import type { Piece } from './pieces.ts';

/** Attributes as they were written, ` name="value"`, by element and name. */
export type LostAttributes = ReadonlyMap<Anchor, ReadonlyMap<string, string>>;

/** Attributes of elements with an id, and of those that are the first of their kind in one, that are in `original` but not in what the writer made of it. */
export function collectAttributes(
  xml: string,
  original: Survey,
  writtenXml: string,
  written: Survey,
  pieces: readonly Piece[],
): LostAttributes {
  const [root] = written.elements.values();
  const known = new Set(
    root?.tag.attributes.filter(({ name }) => /^xmlns(:|$)/.test(name)).map(({ value }) => textAt(writtenXml, value)),
  );
  // A namespace needs no second prefix, and one more would change the prefix the next reader chooses.
  const isNeeded = ({ name, value }: Attribute): boolean =>
    !name.startsWith('xmlns:') ||
    !known.has(textAt(xml, value)) ||
    pieces.some(({ raw }) => raw.includes(`${name.slice(6)}:`));
  const lost = new Map<Anchor, Map<string, string>>();
  const declared = new Set<string>();
  for (const [anchor, { tag, path }] of original.elements) {
    for (const { name } of tag.attributes) if (name.startsWith('xmlns:')) declared.add(name.slice(6));
    const now = written.elements.get(anchor);
    if (!now || !(isOwn(anchor) || isOnly(anchor)) || path.some((name) => split(name)[1] === 'extensionElements'))
      continue;
    const present = new Set(now.tag.attributes.map(({ name }) => name));
    const missing = tag.attributes.filter(
      (attribute) =>
        !present.has(attribute.name) &&
        isDeclared(attribute.name, declared) &&
        isNeeded(attribute) &&
        (isOwn(anchor) || attribute.name !== 'xsi:type'),
    );
    if (missing.length > 0)
      lost.set(anchor, new Map(missing.map(({ name, value }) => [name, quoted(name, textAt(xml, value))])));
  }
  return lost;
}

/** The declarations of namespaces that an element makes. */
export const declarationsOf = (xml: string, { tag }: Place): Map<string, string> =>
  new Map(
    tag.attributes
      .filter(({ name }) => name.startsWith('xmlns:'))
      .map(({ name, value }) => [name, quoted(name, textAt(xml, value))]),
  );

/** Nothing on the way from the next id is one of many. */
const isOnly = (anchor: Anchor): boolean => !/\[(?!1\])/.test(anchor);

const isDeclared = (name: string, declared: ReadonlySet<string>): boolean => {
  const [prefix] = split(name);
  // Which namespace has no prefix is for the writer to say.
  if (name === 'xmlns') return false;
  return prefix === '' || prefix === 'xmlns' || prefix === 'xml' || declared.has(prefix);
};

const quoted = (name: string, value: string): string => ` ${name}="${value.replaceAll('"', '&quot;')}"`;

/** Adds lost attributes to the elements that are still there. */
export function restoreAttributes(xml: string, lost: LostAttributes): string {
  if (lost.size === 0) return xml;
  const { elements } = survey(xml);
  const edits = [...lost].flatMap(([anchor, attributes]): readonly Edit[] => {
    const place = elements.get(anchor);
    return place ? added(place, attributes) : [];
  });
  return applied(xml, edits);
}

function added({ tag }: Place, attributes: ReadonlyMap<string, string>): readonly Edit[] {
  const present = new Set(tag.attributes.map(({ name }) => name));
  const missing = [...attributes].filter(([name]) => !present.has(name));
  const textOf = (declarations: boolean): string =>
    missing.flatMap(([name, written]) => (name.startsWith('xmlns:') === declarations ? [written] : [])).join('');
  const front = tag.from + 1 + tag.name.length;
  const last = tag.attributes.at(-1);
  const end = last ? last.value.to + 1 : front;
  // Of two prefixes for a namespace the next reader takes the last, which has to stay the writer's.
  return [
    { from: front, to: front, text: textOf(true) },
    { from: end, to: end, text: textOf(false) },
  ].filter(({ text }) => text !== '');
}
