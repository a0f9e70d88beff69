/** Changes to JSON that know its structure. */
import type { Dice } from './dice.ts';

const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 1e-320, 2 ** 53 + 1, '', ' ', 'NaN', '-3', '1,5', '99999999999'],
  ...['__proto__', 'constructor', '任务1', '\u0000', 'x'.repeat(2000), [], {}, [[]], { constructor: {} }, [null, null]],
];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', '', '0', 'id', 'values', 'x'.repeat(300)];

type Node = Record<string, unknown> | unknown[];

/** JSON text after one to five changes; now and then no JSON any more. */
export function mutatedJson(text: string, dice: Dice): string {
  const root: unknown = JSON.parse(text);
  for (let n = 1 + dice.roll(5); n > 0; n--) {
    const nodes = nodesOf(root);
    if (nodes.length === 0) break;
    change(dice.pick(nodes), nodes, dice);
  }
  const changed = JSON.stringify(root).replace(/"__proto__stand-in"/g, '"__proto__"');
  if (dice.once(15)) return changed.slice(0, dice.roll(changed.length));
  if (dice.once(15)) return `${'['.repeat(dice.pick([10, 1000, 100_000]))}${changed}`;
  return changed;
}

function change(node: Node, nodes: readonly Node[], dice: Dice): void {
  const value: unknown = structuredClone(dice.once(3) ? dice.pick(nodes) : dice.pick(VALUES));
  if (Array.isArray(node)) {
    const at = dice.roll(node.length + 1);
    node.splice(at, dice.roll(2), ...Array.from({ length: dice.pick([0, 1, 1, 50]) }, () => value));
    return;
  }
  const keys = Object.keys(node);
  const key = keys.length > 0 && !dice.once(4) ? dice.pick(keys) : dice.pick(KEYS);
  if (dice.once(4)) Reflect.deleteProperty(node, key);
  else node[key === '__proto__' ? '__proto__stand-in' : key] = value;
}

function nodesOf(root: unknown): readonly Node[] {
  const found: Node[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0 && found.length < 5000) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    const node = value as Node;
    found.push(node);
    stack.push(...Object.values(node));
  }
  return found;
}
