/** Intermediate events that wait for a signal, a condition, or one or all of several triggers (rules 8, 17, 19). */
import { defineBehavior, eventType } from './behavior.ts';
import { catchThen, leaveEvent } from './catching.ts';

export const catchEvent = defineBehavior({
  name: 'catch-event',
  handles: (node) =>
    node.type === 'bpmn:IntermediateCatchEvent' && ['Signal', 'Conditional', 'several', ''].includes(eventType(node)),
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar', 'assign'],
  enter: catchThen(leaveEvent),
  resume: leaveEvent,
});
