/** Functions that formulas may call (FEEL: DMN 1.3, 10.3.4), on numbers and on texts held as codes. */
import type { BoundExpression } from '../kernel/network.ts';
import type { FunctionName } from '../model/expression.ts';
import type { Typed, ValueType } from './expressions.ts';

/** The call with its arguments. `texts` are texts by code; `complain` hears the type an argument should have. */
export function bindCall(
  name: FunctionName,
  args: readonly Typed[],
  texts: readonly string[],
  complain: (type: ValueType) => void,
): Typed {
  const [first = () => NaN, second = () => 0] = args.map((arg) => arg.evaluate);
  const takes = (type: ValueType): void => {
    for (const arg of args) if (arg.type !== type) complain(type);
  };
  const number = (evaluate: BoundExpression): Typed => {
    takes('number');
    return { type: 'number', evaluate };
  };
  const truth = (type: ValueType, test: (v: Float64Array, b: number) => boolean): Typed => {
    takes(type);
    return { type: 'boolean', evaluate: (v, b) => (test(v, b) ? 1 : 0) };
  };
  const fold =
    (start: number, step: (so: number, x: number) => number): BoundExpression =>
    (v, b) =>
      args.reduce((so, arg) => step(so, arg.evaluate(v, b)), start);
  const rounded = (round: (x: number) => number): Typed => number((v, b) => atScale(first(v, b), second(v, b), round));
  const text = (value: BoundExpression, v: Float64Array, b: number): string | undefined => texts[value(v, b)];
  switch (name) {
    case 'abs':
      return number((v, b) => Math.abs(first(v, b)));
    case 'floor':
      return rounded(Math.floor);
    case 'ceiling':
      return rounded(Math.ceil);
    case 'round up':
      return rounded((x) => (x < 0 ? Math.floor(x) : Math.ceil(x)));
    case 'round down':
      return rounded(Math.trunc);
    case 'round half up':
      return rounded((x) => (x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5)));
    case 'round half down':
      return rounded((x) => (x < 0 ? -Math.ceil(-x - 0.5) : Math.ceil(x - 0.5)));
    case 'decimal':
      return rounded(halfEven);
    case 'modulo':
      return number((v, b) => first(v, b) - second(v, b) * Math.floor(first(v, b) / second(v, b)));
    case 'sqrt':
      return number((v, b) => Math.sqrt(first(v, b)));
    case 'min':
      return number(fold(Infinity, Math.min));
    case 'max':
      return number(fold(-Infinity, Math.max));
    case 'sum':
      return number(fold(0, (sum, x) => sum + x));
    case 'mean': {
      const sum = fold(0, (so, x) => so + x);
      return number((v, b) => sum(v, b) / args.length);
    }
    case 'product':
      return number(fold(1, (product, x) => product * x));
    case 'odd':
      return truth('number', (v, b) => Math.abs(first(v, b) % 2) === 1);
    case 'even':
      return truth('number', (v, b) => first(v, b) % 2 === 0);
    case 'contains':
      return truth('text', (v, b) => text(first, v, b)?.includes(text(second, v, b) ?? ' ') ?? false);
    case 'starts with':
      return truth('text', (v, b) => text(first, v, b)?.startsWith(text(second, v, b) ?? ' ') ?? false);
    case 'ends with':
      return truth('text', (v, b) => text(first, v, b)?.endsWith(text(second, v, b) ?? ' ') ?? false);
    case 'string length':
      takes('text');
      return { type: 'number', evaluate: (v, b) => Array.from(text(first, v, b) ?? '').length };
  }
}

/** Rounds at so many digits behind the point. */
function atScale(x: number, scale: number, round: (x: number) => number): number {
  let factor = 1;
  for (let i = Math.abs(Math.trunc(scale)); i > 0 && factor < 1e15; i--) factor *= 10;
  return scale < 0 ? round(x / factor) * factor : round(x * factor) / factor;
}

function halfEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
