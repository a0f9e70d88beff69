/** Start events; cases come by their arrivals, by a partner's message or by a signal (rules 7, 10, 17). */
import { assign } from '../kernel/attributes.ts';
import { Quick } from '../kernel/behavior-table.ts';
import { graph } from '../kernel/graph.ts';
import { leave } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

/** Kinds that begin event sub-processes only. */
const INSIDE = ['Error', 'Escalation', 'Compensate'];
const KINDS = ['', 'Message', 'Timer', 'Signal', 'Conditional', 'several', ...INSIDE];

export const startEvent = defineBehavior({
  name: 'start-event',
  handles: (node) => node.type === 'bpmn:StartEvent' && KINDS.includes(eventType(node)),
  roles: ['event', 'instant'],
  parameters: ['arrivals'],
  quick: Quick.pass,
  enter(t, n) {
    if (graph.elaborate[n] === 1) assign(tokens.case[t]!, n);
    leave(t, n);
  },
  resume: neverResumed,
});
