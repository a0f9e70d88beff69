/** Names of local variables: each is unique in the whole program, so that code can be moved from one function into another. */
import { walk } from 'estree-walker';
import type { Scope } from 'eslint-scope';
import type { Identifier, Literal, Node } from 'estree';

/** No name in our sources looks like this, and no key of a property. */
const MARK = '$_';

export class Names {
  readonly #locals = new Set<string>();
  readonly #assigned = new Set<string>();
  #last = 0;

  /** A new local name that reads like `name`. */
  fresh(name: string): string {
    const unique = `${name.split(MARK)[0] ?? name}${MARK}${++this.#last}`;
    this.#locals.add(unique);
    return unique;
  }

  /** Says that the variable gets another value after its declaration. */
  assign(name: string): void {
    this.#assigned.add(name);
  }

  isAssigned(name: string): boolean {
    return this.#assigned.has(name);
  }

  /** Renames all variables of the scope and of those inside it. */
  makeUnique(scope: Scope): void {
    for (const { name, identifiers, references } of scope.variables) {
      if (identifiers.length === 0) continue; // `arguments`
      const unique = this.fresh(name);
      if (references.some((r) => r.isWrite() && !r.init)) this.assign(unique);
      for (const identifier of identifiers) identifier.name = unique;
      for (const { identifier } of references) identifier.name = unique;
    }
    for (const inner of scope.childScopes) this.makeUnique(inner);
  }

  /** Gives all locals in a copy of code names of their own. */
  renew(code: Node): void {
    const renewed = new Map<string, string>();
    walk(code, {
      enter: (node) => {
        if (node.type !== 'Identifier' || !this.#locals.has(node.name)) return;
        const name = renewed.get(node.name) ?? this.fresh(node.name);
        if (this.#assigned.has(node.name)) this.assign(name);
        renewed.set(node.name, name);
        node.name = name;
      },
    });
  }

  /** Whether looking the value up, earlier or later, changes nothing: a literal or a local. */
  isPure(node: Node): boolean {
    return isLiteral(node) || (node.type === 'Identifier' && this.#locals.has(node.name));
  }

  /** The same, and the value never changes. */
  isFixed(node: Node): boolean {
    return this.isPure(node) && !(node.type === 'Identifier' && this.#assigned.has(node.name));
  }
}

export const identifier = (name: string): Identifier => ({ type: 'Identifier', name });

const isLiteral = (node: Node): node is Literal =>
  node.type === 'Literal' || (node.type === 'UnaryExpression' && node.argument.type === 'Literal');
