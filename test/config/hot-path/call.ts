/** Writes the body of a function in the place of a call of it. */
import { walk } from 'estree-walker';
import type {
  BlockStatement,
  CallExpression,
  Expression,
  ExpressionStatement,
  Function,
  LabeledStatement,
  Node,
  Statement,
  VariableDeclaration,
} from 'estree';
import { identifier, type Names } from './names.ts';
import type { HotFunction } from './program.ts';

/** What the call's arguments become: variables set before, or values known in advance, by parameter. */
interface Bindings {
  readonly variables: readonly { readonly name: string; readonly value: Expression }[];
  readonly values: ReadonlyMap<string, Expression>;
}

/** The call as an expression; variables it needs are to be declared in the function around it. Undefined when it takes statements. */
export function asExpression(
  call: CallExpression,
  called: HotFunction,
  names: Names,
): { expression: Expression; variables: readonly string[] } | undefined {
  if (!resultOf(called.code)) return undefined;
  const copy = copyOf(called, names);
  const result = resultOf(copy);
  const bindings = result && bind(call, copy, names);
  if (!bindings) return undefined;
  const { variables } = bindings;
  const slot: ExpressionStatement = { type: 'ExpressionStatement', expression: result };
  setValues(slot, bindings.values);
  for (const { name } of variables) names.assign(name);
  const sets = variables.map(({ name, value }): Expression => ({
    type: 'AssignmentExpression',
    operator: '=',
    left: identifier(name),
    right: value,
  }));
  return {
    expression:
      sets.length > 0 ? { type: 'SequenceExpression', expressions: [...sets, slot.expression] } : slot.expression,
    variables: variables.map(({ name }) => name),
  };
}

/** What becomes of the value of a call: a variable's, nobody's, or what the function around returns. */
export type Use = { readonly variable: string } | 'none' | 'return';

/** The call as statements: first those that set its parameters, then its body. Undefined when its arguments do not fit. */
export function asStatements(
  call: CallExpression,
  called: HotFunction,
  use: Use,
  names: Names,
): { parameters: VariableDeclaration[]; body: Statement } | undefined {
  const copy = copyOf(called, names);
  const bindings = bind(call, copy, names);
  if (!bindings) return undefined;
  const block: BlockStatement =
    copy.body.type === 'BlockStatement'
      ? copy.body
      : { type: 'BlockStatement', body: [{ type: 'ReturnStatement', argument: copy.body }] };
  setValues(block, bindings.values);
  const parameters = bindings.variables.map(({ name, value }): VariableDeclaration => ({
    type: 'VariableDeclaration',
    kind: names.isAssigned(name) ? 'let' : 'const',
    declarations: [{ type: 'VariableDeclarator', id: identifier(name), init: value }],
  }));
  if (use === 'return') {
    if (block.body.at(-1)?.type !== 'ReturnStatement') block.body.push({ type: 'ReturnStatement' });
    return { parameters, body: block };
  }
  return { parameters, body: withoutReturns(block, use, names) };
}

/** What the function returns when that is all it does. */
function resultOf({ body }: Function): Expression | undefined {
  if (body.type !== 'BlockStatement') return body;
  const [first, more] = body.body;
  return first?.type === 'ReturnStatement' && !more ? (first.argument ?? undefined) : undefined;
}

function copyOf({ code }: HotFunction, names: Names): HotFunction['code'] {
  const copy = structuredClone(code);
  names.renew(copy);
  return copy;
}

function bind({ arguments: given }: CallExpression, { params }: Function, names: Names): Bindings | undefined {
  const variables: { name: string; value: Expression }[] = [];
  const values = new Map<string, Expression>();
  if (given.length > params.length) return undefined;
  for (const [i, param] of params.entries()) {
    const target = param.type === 'AssignmentPattern' ? param.left : param;
    const argument = given[i];
    // Whether a default value takes the place of an argument that is more than a literal is seen at run time only.
    if (param.type === 'AssignmentPattern' && argument && argument.type !== 'Literal') return undefined;
    if (target.type !== 'Identifier' || argument?.type === 'SpreadElement') return undefined;
    const value = argument ?? (param.type === 'AssignmentPattern' ? param.right : identifier('undefined'));
    if (names.isFixed(value) && !names.isAssigned(target.name)) values.set(target.name, value);
    else variables.push({ name: target.name, value });
  }
  return { variables, values };
}

/** Puts values in the place of parameters. */
function setValues(code: Statement, values: Bindings['values']): void {
  walk(code, {
    enter(node) {
      const value = node.type === 'Identifier' ? values.get(node.name) : undefined;
      if (value) this.replace(structuredClone(value));
    },
  });
}

/** The block with its returns as steps out of it; a return at its end needs none. */
function withoutReturns(block: BlockStatement, use: { readonly variable: string } | 'none', names: Names): Statement {
  const label = names.fresh('done');
  const last = lastStatements(block);
  const stepsOut: Node[] = [];
  walk(block, {
    leave(node) {
      if (node.type !== 'ReturnStatement') return;
      const body: Statement[] = [];
      if (node.argument) body.push({ type: 'ExpressionStatement', expression: keep(node.argument, use) });
      if (!last.has(node)) {
        stepsOut.push(node);
        body.push({ type: 'BreakStatement', label: identifier(label) });
      }
      this.replace({ type: 'BlockStatement', body });
    },
  });
  const labelled: LabeledStatement = { type: 'LabeledStatement', label: identifier(label), body: block };
  return stepsOut.length > 0 ? labelled : block;
}

const keep = (value: Expression, use: { readonly variable: string } | 'none'): Expression =>
  use === 'none'
    ? value
    : { type: 'AssignmentExpression', operator: '=', left: identifier(use.variable), right: value };

/** The statements after which the block is at its end. */
function lastStatements(statement: Statement, found = new Set<Node>()): Set<Node> {
  found.add(statement);
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : undefined;
  if (last) lastStatements(last, found);
  if (statement.type === 'IfStatement') {
    lastStatements(statement.consequent, found);
    if (statement.alternate) lastStatements(statement.alternate, found);
  }
  return found;
}
