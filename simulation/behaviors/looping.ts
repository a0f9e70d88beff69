/** What looped activities share: their border is armed once around all runs, which happen at a node of their own. */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import type { Enter, Resume } from '../kernel/behavior-table.ts';
import { beginLoop, endRuns } from '../kernel/instances.ts';
import type { FlowNode } from '../model/process.ts';
import { leaveLooped } from './activity.ts';

/** Whether the node is an activity. */
export const isLoopable = ({ type }: FlowNode): boolean => /(Task|SubProcess|Transaction|CallActivity)$/.test(type);

export const enterLoop: Enter = (t, n) => {
  armBoundaries(t, n);
  if (beginLoop(t, n)) finish(t, n);
};

export const resumeLoop: Resume = (t, n) => {
  if (endRuns(t, n)) finish(t, n);
};

function finish(t: number, n: number): void {
  disarmBoundaries(t);
  leaveLooped(t, n);
}
