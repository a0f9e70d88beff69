/** Error end event: the innermost catcher takes it and what stands around is cancelled; uncaught, the case fails (rule 12). */
import { defineBehavior, eventType, neverResumed } from './behavior.ts';
import { throwAll } from './throwing.ts';

export const errorEndEvent = defineBehavior({
  name: 'error-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Error',
  roles: ['event', 'instant'],
  parameters: [],
  enter: throwAll,
  resume: neverResumed,
});
