/** Parallel gateway: waits for one token on each incoming flow, consumes one of each, and splits (rule 3). */
import { defineBehavior, neverResumed } from './behavior.ts';
import { marksOn, placeMark, removeMark } from '../kernel/joins.ts';
import { graph } from '../kernel/graph.ts';
import { leave } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';

export const parallelGateway = defineBehavior({
  name: 'parallel-gateway',
  handles: (node) => node.type === 'bpmn:ParallelGateway',
  roles: ['join', 'instant'],
  parameters: [],
  enter(t, n, flow) {
    const { inStart, inFlows } = graph;
    const s = tokens.scope[t]!;
    const first = inStart[n]!;
    const end = inStart[n + 1]!;
    if (end - first === 1) {
      leave(t, n);
      return;
    }
    for (let i = first; i < end; i++)
      if (inFlows[i] !== flow && marksOn(s, inFlows[i]!) === 0) {
        placeMark(t, flow);
        return;
      }
    for (let i = first; i < end; i++) if (inFlows[i] !== flow) removeMark(s, inFlows[i]!);
    leave(t, n);
  },
  resume: neverResumed,
});
