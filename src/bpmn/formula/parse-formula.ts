/** Turns the text of a condition or formula into the tree the engine evaluates; everything else in FEEL is an issue. */
import { parseExpression } from 'feelin';
import {
  FUNCTION_NAMES,
  issue,
  type BinaryOperator,
  type Expression,
  type Formula,
  type FunctionName,
  type Issue,
  type Named,
} from '#simulation';
import { toFeel } from './dialects.ts';

type Tree = ReturnType<typeof parseExpression>;
type SyntaxNode = Tree['topNode'];

/** A formula with what was wrong with its text; without faults it has a tree. */
export type ParsedFormula = Formula & { readonly issues: readonly Issue[] };

/** Longer texts and deeper nesting than any author writes are refused, so that hostile files cost nothing. */
const LONGEST = 10_000;
const DEEPEST = 200;

/**
 * Parses FEEL, and the spellings of it that files carry: `${amount > 100}`, `=amount > 100`, BPSim's
 * `getProperty('amount') > 100`, `==`, `&&`, `||`, single quotes. `owner` is the element the issues point at.
 */
export function parseFormula(text: string, owner?: Named): ParsedFormula {
  const feel = toFeel(text);
  if (feel === '' || feel.length > LONGEST) return refused(text, owner, text);
  try {
    const tree = parseExpression(feel, {}, undefined);
    const fault = firstFault(tree);
    if (fault) return refused(text, owner, feel.slice(fault.from, fault.to) || feel.slice(fault.from) || feel);
    return { text, tree: new Converter(feel).convert(tree.topNode), issues: [] };
  } catch (error) {
    if (error instanceof Unsupported) return refused(text, owner, error.part);
    throw error;
  }
}

/** The formula alone, as models hold it. */
export function formulaOf(text: string, owner?: Named): Formula {
  const { tree } = parseFormula(text, owner);
  return tree === undefined ? { text } : { text, tree };
}

function refused(text: string, owner: Named | undefined, part: string): ParsedFormula {
  return { text, issues: [issue('warning', 'formula-not-understood', owner, { formula: text, part: part.trim() })] };
}

function firstFault(tree: Tree): { readonly from: number; readonly to: number } | undefined {
  let fault: { from: number; to: number } | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && !fault) fault = { from: node.from, to: node.to };
    },
  });
  return fault;
}

class Unsupported extends Error {
  readonly part: string;

  constructor(part: string) {
    super(`unsupported expression: ${part}`);
    this.part = part;
  }
}

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
const ARITHMETIC = ['+', '-', '**', '*', '/'] as const;
/** How many arguments a function takes, where that is not one. */
const ARGUMENTS: Readonly<Partial<Record<FunctionName, readonly [least: number, most: number]>>> = {
  floor: [1, 2],
  ceiling: [1, 2],
  'round up': [2, 2],
  'round down': [2, 2],
  'round half up': [2, 2],
  'round half down': [2, 2],
  decimal: [2, 2],
  modulo: [2, 2],
  min: [1, Infinity],
  max: [1, Infinity],
  sum: [1, Infinity],
  mean: [1, Infinity],
  product: [1, Infinity],
  contains: [2, 2],
  'starts with': [2, 2],
  'ends with': [2, 2],
};

