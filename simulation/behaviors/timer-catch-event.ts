/** Intermediate timer event: the token waits for a date, a duration or the first occurrence of a cycle (rule 18). */
import { defineBehavior, eventType } from './behavior.ts';
import { catchThen, leaveEvent } from './catching.ts';

export const timerCatchEvent = defineBehavior({
  name: 'timer-catch-event',
  handles: (node) => node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Timer',
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar', 'assign'],
  enter: catchThen(leaveEvent),
  resume: leaveEvent,
});
