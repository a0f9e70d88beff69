/** Complex gateway: goes on when its condition on the tokens that have come holds; takes in late ones; splits like an inclusive one. */
import { arriveAtComplexGateway } from '../kernel/complex-joins.ts';
import { network } from '../kernel/loaded.ts';
import { defineBehavior } from './behavior.ts';
import { split } from './inclusive-gateway.ts';

export const complexGateway = defineBehavior({
  name: 'complex-gateway',
  handles: (node) => node.type === 'bpmn:ComplexGateway',
  roles: ['join', 'choice', 'instant'],
  parameters: ['activation'],
  enter(t, n, flow) {
    if (network.nodeInclusiveJoin[n]! >= 0) arriveAtComplexGateway(t, n, flow);
    else split(t, n);
  },
  resume: split,
});
