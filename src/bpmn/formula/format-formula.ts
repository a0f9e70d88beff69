/** Writes the tree of a formula as FEEL and as BPSim's XPath 1.0. */
import type { Expression } from '#simulation';

/** FEEL text that parses to the same tree. */
export const formatFormula = (tree: Expression): string => FEEL.write(tree, 0);

/**
 * XPath 1.0 text with BPSim's `getProperty('…')`, or undefined when the tree has no counterpart there
 * (choices, powers, most functions; a text with both kinds of quotes).
 */
export function formatXPath(tree: Expression): string | undefined {
  try {
    return XPATH.write(tree, 0);
  } catch (error) {
    if (error instanceof NoCounterpart) return undefined;
    throw error;
  }
}

class NoCounterpart extends Error {}

/** Strength of binding of each operator; an operand that binds less is put in parentheses. */
const STRENGTH = { or: 1, and: 2, comparison: 3, '+': 4, '-': 4, '*': 5, '/': 5, unary: 6, '**': 7 } as const;

abstract class Writer {
  write(tree: Expression, around: number): string {
    const [text, strength] = this.#plain(tree);
    return strength < around ? `(${text})` : text;
  }

  #plain(tree: Expression): readonly [text: string, strength: number] {
    switch (tree.type) {
      case 'number':
        return [String(tree.value), tree.value < 0 || Object.is(tree.value, -0) ? STRENGTH.unary : 9];
      case 'text':
        return [this.text(tree.value), 9];
      case 'boolean':
        return [this.boolean(tree.value), 9];
      case 'null':
        return [this.null(), 9];
      case 'attribute':
        return [this.attribute(tree.name), 9];
      case 'negate':
        return [`-${this.write(tree.operand, 9)}`, STRENGTH.unary];
      case 'not':
        return [`not(${this.write(tree.operand, 0)})`, 9];
      case 'binary': {
        const strength = strengthOf(tree.operator);
        // Comparisons do not chain; the other operators group from the left.
        const apart = strength === STRENGTH.comparison || tree.operator === '**';
        const left = this.write(tree.left, apart ? strength + 1 : strength);
        return [`${left} ${this.operator(tree.operator)} ${this.write(tree.right, strength + 1)}`, strength];
      }
      case 'if':
        return [this.choice(tree), 0];
      case 'in':
        return this.membership(tree);
      case 'call':
        return [this.call(tree), 9];
    }
  }

  abstract text(value: string): string;
  abstract boolean(value: boolean): string;
  abstract null(): string;
  abstract attribute(name: string): string;
  abstract operator(operator: string): string;
  abstract choice(tree: Expression & { type: 'if' }): string;
  abstract membership(tree: Expression & { type: 'in' }): readonly [string, number];
  abstract call(tree: Expression & { type: 'call' }): string;
}

function strengthOf(operator: string): number {
  switch (operator) {
    case 'or':
    case 'and':
    case '+':
    case '-':
    case '*':
    case '/':
    case '**':
      return STRENGTH[operator];
    default:
      return STRENGTH.comparison;
  }
}

/** Words of FEEL that would end or change a name written bare. */
const RESERVED =
  /(^|\s)(and|or|not|if|then|else|in|between|true|false|null|for|some|every|return|satisfies|instance|of|function|external|date|time|duration|list|context|range|min|max)(\s|$)/;
const BARE_NAME = /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*$/u;

class FeelWriter extends Writer {
  text(value: string): string {
    return JSON.stringify(value).replace(/\\[bf]/g, '');
  }

  boolean(value: boolean): string {
    return String(value);
  }

  null(): string {
    return 'null';
  }

  attribute(name: string): string {
    return BARE_NAME.test(name) && !RESERVED.test(name) ? name : `getProperty(${this.text(name)})`;
  }

  operator(operator: string): string {
    return operator;
  }

  choice(tree: Expression & { type: 'if' }): string {
    return `if ${this.write(tree.condition, 0)} then ${this.write(tree.then, 0)} else ${this.write(tree.else, 0)}`;
  }

  membership(tree: Expression & { type: 'in' }): readonly [string, number] {
    const items = tree.list.map((item) => this.write(item, STRENGTH['+'])).join(', ');
    return [`${this.write(tree.value, STRENGTH['+'])} in (${items})`, STRENGTH.comparison];
  }

  call(tree: Expression & { type: 'call' }): string {
    return `${tree.name}(${tree.args.map((arg) => this.write(arg, 0)).join(', ')})`;
  }
}

class XPathWriter extends Writer {
  text(value: string): string {
    if (!value.includes("'")) return `'${value}'`;
    if (!value.includes('"')) return `"${value}"`;
    throw new NoCounterpart();
  }

  boolean(value: boolean): string {
    return `${value}()`;
  }

  null(): string {
    throw new NoCounterpart();
  }

  attribute(name: string): string {
    return `getProperty(${this.text(name)})`;
  }

  operator(operator: string): string {
    if (operator === '**') throw new NoCounterpart();
    return operator === '/' ? 'div' : operator;
  }

  choice(): string {
    throw new NoCounterpart();
  }

  membership(tree: Expression & { type: 'in' }): readonly [string, number] {
    const value = this.write(tree.value, STRENGTH['+']);
    const tests = tree.list.map((item) => `${value} = ${this.write(item, STRENGTH['+'])}`);
    if (tests.length === 0) throw new NoCounterpart();
    return [tests.join(' or '), tests.length > 1 ? STRENGTH.or : STRENGTH.comparison];
  }

  call(tree: Expression & { type: 'call' }): string {
    const [argument] = tree.args;
    if ((tree.name === 'floor' || tree.name === 'ceiling') && argument && tree.args.length === 1)
      return `${tree.name}(${this.write(argument, 0)})`;
    throw new NoCounterpart();
  }
}

const FEEL = new FeelWriter();
const XPATH = new XPathWriter();
