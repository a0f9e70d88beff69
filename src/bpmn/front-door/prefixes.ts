/**
 * Prefixes that no namespace was declared for. Strict readers refuse such a file whole, ours would leave out what has them: each gets
 * a namespace of its own, and what has it is kept like any other extension.
 */
import { split, tagsOf } from './tags.ts';

export interface Declared {
  readonly xml: string;
  /** Prefixes that were declared. */
  readonly prefixes: readonly string[];
}

const ALWAYS = new Set(['xml', 'xmlns', '']);

/** Declares what is not declared, at the root of well-formed XML. */
export function declarePrefixes(xml: string): Declared {
  const scopes: ReadonlySet<string>[] = [ALWAYS];
  const missing = new Set<string>();
  let root: number | undefined;
  for (const { name, from, closing, empty, attributes } of tagsOf(xml)) {
    if (closing) {
      scopes.pop();
      continue;
    }
    root ??= from + 1 + name.length;
    const outer = scopes.at(-1) ?? ALWAYS;
    const declared = attributes.filter((attribute) => attribute.name.startsWith('xmlns:'));
    const scope = declared.length === 0 ? outer : new Set([...outer, ...declared.map((a) => a.name.slice(6))]);
    for (const used of [name, ...attributes.map((attribute) => attribute.name)]) {
      const [prefix] = split(used);
      if (!scope.has(prefix)) missing.add(prefix);
    }
    if (!empty) scopes.push(scope);
  }
  const prefixes = [...missing].filter((prefix) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(prefix));
  if (root === undefined || prefixes.length === 0) return { xml, prefixes: [] };
  const declarations = prefixes.map((prefix) => ` xmlns:${prefix}="urn:undeclared:${prefix}"`).join('');
  return { xml: xml.slice(0, root) + declarations + xml.slice(root), prefixes };
}
