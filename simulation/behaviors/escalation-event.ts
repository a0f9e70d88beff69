/** Escalations thrown on the way or at an end: the innermost catcher takes them; uncaught, the token goes on (rule 12). */
import { defineBehavior, eventType, neverResumed } from './behavior.ts';
import { isThrowing } from '../model/process.ts';
import { throwAll } from './throwing.ts';

export const escalationEvent = defineBehavior({
  name: 'escalation-event',
  handles: (node) => isThrowing(node) && eventType(node) === 'Escalation',
  roles: ['event', 'instant'],
  parameters: ['assign'],
  enter: throwAll,
  resume: neverResumed,
});
