/** Finds the hot functions in the code of a bundle and writes the bundle again with what has become of them. */
import { parse } from 'acorn';
import { generate } from 'astring';
import { analyze, type Scope } from 'eslint-scope';
import { walk } from 'estree-walker';
import type { ArrowFunctionExpression, CallExpression, Function, FunctionExpression, Node, Program } from 'estree';
import { attachedMethods } from './hooks.ts';
import { identifier, type Names } from './names.ts';

/** A function of the bundle's top level that runs for every task. */
export interface HotFunction {
  readonly name: string;
  readonly code: ArrowFunctionExpression | FunctionExpression;
  /** Its declaration in the bundle; none of methods that are called through a variable. */
  readonly range?: readonly [start: number, end: number];
  /** Whether its body can stand in another function. */
  readonly canMove: boolean;
  /** Nodes of its body. */
  size: number;
}

export interface HotProgram {
  readonly functions: ReadonlyMap<string, HotFunction>;
  /** The bundle with the functions as they are now, as constants before everything else. */
  write(): string;
}

/**
 * Reads a bundle; `isHot` tells by name and position which functions of its top level are hot. Their local variables get unique names.
 * Throws where such a function is written to, generates or waits.
 */
export function readProgram(
  code: string,
  isHot: (name: string, position: number) => boolean,
  names: Names,
): HotProgram {
  // Both libraries follow the ESTree specification; their types differ in what they say of it.
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true }) as unknown as Program;
  const scopes = analyze(program, { ecmaVersion: 2022, sourceType: 'module' });
  const top = scopes.globalScope?.childScopes[0];
  const functions = new Map<string, HotFunction>();
  let others = code;
  let afterImports = 0;
  for (const statement of program.body) {
    const [start, end] = rangeOf(statement);
    if (statement.type === 'ImportDeclaration') afterImports = end;
    // Whether a `let` has been declared already is looked up at every access.
    if (statement.type === 'VariableDeclaration' && statement.kind === 'let')
      others = `${others.slice(0, start)}var${others.slice(start + 'let'.length)}`;
    const found = functionIn(statement);
    if (!found || !isHot(found.name, start)) continue;
    const { name, code } = found;
    const scope = scopes.acquire(found.node);
    const isWritten = top?.set.get(name)?.references.some((r) => r.isWrite() && !r.init);
    if (!scope || isWritten || code.async || code.generator) throw new Error(`<${name}> cannot be a hot function`);
    functions.set(name, hotFunction(name, code, scope, names, [start, end]));
  }
  for (const [variable, method] of attachedMethods(program)) {
    const calls = [...functions.values()].flatMap(({ code }) => callsOf(code, variable));
    const isMethod = method.type === 'FunctionExpression';
    const name = isMethod ? `${variable}$_attached` : method.name;
    const scope = isMethod && calls.length > 0 && scopes.acquire(method);
    if (scope) functions.set(name, hotFunction(name, method, scope, names));
    if (functions.has(name)) for (const { callee } of calls) if (callee.type === 'Identifier') callee.name = name;
  }
  return {
    functions,
    write() {
      if (functions.size === 0) return code;
      let constants = [...CONSTANTS].map(([name, constant]) => `const ${constant} = ${name};\n`).join('');
      let rest = '';
      let position = 0;
      for (const { name, code: current, range } of functions.values()) {
        constants += `const ${name} = ${generate(current)};\n`;
        if (!range) continue;
        rest += others.slice(position, range[0]);
        position = range[1];
      }
      rest += others.slice(position);
      return `${rest.slice(0, afterImports)}\n${constants}${rest.slice(afterImports)}`;
    },
  };
}

function hotFunction(
  name: string,
  code: HotFunction['code'],
  scope: Scope,
  names: Names,
  range?: readonly [number, number],
): HotFunction {
  walk(code, {
    enter(node, parent) {
      if (node.type === 'Property') node.shorthand = false;
      const constant = node.type === 'Identifier' && !isPropertyName(node, parent) && CONSTANTS.get(node.name);
      if (constant) this.replace(identifier(constant));
    },
  });
  names.makeUnique(scope);
  return { name, code, ...(range ? { range } : {}), canMove: canMove(code), size: sizeOf(code.body) };
}

/**
 * Numbers that are looked up by their names like any variable, as constants of the bundle. Where a compiler has not yet seen such a name
 * looked up it does not know that a number comes of it, and puts every number that may stand in its place into an object: millions in
 * a second.
 */
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['NaN', '$NaN'],
  ['Infinity', '$Infinity'],
]);

function isPropertyName(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent?.type === 'Property' && parent.key === node && !parent.computed;
}

function callsOf(code: Node, name: string): CallExpression[] {
  const calls: CallExpression[] = [];
  walk(code, {
    enter(node) {
      if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
        calls.push(node);
    },
  });
  return calls;
}

export const isFunction = (node: Node): node is Function =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

function sizeOf(code: Node): number {
  let size = 0;
  walk(code, {
    enter() {
      size++;
    },
  });
  return size;
}

/** The function that a call by name calls, if it is a hot one. */
export const calledFunction = (
  functions: HotProgram['functions'],
  { callee, optional }: CallExpression & { optional?: boolean },
): HotFunction | undefined => (callee.type === 'Identifier' && !optional ? functions.get(callee.name) : undefined);

function functionIn(statement: Node): { name: string; node: Function; code: HotFunction['code'] } | undefined {
  if (statement.type === 'FunctionDeclaration') {
    // As a constant, compilers know that it is never another one.
    const code: FunctionExpression = { ...statement, type: 'FunctionExpression', id: null };
    return { name: statement.id.name, node: statement, code };
  }
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return undefined;
  const [declared, more] = statement.declarations;
  if (!declared?.init || more || declared.id.type !== 'Identifier') return undefined;
  const { init } = declared;
  if (init.type !== 'ArrowFunctionExpression' && init.type !== 'FunctionExpression') return undefined;
  return { name: declared.id.name, node: init, code: init };
}

/** Closures, `this`, `arguments` and `try` mean something else elsewhere, or cost something there. */
function canMove(code: HotFunction['code']): boolean {
  let can = code.params.every(
    (p) => p.type === 'Identifier' || (p.type === 'AssignmentPattern' && p.left.type === 'Identifier'),
  );
  walk(code.body, {
    enter(node) {
      if (isFunction(node) || MEANS_ITS_PLACE.has(node.type) || LOOPS.has(node.type)) can = false;
      if (node.type === 'Identifier' && node.name === 'arguments') can = false;
    },
  });
  return can;
}

const MEANS_ITS_PLACE = new Set(['ThisExpression', 'Super', 'MetaProperty', 'TryStatement', 'ClassExpression']);

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);

function rangeOf(node: Node): [number, number] {
  if (!node.range) throw new Error('code without positions');
  return node.range;
}
