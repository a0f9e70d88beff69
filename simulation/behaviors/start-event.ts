/** Start events: none, message, timer and signal; cases come by their arrivals, messages by a partner's throw (rules 7, 17). */
import { Quick } from '../kernel/behavior-table.ts';
import { leave } from '../kernel/moves.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

const KINDS = new Set(['', 'Message', 'Timer', 'Signal']);

export const startEvent = defineBehavior({
  name: 'start-event',
  handles: (node) => node.type === 'bpmn:StartEvent' && KINDS.has(eventType(node)),
  roles: ['event', 'instant'],
  parameters: ['arrivals'],
  quick: Quick.pass,
  enter: leave,
  resume: neverResumed,
});
