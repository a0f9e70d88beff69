/** Embedded sub-process: a scope of its own that runs where its token stands (rules 6, 9). */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import { clock } from '../kernel/clock.ts';
import { workEnded } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import { countVisit, startScope } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { leaveActivity } from './activity.ts';
import { defineBehavior } from './behavior.ts';

export const subProcess = defineBehavior({
  name: 'sub-process',
  handles: (node) => node.type === 'bpmn:SubProcess' && !node.triggeredByEvent && !node.loop && !node.isForCompensation,
  roles: ['activity'],
  parameters: ['fixedCost', 'assign'],
  enter(t, n) {
    armBoundaries(t, n);
    const c = tokens.case[t]!;
    tokens.visit[t] = countVisit(c, n);
    tokens.offered[t] = clock.now;
    tokens.started[t] = clock.now;
    tokens.work[t] = 0;
    startScope(network.nodeInnerScope[n]!, c, t, -1);
  },
  resume(t, n) {
    tokens.inner[t] = -1;
    workEnded(t, false);
    tokens.started[t] = NaN;
    disarmBoundaries(t);
    leaveActivity(t, n);
  },
});
