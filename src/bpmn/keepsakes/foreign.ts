/** Blocks of other vocabularies in a document, wherever they stand, each as XML that can be read on its own. */
import { split, tagsOf, textAt } from '../front-door/tags.ts';

export interface ForeignBlock {
  /** URI of its namespace. */
  readonly namespace: string;
  readonly localName: string;
  /** The element as it was written, with the declarations that it inherits. */
  readonly xml: string;
}

type Scope = ReadonlyMap<string, string>;

/** The outermost elements of `xml` (of an opened document: ids are those of its tree) that are wanted, in document order. */
export function foreignBlocks(
  xml: string,
  isWanted: (namespace: string, localName: string) => boolean,
): readonly ForeignBlock[] {
  const found: ForeignBlock[] = [];
  const scopes: Scope[] = [new Map()];
  let wanted: { readonly from: number; readonly depth: number; readonly block: Omit<ForeignBlock, 'xml'> } | undefined;
  for (const tag of tagsOf(xml)) {
    const end = tag.text.from;
    if (!tag.closing) {
      const outer = scopes.at(-1) ?? new Map<string, string>();
      const declared = tag.attributes.filter(({ name }) => /^xmlns(:|$)/.test(name));
      const scope = declared.length === 0 ? outer : within(outer, xml, declared);
      const [prefix, localName] = split(tag.name);
      const namespace = scope.get(prefix) ?? '';
      if (!wanted && isWanted(namespace, localName))
        wanted = { from: tag.from, depth: scopes.length, block: { namespace, localName } };
      if (!tag.empty) scopes.push(scope);
    } else scopes.pop();
    if (wanted && scopes.length === wanted.depth) {
      found.push({ ...wanted.block, xml: selfContained(xml.slice(wanted.from, end), scopes.at(-1) ?? new Map()) });
      wanted = undefined;
    }
  }
  return found;
}

const within = (
  outer: Scope,
  xml: string,
  declared: readonly { name: string; value: { from: number; to: number } }[],
) => new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), textAt(xml, value)] as const)]);

/** The element with declarations of its surroundings that it does not make itself. */
function selfContained(element: string, scope: Scope): string {
  const [first] = tagsOf(element);
  if (!first) return element;
  const own = new Set(first.attributes.map(({ name }) => name));
  const inherited = [...scope]
    .map(([prefix, uri]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri] as const)
    .filter(([name]) => !own.has(name))
    .map(([name, uri]) => ` ${name}="${uri.replaceAll('"', '&quot;')}"`)
    .join('');
  const at = 1 + first.name.length;
  return element.slice(0, at) + inherited + element.slice(at);
}
