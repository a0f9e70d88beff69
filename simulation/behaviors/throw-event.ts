/** Intermediate throw events: none is a milestone, message sends, link goes on at its catch in the same scope (rules 17, 19). */
import { Quick } from '../kernel/behavior-table.ts';
import { enterAt, leave, pass } from '../kernel/moves.ts';
import { assign } from '../kernel/attributes.ts';
import { graph } from '../kernel/graph.ts';
import { network } from '../kernel/loaded.ts';
import { tokens } from '../kernel/tokens.ts';
import { sendMessages } from '../kernel/messages.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const throwEvent = defineBehavior({
  name: 'throw-event',
  handles: (node) => node.type === 'bpmn:IntermediateThrowEvent' && ['', 'Message', 'Link'].includes(eventType(node)),
  roles: ['event', 'instant'],
  parameters: ['assign'],
  enter(t, n) {
    if (graph.elaborate[n] === 1) assign(tokens.case[t]!, n);
    if (graph.sends[n] === 1) sendMessages(tokens.case[t]!, n);
    const target = network.nodeLink[n]!;
    if (target < 0) leave(t, n);
    else {
      pass(t, n);
      enterAt(t, target, -1);
    }
  },
  resume: neverResumed,
});

export const linkCatchEvent = defineBehavior({
  name: 'link-catch-event',
  handles: (node) => node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Link',
  roles: ['event', 'instant'],
  parameters: [],
  quick: Quick.pass,
  enter: leave,
  resume: neverResumed,
});
