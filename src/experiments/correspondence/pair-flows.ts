/** Flows between twins are twins; so are flows of one name that leave twins. */
import type { MessageFlow, SequenceFlow } from '#simulation';
import type { Pairing } from './pairing.ts';

type Flow = Pick<SequenceFlow | MessageFlow, 'id' | 'name' | 'source' | 'target'>;

export function pairFlows(pairing: Pairing): void {
  const { from, to } = pairing;
  pairLists(pairing, from.flows, to.flows);
  pairLists(pairing, from.messageFlows, to.messageFlows);
}

function pairLists(pairing: Pairing, from: readonly Flow[], to: readonly Flow[]): void {
  for (const flow of from) {
    if (pairing.twinOf(flow.id) !== undefined) continue;
    const source = pairing.twinOf(flow.source);
    const target = pairing.twinOf(flow.target);
    const leaving = to.filter((other) => other.source === source && pairing.isFreeTo(other.id));
    const between = leaving.filter((other) => other.target === target);
    // Of parallel flows between the same two, the one of the same name comes first.
    const found = between.find((other) => isNamedLike(flow, other)) ?? between[0];
    const named = leaving.find((other) => isNamedLike(flow, other));
    if (found) pairing.pair(flow.id, found.id, 'position');
    else if (named) pairing.pair(flow.id, named.id, 'name');
  }
}

const isNamedLike = (a: Flow, b: Flow): boolean => a.name !== undefined && a.name !== '' && a.name === b.name;
