/** Intermediate throw events: none is a milestone, message sends, link goes on at its catch in the same scope (rules 17, 19). */
import { Quick } from '../kernel/behavior-table.ts';
import { enterAt, leave, pass } from '../kernel/moves.ts';
import { network } from '../kernel/loaded.ts';
import { tokens } from '../kernel/tokens.ts';
import { sendMessages } from '../kernel/waits.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const throwEvent = defineBehavior({
  name: 'throw-event',
  handles: (node) => node.type === 'bpmn:IntermediateThrowEvent' && ['', 'Message', 'Link'].includes(eventType(node)),
  roles: ['event', 'instant'],
  parameters: [],
  enter(t, n) {
    if (network.sends[n]!.length > 0) sendMessages(tokens.case[t]!, n);
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
