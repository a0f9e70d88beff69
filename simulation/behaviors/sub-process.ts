/** Embedded sub-process: a scope of its own that runs where its token stands (rules 6, 9). */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import { now } from '../kernel/clock.ts';
import { workEnded } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import { countVisit, startScope } from '../kernel/moves.ts';
import { tokenCase, tokenInner, tokenOffered, tokenStarted, tokenVisit, tokenWork } from '../kernel/tokens.ts';
import { leaveActivity } from './activity.ts';
import { defineBehavior } from './behavior.ts';

export const subProcess = defineBehavior({
  name: 'sub-process',
  handles: (node) => node.type === 'bpmn:SubProcess' && !node.triggeredByEvent && !node.loop && !node.isForCompensation,
  roles: ['activity'],
  parameters: ['fixedCost', 'assign'],
  enter(t, n) {
    armBoundaries(t, n);
    const c = tokenCase[t]!;
    tokenVisit[t] = countVisit(c, n);
    tokenOffered[t] = now;
    tokenStarted[t] = now;
    tokenWork[t] = 0;
    startScope(network.nodeInnerScope[n]!, c, t, -1);
  },
  resume(t, n) {
    tokenInner[t] = -1;
    workEnded(t, false);
    tokenStarted[t] = NaN;
    disarmBoundaries(t);
    leaveActivity(t, n);
  },
});
