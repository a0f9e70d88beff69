/** Compensation thrown on the way or at an end: undoes what was completed in its scope, last first (rule 13). */
import { defineBehavior, eventType } from './behavior.ts';
import { isThrowing } from '../model/process.ts';
import { throwAll, undoFurther } from './throwing.ts';

export const compensationEvent = defineBehavior({
  name: 'compensation-event',
  handles: (node) => isThrowing(node) && eventType(node) === 'Compensate',
  roles: ['event', 'instant'],
  parameters: ['assign'],
  enter: throwAll,
  resume: undoFurther,
});
