/** Intermediate message catch: waits for a partner's message, or for a declared time when nobody in the model sends it. */
import { defineBehavior, eventType } from './behavior.ts';
import { catchThen, leaveEvent } from './catching.ts';

export const messageCatchEvent = defineBehavior({
  name: 'message-catch-event',
  handles: (node) => node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Message',
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar', 'assign'],
  enter: catchThen(leaveEvent),
  resume: leaveEvent,
});
