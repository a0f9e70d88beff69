/** Intermediate timer event: the token waits for a date, a duration or the first occurrence of a cycle (rule 18). */
import { leave } from '../kernel/moves.ts';
import { defineBehavior, eventType } from './behavior.ts';
import { catchThen } from './catching.ts';

export const timerCatchEvent = defineBehavior({
  name: 'timer-catch-event',
  handles: (node) => node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Timer',
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar'],
  enter: catchThen(leave),
  resume: leave,
});
