/** Exclusive gateway: passes every token on its own, by the first true condition or by shares (rule 4). */
import { Quick } from '../kernel/behavior-table.ts';
import { defineBehavior, neverResumed } from './behavior.ts';
import { leave } from '../kernel/moves.ts';
import { graph } from '../kernel/graph.ts';
import { leaveByOne } from './choice.ts';

export const exclusiveGateway = defineBehavior({
  name: 'exclusive-gateway',
  handles: (node) => node.type === 'bpmn:ExclusiveGateway',
  roles: ['choice', 'instant'],
  parameters: [],
  quick: Quick.share,
  enter(t, n) {
    // A gateway without outgoing flow ends the token, as an implicit end.
    if (graph.outStart[n] === graph.outStart[n + 1]) leave(t, n);
    else leaveByOne(t, n);
  },
  resume: neverResumed,
});
