/** Loops: runs one after the other while the condition holds or chance has it, tested before or after each (rule 14). */
import { defineBehavior } from './behavior.ts';
import { enterLoop, isLoopable, resumeLoop } from './looping.ts';

export const standardLoop = defineBehavior({
  name: 'standard-loop',
  handles: (node) => node.loop?.type === 'standard' && isLoopable(node),
  roles: ['activity'],
  parameters: ['repeat'],
  enter: enterLoop,
  resume: resumeLoop,
});
