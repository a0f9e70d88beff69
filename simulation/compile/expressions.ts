/** Binds formulas to case attributes: names become slots, texts become codes, and the tree becomes a function of a case. */
import type { Expression, Formula, BinaryOperator } from '../model/expression.ts';
import type { BoundExpression } from '../kernel/network.ts';

type ValueType = 'number' | 'text' | 'boolean';

interface Typed {
  readonly type: ValueType;
  readonly evaluate: BoundExpression;
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
  readonly code: 'formula-unreadable' | 'formula-unknown-attribute' | 'formula-type';
  readonly detail: string;
}

/** Binds `formula`; `expected` is the type the place needs. */
export function bindFormula(
  formula: Formula,
  scope: AttributeScope,
  expected: ValueType | undefined,
): { readonly bound: BoundExpression } | { readonly problem: BindProblem } {
  if (!formula.tree) return { problem: { code: 'formula-unreadable', detail: formula.text } };
  const problems: BindProblem[] = [];
  const typed = bind(formula.tree, scope, problems);
  if (problems[0]) return { problem: problems[0] };
  if (expected && typed.type !== expected) return { problem: { code: 'formula-type', detail: formula.text } };
  return { bound: typed.evaluate };
}

function bind(tree: Expression, scope: AttributeScope, problems: BindProblem[]): Typed {
  switch (tree.type) {
    case 'number':
      return constant('number', tree.value);
    case 'boolean':
      return constant('boolean', tree.value ? 1 : 0);
    case 'text':
      return constant('text', scope.codeOf(tree.value));
    case 'attribute': {
      const slot = scope.slotOf(tree.name);
      if (slot === undefined) {
        problems.push({ code: 'formula-unknown-attribute', detail: tree.name });
        return constant('number', NaN);
      }
      return { type: scope.typeOf(tree.name) ?? 'number', evaluate: (values, base) => values[base + slot]! };
    }
    case 'negate': {
      const operand = bind(tree.operand, scope, problems).evaluate;
      return { type: 'number', evaluate: (values, base) => -operand(values, base) };
    }
    case 'not': {
      const operand = bind(tree.operand, scope, problems).evaluate;
      return { type: 'boolean', evaluate: (values, base) => (operand(values, base) === 0 ? 1 : 0) };
    }
    case 'if': {
      const condition = bind(tree.condition, scope, problems).evaluate;
      const yes = bind(tree.then, scope, problems);
      const no = bind(tree.else, scope, problems).evaluate;
      return { type: yes.type, evaluate: (v, b) => (condition(v, b) === 1 ? yes.evaluate(v, b) : no(v, b)) };
    }
    case 'in': {
      const value = bind(tree.value, scope, problems);
      const list = tree.list.map((item) => bind(item, scope, problems)).filter((item) => item.type === value.type);
      return {
        type: 'boolean',
        evaluate: (v, b) => {
          const x = value.evaluate(v, b);
          return list.some((item) => item.evaluate(v, b) === x) ? 1 : 0;
        },
      };
    }
    case 'call':
      return {
        type: 'number',
        evaluate: call(
          tree.name,
          tree.args.map((a) => bind(a, scope, problems).evaluate),
        ),
      };
    case 'binary':
      return binary(tree.operator, bind(tree.left, scope, problems), bind(tree.right, scope, problems));
  }
}

const constant = (type: ValueType, value: number): Typed => ({ type, evaluate: () => value });

function call(name: 'abs' | 'floor' | 'ceiling' | 'min' | 'max', args: readonly BoundExpression[]): BoundExpression {
  const [first = () => NaN] = args;
  switch (name) {
    case 'abs':
      return (v, b) => Math.abs(first(v, b));
    case 'floor':
      return (v, b) => Math.floor(first(v, b));
    case 'ceiling':
      return (v, b) => Math.ceil(first(v, b));
    case 'min':
      return (v, b) => args.reduce((least, a) => Math.min(least, a(v, b)), Infinity);
    case 'max':
      return (v, b) => args.reduce((most, a) => Math.max(most, a(v, b)), -Infinity);
  }
}

function binary(operator: BinaryOperator, left: Typed, right: Typed): Typed {
  const l = left.evaluate;
  const r = right.evaluate;
  const truth = (evaluate: BoundExpression): Typed => ({ type: 'boolean', evaluate });
  const number = (evaluate: BoundExpression): Typed => ({ type: 'number', evaluate });
  const numbers = left.type === 'number' && right.type === 'number';
  // Values of different types are never equal, and only numbers have an order.
  const compared = (evaluate: BoundExpression): Typed => (numbers ? truth(evaluate) : constant('boolean', 0));
  const same = left.type === right.type;
  switch (operator) {
    case '=':
      return same ? truth((v, b) => (l(v, b) === r(v, b) ? 1 : 0)) : constant('boolean', 0);
    case '!=':
      return same ? truth((v, b) => (l(v, b) === r(v, b) ? 0 : 1)) : constant('boolean', 1);
    case '+':
      return number((v, b) => l(v, b) + r(v, b));
    case '-':
      return number((v, b) => l(v, b) - r(v, b));
    case '*':
      return number((v, b) => l(v, b) * r(v, b));
    case '/':
      return number((v, b) => l(v, b) / r(v, b));
    case 'and':
      return truth((v, b) => (l(v, b) === 1 && r(v, b) === 1 ? 1 : 0));
    case 'or':
      return truth((v, b) => (l(v, b) === 1 || r(v, b) === 1 ? 1 : 0));
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