class Converter {
  readonly #source: string;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  convert(node: SyntaxNode): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unsupported(this.#text(node));
    const expression = this.#convert(node);
    this.#depth -= 1;
    return expression;
  }

  #convert(node: SyntaxNode): Expression {
    const parts = childrenOf(node);
    switch (node.name) {
      case 'Expression':
      case 'PositiveUnaryTest':
        return this.convert(this.#only(node, parts));
      case 'ParenthesizedExpression':
        return this.convert(this.#only(node, parts.slice(1, -1)));
      case 'NumericLiteral':
        return { type: 'number', value: this.#number(node) };
      case 'StringLiteral':
        return { type: 'text', value: unquote(this.#text(node)) };
      case 'null':
        return { type: 'null' };
      case 'BooleanLiteral':
        return { type: 'boolean', value: this.#text(node) === 'true' };
      case 'VariableName':
      case 'PathExpression':
        return { type: 'attribute', name: this.#text(node).replace(/\s+/g, ' ') };
      case 'Conjunction':
      case 'Disjunction':
        return this.#binary(node, parts, node.name === 'Conjunction' ? 'and' : 'or');
      case 'ArithmeticExpression':
        return this.#arithmetic(node, parts);
      case 'Comparison':
        return this.#comparison(node, parts);
      case 'IfExpression':
        return this.#choice(node, parts);
      case 'FunctionInvocation':
        return this.#call(node, parts);
      default:
        throw new Unsupported(this.#text(node));
    }
  }

  #arithmetic(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const [first, second] = parts;
    if (parts.length === 2 && first && second && this.#text(first) === '-')
      return { type: 'negate', operand: this.convert(second) };
    const operator = ARITHMETIC.find((o) => second && o === this.#text(second));
    if (!operator) throw new Unsupported(this.#text(node));
    return this.#binary(node, parts, operator);
  }

  #comparison(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const [subject, operator, low, , high] = parts;
    if (!subject || !operator || !low) throw new Unsupported(this.#text(node));
    const left = this.convert(subject);
    if (operator.name === 'between' && high)
      return {
        type: 'binary',
        operator: 'and',
        left: { type: 'binary', operator: '>=', left, right: this.convert(low) },
        right: { type: 'binary', operator: '<=', left, right: this.convert(high) },
      };
    if (operator.name === 'in') return this.#membership(node, left, parts.slice(2));
    const comparison = COMPARISONS.find((o) => o === this.#text(operator));
    if (!comparison || parts.length !== 3) throw new Unsupported(this.#text(node));
    return { type: 'binary', operator: comparison, left, right: this.convert(low) };
  }

  /** `in (1, 2)`, `in [1, 2]`, `in x`, `in [1..3]`, `in (<3, >5)`: a list when all are values, else alternatives. */
  #membership(node: SyntaxNode, value: Expression, parts: readonly SyntaxNode[]): Expression {
    const tests = parts.flatMap((part) => this.#tests(part));
    if (tests.length === 0) throw new Unsupported(this.#text(node));
    if (tests.every((test) => !RANGES.includes(test.name)))
      return { type: 'in', value, list: tests.map((test) => this.convert(test)) };
    return tests
      .map((test) => this.#test(test, value))
      .reduce((left, right): Expression => ({ type: 'binary', operator: 'or', left, right }));
  }

  #tests(node: SyntaxNode): readonly SyntaxNode[] {
    if (['PositiveUnaryTests', 'PositiveUnaryTest', 'List'].includes(node.name))
      return childrenOf(node).flatMap((child) => this.#tests(child));
    return /^\p{P}$/u.test(node.name) ? [] : [node];
  }

  #test(node: SyntaxNode, value: Expression): Expression {
    const parts = childrenOf(node);
    if (node.name === 'SimplePositiveUnaryTest') {
      const [first, second] = parts;
      if (first && !second) return this.#test(first, value);
      const operator = COMPARISONS.find((o) => first && o === this.#text(first));
      if (!operator || !second) throw new Unsupported(this.#text(node));
      return { type: 'binary', operator, left: value, right: this.convert(second) };
    }
    if (node.name !== 'Interval') return { type: 'binary', operator: '=', left: value, right: this.convert(node) };
    const [open, from, , to, close] = parts;
    if (!open || !from || !to || !close) throw new Unsupported(this.#text(node));
    return {
      type: 'binary',
      operator: 'and',
      left: { type: 'binary', operator: this.#text(open) === '[' ? '>=' : '>', left: value, right: this.convert(from) },
      right: { type: 'binary', operator: this.#text(close) === ']' ? '<=' : '<', left: value, right: this.convert(to) },
    };
  }

  #choice(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const [, condition, , whenTrue, , whenFalse] = parts;
    if (!condition || !whenTrue || !whenFalse) throw new Unsupported(this.#text(node));
    return {
      type: 'if',
      condition: this.convert(condition),
      then: this.convert(whenTrue),
      else: this.convert(whenFalse),
    };
  }

  #call(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const [callee, , parameters] = parts;
    const name = callee ? this.#text(callee).trim().replace(/\s+/g, ' ') : '';
    const given = parameters?.name === 'PositionalParameters' ? childrenOf(parameters).filter(isOperand) : [];
    const [first] = given;
    if (name === 'not' && first && given.length === 1) return { type: 'not', operand: this.convert(first) };
    if (name === 'getProperty' && first?.name === 'StringLiteral' && given.length === 1)
      return { type: 'attribute', name: unquote(this.#text(first)) };
    const [, second] = given;
    if (name === 'list contains' && first?.name === 'List' && second && given.length === 2)
      return {
        type: 'in',
        value: this.convert(second),
        list: childrenOf(first)
          .filter(isOperand)
          .map((item) => this.convert(item)),
      };
    const known = FUNCTION_NAMES.find((f) => f === name);
    const args = first?.name === 'List' && given.length === 1 ? childrenOf(first).filter(isOperand) : given;
    const [least, most] = (known && ARGUMENTS[known]) ?? [1, 1];
    if (!known || args.length < least || args.length > most) throw new Unsupported(this.#text(node));
    return { type: 'call', name: known, args: args.map((arg) => this.convert(arg)) };
  }

  #binary(node: SyntaxNode, parts: readonly SyntaxNode[], operator: BinaryOperator): Expression {
    const [left, , right] = parts;
    if (!left || !right || parts.length !== 3) throw new Unsupported(this.#text(node));
    return { type: 'binary', operator, left: this.convert(left), right: this.convert(right) };
  }

  #only(node: SyntaxNode, parts: readonly SyntaxNode[]): SyntaxNode {
    const [only, more] = parts;
    if (!only || more) throw new Unsupported(this.#text(node));
    return only;
  }

  #number(node: SyntaxNode): number {
    const value = Number(this.#text(node).replace(/\s/g, ''));
    if (!Number.isFinite(value)) throw new Unsupported(this.#text(node));
    return value;
  }

  #text(node: SyntaxNode): string {
    return this.#source.slice(node.from, node.to);
  }
}

const RANGES: readonly string[] = ['SimplePositiveUnaryTest', 'Interval'];

const isOperand = (node: SyntaxNode): boolean => !/^\p{P}$/u.test(node.name);

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!/Comment$/.test(child.name)) children.push(child);
  return children;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Text of a FEEL string literal. */
const unquote = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})|\\([nrt"'\\])/g, (_, hex: string | undefined, letter: string | undefined) =>
      hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : (ESCAPES[letter ?? ''] ?? letter ?? ''),
    );
