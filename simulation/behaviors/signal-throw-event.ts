/** Signals thrown on the way or at an end: they reach everything armed at that instant, in every case (rule 17). */
import { defineBehavior, eventType, neverResumed } from './behavior.ts';
import { isThrowing } from '../model/process.ts';
import { throwAll } from './throwing.ts';

export const signalThrowEvent = defineBehavior({
  name: 'signal-throw-event',
  handles: (node) => isThrowing(node) && eventType(node) === 'Signal',
  roles: ['event', 'instant'],
  parameters: ['assign'],
  enter: throwAll,
  resume: neverResumed,
});
