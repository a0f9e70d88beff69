/** Embedded sub-process and transaction: a scope of its own that runs where its token stands (rules 6, 9, 13). */
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
  handles: (node) => node.type === 'bpmn:SubProcess' && !node.triggeredByEvent && !node.loop,
  roles: ['activity'],
  parameters: ['fixedCost', 'assign'],
  enter: beginEmbedded,
  resume: endInside,
});

export const transaction = defineBehavior({
  name: 'transaction',
  handles: (node) => node.type === 'bpmn:Transaction' && !node.loop,
  roles: ['activity'],
  parameters: ['fixedCost', 'assign'],
  enter: beginEmbedded,
  resume: endInside,
});

function beginEmbedded(t: number, n: number): void {
  armBoundaries(t, n);
  beginInside(t, n);
}

/** Notes that the token's activity has begun: what runs inside is its work. */
export function noteBegin(t: number, n: number): void {
  tokens.visit[t] = countVisit(tokens.case[t]!, n);
  tokens.offered[t] = clock.now;
  tokens.started[t] = clock.now;
  tokens.work[t] = 0;
}

/** Runs the scope inside the activity. */
export function beginInside(t: number, n: number): void {
  noteBegin(t, n);
  startScope(network.nodeInnerScope[n]!, tokens.case[t]!, t, -1);
}

/** The scope inside is complete. */
export function endInside(t: number, n: number): void {
  tokens.inner[t] = -1;
  workEnded(t, false);
  tokens.started[t] = NaN;
  disarmBoundaries(t);
  leaveActivity(t, n);
}
