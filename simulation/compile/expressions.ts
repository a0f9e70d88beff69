/** Binds formulas to case attributes: names become slots, texts become codes, and the tree becomes a function of a case. */
import type { BoundExpression } from '../kernel/network.ts';
import type { BinaryOperator, Expression, Formula } from '../model/expression.ts';
import { bindCall } from './functions.ts';
import { pow } from '../math/pow.ts';

export type ValueType = 'number' | 'text' | 'boolean' | 'null';

/** A part of a formula: its type and its value for a case. */
export interface Typed {
  readonly type: ValueType;
  readonly evaluate: BoundExpression;
  /** Place of the value among the attributes of a case, or the value, where it is no more than that. */
  readonly slot?: number;
  readonly value?: number;
}

/** What the engine counts and formulas may ask for, by the names of BPMN and of common engines. */
const COUNTERS: Readonly<Record<string, string>> = {
  loopCounter: 'loopCounter',
  numberOfInstances: 'numberOfInstances',
  numberOfActiveInstances: 'numberOfActiveInstances',
  numberOfCompletedInstances: 'numberOfCompletedInstances',
  numberOfTerminatedInstances: 'numberOfTerminatedInstances',
  activationCount: 'activationCount',
  nrOfInstances: 'numberOfInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
};

/** What a formula may refer to: attributes, and by first use data objects and what the engine counts. */
export class AttributeScope {
  private readonly codes = new Map<string, number>();
  private readonly slots = new Map<string, { readonly slot: number; readonly type: ValueType }>();
  private readonly objects: ReadonlySet<string>;
  readonly texts: string[] = [];

  /** `objects` are names of data objects, whose value is their state. */
  constructor(objects: readonly string[] = []) {
    this.objects = new Set(objects);
  }

  /** Declares the attribute in the next slot. */
  declare(name: string, type: 'number' | 'text'): void {
    this.slots.set(name, { slot: this.slots.size, type });
  }

  slotOf(name: string): number | undefined {
    const known = this.slots.get(name);
    if (known) return known.slot;
    const counter = Object.hasOwn(COUNTERS, name) ? COUNTERS[name] : undefined;
    if (counter !== undefined && counter !== name) return this.slotOf(counter);
    if (counter !== undefined) this.declare(name, 'number');
    else if (this.objects.has(name)) this.declare(name, 'text');
    return this.slots.get(name)?.slot;
  }

  /** Slot of what some formula has asked for. */
  usedSlotOf(name: string): number | undefined {
    return this.slots.get(name)?.slot;
  }

  typeOf(name: string): ValueType | undefined {
    return this.slots.get(name)?.type;
  }

  get count(): number {
    return this.slots.size;
  }

  /** Same text, same code. */
  codeOf(text: string): number {
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.codes.set(text, code);
      this.texts.push(text);
    }
    return code;
  }
}

/** Why a formula cannot be used: a code of the issue catalogue with the offending part. */
export interface BindProblem {
  readonly code: 'formula-unreadable' | 'formula-unknown-attribute' | 'formula-type' | 'formula-too-long';
  readonly detail: string;
}

/** Steps one evaluation may take; a formula has no loops, so its size is its cost. */
const MOST_STEPS = 2_000;

/** Binds `formula`; `expected` is the type the place needs. */
export function bindFormula(
  formula: Formula,
  scope: AttributeScope,
  expected: ValueType | undefined,
): { readonly bound: BoundExpression } | { readonly problem: BindProblem } {
  if (!formula.tree) return { problem: { code: 'formula-unreadable', detail: formula.text } };
  if (sizeOf(formula.tree) > MOST_STEPS) return { problem: { code: 'formula-too-long', detail: String(MOST_STEPS) } };
  const binder = new Binder(scope);
  const typed = binder.bind(formula.tree);
  const [problem] = binder.problems;
  if (problem) return { problem };
  if (expected && typed.type !== expected) return { problem: { code: 'formula-type', detail: formula.text } };
  return { bound: typed.evaluate };
}

function sizeOf(tree: Expression): number {
  const parts = partsOf(tree);
  return 1 + parts.reduce((sum, part) => sum + sizeOf(part), 0);
}

function partsOf(tree: Expression): readonly Expression[] {
  switch (tree.type) {
    case 'negate':
    case 'not':
      return [tree.operand];
    case 'binary':
      return [tree.left, tree.right];
    case 'if':
      return [tree.condition, tree.then, tree.else];
    case 'in':
      return [tree.value, ...tree.list];
    case 'call':
      return tree.args;
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
    case 'attribute':
      return [];
  }
}

const constant = (type: ValueType, value: number): Typed => ({ type, evaluate: () => value, value });

class Binder {
  readonly problems: BindProblem[] = [];
  private readonly scope: AttributeScope;

  constructor(scope: AttributeScope) {
    this.scope = scope;
  }

