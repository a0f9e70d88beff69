/** Call activity: runs another process of the file as a sub-process (rule 16); one that is not in the file counts as a task. */
import { armBoundaries } from '../kernel/boundaries.ts';
import { network } from '../kernel/loaded.ts';
import { offerWork } from '../kernel/work.ts';
import { defineBehavior } from './behavior.ts';
import { beginInside, endInside } from './sub-process.ts';
import { task } from './task.ts';

export const callActivity = defineBehavior({
  name: 'call-activity',
  handles: (node) => node.type === 'bpmn:CallActivity' && !node.loop,
  roles: ['activity'],
  parameters: task.parameters,
  enter(t, n) {
    armBoundaries(t, n);
    if (network.nodeInnerScope[n]! >= 0) beginInside(t, n);
    else offerWork(t, n, network.nodeActivity[n]!);
  },
  resume(t, n) {
    if (network.nodeInnerScope[n]! >= 0) endInside(t, n);
    else task.resume(t, n);
  },
});
