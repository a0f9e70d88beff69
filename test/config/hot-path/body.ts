/**
 * The body of one hot function while calls in it are replaced by what they do. A call moves out of its statement only when nothing
 * is evaluated before it that could matter to it, or it to that.
 */
import { walk } from 'estree-walker';
import type { BlockStatement, CallExpression, Expression, ExpressionStatement, Statement } from 'estree';
import { asExpression, asStatements, type Use } from './call.ts';
import { identifier, type Names } from './names.ts';
import { isFunction, type HotFunction } from './program.ts';

/** A place of an expression in a statement. */
interface Place {
  readonly get: () => Expression;
  readonly set: (expression: Expression) => void;
}

/** `find` tells which function a call calls, when its body may be written into one that has grown to `size`. */
export class Body {
  readonly #hot: HotFunction;
  readonly #find: (call: CallExpression, size: number) => HotFunction | undefined;
  readonly #names: Names;
  readonly #variables: string[] = [];

  constructor(hot: HotFunction, find: (call: CallExpression, size: number) => HotFunction | undefined, names: Names) {
    this.#hot = hot;
    this.#find = find;
    this.#names = names;
  }

  rewrite(): void {
    const { code } = this.#hot;
    const { body } = code;
    const block: BlockStatement =
      body.type === 'BlockStatement'
        ? body
        : { type: 'BlockStatement', body: [{ type: 'ReturnStatement', argument: body }] };
    block.body = block.body.flatMap((statement) => this.#statement(statement));
    if (this.#variables.length > 0)
      block.body.unshift({
        type: 'VariableDeclaration',
        kind: 'let',
        declarations: this.#variables.map((name) => ({ type: 'VariableDeclarator', id: identifier(name), init: null })),
      });
    const [only, more] = block.body;
    if (code.type === 'ArrowFunctionExpression' && only?.type === 'ReturnStatement' && only.argument && !more)
      Object.assign(code, { body: only.argument, expression: true });
    else Object.assign(code, { body: block, expression: false });
  }

  #called(node: Expression): { call: CallExpression; called: HotFunction } | undefined {
    if (node.type !== 'CallExpression') return undefined;
    const called = this.#find(node, this.#hot.size);
    return called && { call: node, called };
  }

  /** What stands for the statement: itself, often with others before it. */
  #statement(s: Statement): Statement[] {
    switch (s.type) {
      case 'BlockStatement':
        s.body = s.body.flatMap((inner) => this.#statement(inner));
        return [s];
      case 'ExpressionStatement':
        return this.#withExpression(s, { get: () => s.expression, set: (e) => (s.expression = e) }, 'none');
      case 'ReturnStatement': {
        const { argument } = s;
        if (!argument) return [s];
        return this.#withExpression(s, { get: () => s.argument ?? argument, set: (e) => (s.argument = e) }, 'return');
      }
      case 'VariableDeclaration':
        return s.declarations.flatMap((declarator): Statement[] => {
          const { id, init } = declarator;
          const own: Statement = { ...s, declarations: [declarator] };
          if (!init) return [own];
          const place = { get: () => declarator.init ?? init, set: (e: Expression) => (declarator.init = e) };
          if (id.type !== 'Identifier') return this.#withExpression(own, place);
          const written = this.#withExpression(own, place, { variable: id.name });
          if (written.includes(own)) return written;
          this.#names.assign(id.name);
          const declared: Statement = { ...s, kind: 'let', declarations: [{ ...declarator, init: null }] };
          return [declared, ...written];
        });
      case 'IfStatement':
        s.consequent = this.#nested(s.consequent);
        if (s.alternate) s.alternate = this.#nested(s.alternate);
        return this.#withExpression(s, { get: () => s.test, set: (e) => (s.test = e) });
      case 'SwitchStatement':
        for (const one of s.cases) one.consequent = one.consequent.flatMap((inner) => this.#statement(inner));
        return this.#withExpression(s, { get: () => s.discriminant, set: (e) => (s.discriminant = e) });
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#expressions({ get: () => s.test, set: (e) => (s.test = e) });
        s.body = this.#nested(s.body);
        return [s];
      case 'ForStatement': {
        const { test, update } = s;
        if (test) this.#expressions({ get: () => s.test ?? test, set: (e) => (s.test = e) });
        if (update) this.#expressions({ get: () => s.update ?? update, set: (e) => (s.update = e) });
        s.body = this.#nested(s.body);
        return [s];
      }
      case 'ForOfStatement':
      case 'LabeledStatement':
        s.body = this.#nested(s.body);
        return [s];
      case 'BreakStatement':
      case 'ClassDeclaration':
      case 'ContinueStatement':
      case 'DebuggerStatement':
      case 'EmptyStatement':
      case 'ForInStatement':
      case 'FunctionDeclaration':
      case 'StaticBlock':
      case 'ThrowStatement':
      case 'TryStatement':
      case 'WithStatement':
        return [s];
    }
  }

  #nested(statement: Statement): Statement {
    const [only, ...more] = this.#statement(statement);
    return only && more.length === 0 ? only : { type: 'BlockStatement', body: only ? [only, ...more] : [] };
  }

  /** The statement after what moves out of its expression; without it where the expression is a call whose value `use` tells of. */
  #withExpression(statement: Statement, place: Place, use?: Use): Statement[] {
    this.#expressions(place);
    const whole = use && this.#called(place.get());
    const written = whole && this.#write(whole.call, whole.called, use);
    if (written) return written;
    const before: Statement[] = [];
    for (;;) {
      const first = this.#firstCall(place);
      if (!first) return [...before, statement];
      const variable = this.#names.fresh('value');
      this.#names.assign(variable);
      const moved = this.#write(first.call, first.called, { variable });
      if (!moved) return [...before, statement];
      before.push(
        {
          type: 'VariableDeclaration',
          kind: 'let',
          declarations: [{ type: 'VariableDeclarator', id: identifier(variable), init: null }],
        },
        ...moved,
      );
      first.place.set(identifier(variable));
    }
  }

