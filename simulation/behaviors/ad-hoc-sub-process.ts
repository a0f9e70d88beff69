/** Ad-hoc sub-process: its activities in any order, once each, until its completion condition holds (rule 15). */
import { beginAdHoc } from '../kernel/ad-hoc.ts';
import { armBoundaries } from '../kernel/boundaries.ts';
import { defineBehavior } from './behavior.ts';
import { endInside, noteBegin } from './sub-process.ts';

export const adHocSubProcess = defineBehavior({
  name: 'ad-hoc-sub-process',
  handles: (node) => node.type === 'bpmn:AdHocSubProcess' && !node.loop,
  roles: ['activity'],
  parameters: ['adHoc', 'completion', 'fixedCost', 'assign'],
  enter(t, n) {
    armBoundaries(t, n);
    noteBegin(t, n);
    beginAdHoc(t, n);
  },
  resume: endInside,
});
