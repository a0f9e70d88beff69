/** Inclusive gateway: the join waits for what can still come (rule 1), the split takes every flow that applies (rule 2). */
import { defineBehavior } from './behavior.ts';
import { waitAtInclusiveJoin } from '../kernel/inclusive-joins.ts';
import { network } from '../kernel/loaded.ts';
import { leave } from '../kernel/moves.ts';
import { leaveByChoice } from './choice.ts';

export const inclusiveGateway = defineBehavior({
  name: 'inclusive-gateway',
  handles: (node) => node.type === 'bpmn:InclusiveGateway',
  roles: ['join', 'choice', 'instant'],
  parameters: [],
  enter(t, n, flow) {
    if (network.nodeInclusiveJoin[n]! >= 0) waitAtInclusiveJoin(t, flow);
    else split(t, n);
  },
  resume: split,
});

/** Leaves by every flow that applies. */
export function split(t: number, n: number): void {
  if (network.outStart[n + 1]! - network.outStart[n]! <= 1) leave(t, n);
  else leaveByChoice(t, n);
}
