/** Elements called the same, or nearly so, are probably the same. */
import type { FlowNode } from '#simulation';
import type { Pairing } from './pairing.ts';

/** Share of letter pairs that two names must have in common to be taken for one: Dice's coefficient (Dice, Ecology 26, 1945). */
const ALIKE = 0.6;
/** More candidates than this are not compared letter by letter. */
const MOST_COMPARED = 400;

export function pairByName(pairing: Pairing): void {
  pairEqual(pairing);
  const from = named(pairing.freeNodesFrom());
  const to = named(pairing.freeNodesTo());
  if (from.length > MOST_COMPARED || to.length > MOST_COMPARED) return;
  const likenesses = to.flatMap((t) =>
    from.flatMap((f) => {
      const likeness = pairing.sameKind(f.id, t.id) ? dice(f.pairs, t.pairs) : 0;
      return likeness >= ALIKE ? [{ from: f.id, to: t.id, likeness }] : [];
    }),
  );
  // The most alike first; ties in document order.
  likenesses.sort((a, b) => b.likeness - a.likeness);
  for (const likeness of likenesses) pairing.pair(likeness.from, likeness.to, 'name');
}

/** Several of one name are paired in document order. */
function pairEqual(pairing: Pairing): void {
  const waiting = new Map<string, FlowNode[]>();
  for (const node of pairing.freeNodesFrom()) {
    const name = plain(node);
    if (name !== '') waiting.set(name, [...(waiting.get(name) ?? []), node]);
  }
  for (const node of pairing.freeNodesTo()) {
    const candidates = waiting.get(plain(node)) ?? [];
    const twin = candidates.find((candidate) => pairing.pair(candidate.id, node.id, 'name'));
    if (twin) candidates.splice(candidates.indexOf(twin), 1);
  }
}

/** Name without case, punctuation and blanks. */
const plain = ({ name = '' }: FlowNode): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

interface Named {
  readonly id: string;
  readonly pairs: readonly string[];
}

const named = (nodes: readonly FlowNode[]): readonly Named[] =>
  nodes.flatMap((node) => {
    const letters = Array.from(plain(node));
    const pairs = letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
    return pairs.length > 0 ? [{ id: node.id, pairs }] : [];
  });

function dice(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}
