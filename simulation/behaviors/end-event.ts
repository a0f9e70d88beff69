/** End events that only consume their token: none, and message, which also sends (rule 6). */
import { Quick } from '../kernel/behavior-table.ts';
import { leave } from '../kernel/moves.ts';
import { assign } from '../kernel/attributes.ts';
import { graph } from '../kernel/graph.ts';
import { tokens } from '../kernel/tokens.ts';
import { sendMessages } from '../kernel/messages.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const endEvent = defineBehavior({
  name: 'end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && (eventType(node) === '' || eventType(node) === 'Message'),
  roles: ['event', 'instant'],
  parameters: ['assign'],
  quick: Quick.end,
  enter(t, n) {
    if (graph.elaborate[n] === 1) assign(tokens.case[t]!, n);
    if (graph.sends[n] === 1) sendMessages(tokens.case[t]!, n);
    leave(t, n);
  },
  resume: neverResumed,
});