  bind(tree: Expression): Typed {
    switch (tree.type) {
      case 'number':
        return constant('number', tree.value);
      case 'boolean':
        return constant('boolean', tree.value ? 1 : 0);
      case 'text':
        return constant('text', this.scope.codeOf(tree.value));
      case 'null':
        return constant('null', NaN);
      case 'attribute':
        return this.attribute(tree.name);
      case 'negate': {
        const operand = this.as('number', tree.operand);
        return { type: 'number', evaluate: (values, base) => -operand(values, base) };
      }
      case 'not': {
        const operand = this.as('boolean', tree.operand);
        return { type: 'boolean', evaluate: (values, base) => (operand(values, base) === 0 ? 1 : 0) };
      }
      case 'if': {
        const condition = this.as('boolean', tree.condition);
        const yes = this.bind(tree.then);
        const no = this.as(yes.type, tree.else);
        return { type: yes.type, evaluate: (v, b) => (condition(v, b) === 1 ? yes.evaluate(v, b) : no(v, b)) };
      }
      case 'in': {
        const value = this.bind(tree.value);
        const list = tree.list.map((item) => this.bind(item)).filter((item) => item.type === value.type);
        return {
          type: 'boolean',
          evaluate: (v, b) => {
            const x = value.evaluate(v, b);
            return list.some((item) => item.evaluate(v, b) === x) ? 1 : 0;
          },
        };
      }
      case 'call':
        return bindCall(
          tree.name,
          tree.args.map((arg) => this.bind(arg)),
          this.scope.texts,
          (detail) => this.problems.push({ code: 'formula-type', detail }),
        );
      case 'binary':
        return this.binary(tree.operator, tree.left, tree.right);
    }
  }

  private attribute(name: string): Typed {
    const slot = this.scope.slotOf(name);
    if (slot !== undefined)
      return { type: this.scope.typeOf(name) ?? 'number', evaluate: (values, base) => values[base + slot]!, slot };
    this.problems.push({ code: 'formula-unknown-attribute', detail: name });
    return constant('number', NaN);
  }

  /** The value of a part that must have the type. What is unknown anyway is not reported twice. */
  private as(type: ValueType, tree: Expression): BoundExpression {
    const typed = this.bind(tree);
    if (typed.type !== type && typed.type !== 'null' && this.problems.length === 0)
      this.problems.push({ code: 'formula-type', detail: type });
    return typed.evaluate;
  }

  private binary(operator: BinaryOperator, left: Expression, right: Expression): Typed {
    switch (operator) {
      case 'and':
      case 'or': {
        const [l, r] = [this.as('boolean', left), this.as('boolean', right)];
        return operator === 'and'
          ? { type: 'boolean', evaluate: (v, b) => (l(v, b) === 1 && r(v, b) === 1 ? 1 : 0) }
          : { type: 'boolean', evaluate: (v, b) => (l(v, b) === 1 || r(v, b) === 1 ? 1 : 0) };
      }
      case '+':
      case '-':
      case '*':
      case '/':
      case '**':
        return { type: 'number', evaluate: arithmetic(operator, this.as('number', left), this.as('number', right)) };
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return comparison(operator, this.bind(left), this.bind(right));
    }
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '**', l: BoundExpression, r: BoundExpression): BoundExpression {
  switch (operator) {
    case '+':
      return (v, b) => l(v, b) + r(v, b);
    case '-':
      return (v, b) => l(v, b) - r(v, b);
    case '*':
      return (v, b) => l(v, b) * r(v, b);
    case '/':
      return (v, b) => l(v, b) / r(v, b);
    case '**':
      return (v, b) => pow(l(v, b), r(v, b));
  }
}

function comparison(operator: '=' | '!=' | '<' | '<=' | '>' | '>=', left: Typed, right: Typed): Typed {
  const l = left.evaluate;
  const r = right.evaluate;
  const truth = (evaluate: BoundExpression): Typed => ({ type: 'boolean', evaluate });
  if (left.type === 'null' || right.type === 'null') {
    const value = left.type === 'null' ? r : l;
    if (operator === '=') return truth((v, b) => (Number.isNaN(value(v, b)) ? 1 : 0));
    return operator === '!=' ? truth((v, b) => (Number.isNaN(value(v, b)) ? 0 : 1)) : constant('boolean', 0);
  }
  const numbers = left.type === 'number' && right.type === 'number';
  // Values of different types are never equal, and only numbers have an order.
  const compared = (evaluate: BoundExpression): Typed => (numbers ? truth(evaluate) : constant('boolean', 0));
  const same = left.type === right.type;
  switch (operator) {
    case '=':
      return same ? truth(isSame(left, right)) : constant('boolean', 0);
    case '!=':
      return same ? truth((v, b) => (l(v, b) === r(v, b) ? 0 : 1)) : constant('boolean', 1);
    case '<':
      return compared((v, b) => (l(v, b) < r(v, b) ? 1 : 0));
    case '<=':
      return compared((v, b) => (l(v, b) <= r(v, b) ? 1 : 0));
    case '>':
      return compared((v, b) => (l(v, b) > r(v, b) ? 1 : 0));
    case '>=':
      return compared((v, b) => (l(v, b) >= r(v, b) ? 1 : 0));
  }
}

/** Whether two values are the same; an attribute that is one of its categories, the usual condition, without further calls. */
function isSame(left: Typed, right: Typed): BoundExpression {
  const { slot } = left;
  const { value } = right;
  if (slot !== undefined && value !== undefined) return (values, base) => (values[base + slot] === value ? 1 : 0);
  return (v, b) => (left.evaluate(v, b) === right.evaluate(v, b) ? 1 : 0);
}
