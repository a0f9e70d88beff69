/** Event-based gateway at which cases begin: with the one event that has occurred; a parallel one awaits the others too (rule 8). */
import { beginAtGateway } from '../kernel/instantiation.ts';
import { network } from '../kernel/loaded.ts';
import { defineBehavior, neverResumed } from './behavior.ts';
import { chooseFlow } from './choice.ts';
import { tokens } from '../kernel/tokens.ts';

export const instantiatingGateway = defineBehavior({
  name: 'instantiating-gateway',
  handles: (node) => node.type === 'bpmn:EventBasedGateway' && node.instantiate === true && node.incoming.length === 0,
  roles: ['choice', 'instant'],
  parameters: ['arrivals'],
  enter(t, n) {
    beginAtGateway(t, n, network.flowTarget[chooseFlow(n, tokens.case[t]!)]!);
  },
  resume: neverResumed,
});
