/** Events that throw several things: all of them, in the order of the document; ends come last. */
import { defineBehavior, eventType } from './behavior.ts';
import { isThrowing } from '../model/process.ts';
import { throwAll, undoFurther } from './throwing.ts';

export const multipleThrowEvent = defineBehavior({
  name: 'multiple-throw-event',
  handles: (node) => isThrowing(node) && eventType(node) === 'several',
  roles: ['event', 'instant'],
  parameters: ['assign'],
  enter: throwAll,
  resume: undoFurther,
});