  #write(call: CallExpression, called: HotFunction, use: Use): Statement[] | undefined {
    const written = asStatements(call, called, use, this.#names);
    if (!written) return undefined;
    this.#hot.size += called.size;
    const parameters = written.parameters.flatMap((declaration) => this.#statement(declaration));
    if (parameters.length === 0) return [written.body];
    return [{ type: 'BlockStatement', body: [...parameters, written.body] }];
  }

  /** Replaces calls of functions that only return something, wherever they stand. */
  #expressions(place: Place): void {
    const slot: ExpressionStatement = { type: 'ExpressionStatement', expression: place.get() };
    const find = (node: CallExpression): HotFunction | undefined => this.#find(node, this.#hot.size);
    walk(slot, {
      enter(node) {
        if (isFunction(node)) this.skip();
      },
      leave: this.#leave(find),
    });
    place.set(slot.expression);
  }

  #leave(find: (call: CallExpression) => HotFunction | undefined) {
    const [names, variables, hot] = [this.#names, this.#variables, this.#hot];
    return function (this: { replace(node: Expression): void }, node: { type: string }): void {
      if (!isCall(node)) return;
      const called = find(node);
      const written = called && asExpression(node, called, names);
      if (!written) return;
      hot.size += called.size;
      variables.push(...written.variables);
      this.replace(written.expression);
    };
  }

  /** The call that is evaluated before everything else in the expression that could matter to it. */
  #firstCall(place: Place): { call: CallExpression; called: HotFunction; place: Place } | undefined {
    const e = place.get();
    const found = this.#called(e);
    if (found) return { ...found, place };
    if (e.type === 'UnaryExpression') return this.#firstCall({ get: () => e.argument, set: (x) => (e.argument = x) });
    if (e.type === 'LogicalExpression') return this.#firstCall({ get: () => e.left, set: (x) => (e.left = x) });
    if (e.type === 'ConditionalExpression') return this.#firstCall({ get: () => e.test, set: (x) => (e.test = x) });
    const isSet = e.type === 'AssignmentExpression' && e.operator === '=' && e.left.type === 'Identifier';
    if (isSet || (e.type === 'BinaryExpression' && this.#names.isPure(e.left)))
      return this.#firstCall({ get: () => e.right, set: (x) => (e.right = x) });
    if (e.type !== 'BinaryExpression' || e.left.type === 'PrivateIdentifier') return undefined;
    const { left } = e;
    return this.#firstCall({ get: () => left, set: (x) => (e.left = x) });
  }
}

const isCall = (node: { type: string }): node is CallExpression => node.type === 'CallExpression';
