/** Intermediate message catch: waits for a partner's message, or for a declared time when nobody in the model sends it. */
import { leave } from '../kernel/moves.ts';
import { defineBehavior, eventType } from './behavior.ts';
import { catchThen } from './catching.ts';

export const messageCatchEvent = defineBehavior({
  name: 'message-catch-event',
  handles: (node) => node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Message',
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar'],
  enter: catchThen(leave),
  resume: leave,
});
