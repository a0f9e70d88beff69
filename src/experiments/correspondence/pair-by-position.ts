/** Elements that stand between the same neighbours are probably the same, whatever they are called. */
import type { FlowNode, ProcessModel } from '#simulation';
import type { Pairing } from './pairing.ts';

/** Neighbours are paired in turn until nothing new is found: each pair may decide about the next ones. */
export function pairByPosition(pairing: Pairing): void {
  const from = neighboursIn(pairing.from);
  const to = neighboursIn(pairing.to);
  const pairOne = (standsLike: (evidence: Evidence) => boolean): boolean =>
    pairing.freeNodesTo().some((node) => {
      const matches = pairing
        .freeNodesFrom()
        .filter(
          (candidate) =>
            pairing.sameKind(candidate.id, node.id) && standsLike(evidenceOf(from(candidate), to(node), pairing)),
        );
      // Two that stand alike are told apart by nothing.
      const [only, ...others] = matches;
      return only !== undefined && others.length === 0 && pairing.pair(only.id, node.id, 'position');
    });
  // What stands alike on both sides is surer, so it goes first.
  while (pairOne(onBothSides) || pairOne(onOneSide));
}

interface Neighbours {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function neighboursIn({ flows, nodes }: ProcessModel): (node: FlowNode) => Neighbours {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const neighbours = new Map(
    nodes.map((node) => [
      node.id,
      {
        // A boundary event stands at its host.
        before: [
          ...node.incoming.flatMap((id) => byId.get(id)?.source ?? []),
          ...(node.attachedTo === undefined ? [] : [node.attachedTo]),
        ],
        after: node.outgoing.flatMap((id) => byId.get(id)?.target ?? []),
      },
    ]),
  );
  return ({ id }) => neighbours.get(id) ?? { before: [], after: [] };
}

/** What the two sides of an element say: a common neighbour, nobody in either design, or neither. */
type Evidence = Readonly<Record<'before' | 'after', 'common' | 'nobody' | 'none'>>;

const onBothSides = ({ before, after }: Evidence): boolean =>
  before !== 'none' && after !== 'none' && (before === 'common' || after === 'common');

const onOneSide = ({ before, after }: Evidence): boolean => before === 'common' || after === 'common';

function evidenceOf(from: Neighbours, to: Neighbours, pairing: Pairing): Evidence {
  const side = (a: readonly string[], b: readonly string[]): 'common' | 'nobody' | 'none' => {
    if (a.length === 0 && b.length === 0) return 'nobody';
    const common = a.some((id) => b.includes(pairing.twinOf(id) ?? ''));
    return common ? 'common' : 'none';
  };
  return { before: side(from.before, to.before), after: side(from.after, to.after) };
}
