/** Terminate end event: ends the enclosing scope instance with everything in it (rule 11). */
import { defineBehavior, eventType, neverResumed } from './behavior.ts';
import { throwAll } from './throwing.ts';

export const terminateEndEvent = defineBehavior({
  name: 'terminate-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Terminate',
  roles: ['event', 'instant'],
  parameters: [],
  enter: throwAll,
  resume: neverResumed,
});
