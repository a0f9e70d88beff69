/** Multi-instance activities: as many runs as counted on entry, at once or one after the other, and one outgoing token (rule 14). */
import { defineBehavior } from './behavior.ts';
import { enterLoop, isLoopable, resumeLoop } from './looping.ts';

export const multiInstance = defineBehavior({
  name: 'multi-instance',
  handles: (node) => node.loop?.type === 'multi-instance' && isLoopable(node),
  roles: ['activity'],
  parameters: ['instances', 'completion'],
  enter: enterLoop,
  resume: resumeLoop,
});
