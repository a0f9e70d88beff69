/** What all activities do when they are done: attributes are set, and the token leaves by the outgoing flows that apply. */
import { activityDone } from '../kernel/ad-hoc.ts';
import { assign } from '../kernel/attributes.ts';
import { rememberCompleted } from '../kernel/compensation.ts';
import { graph } from '../kernel/graph.ts';
import { endRun } from '../kernel/instances.ts';
import { network } from '../kernel/loaded.ts';
import { leave, pass } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { leaveByChoice } from './choice.ts';

/** The token leaves the activity: by all flows, or by those whose condition holds when some are conditional (rule 5). */
export function leaveActivity(t: number, n: number): void {
  if (graph.elaborate[n] === 0) leave(t, n);
  else leaveElaborate(t, n);
}

/** The token leaves a looped activity, whose single runs have been noted already. */
export function leaveLooped(t: number, n: number): void {
  if (!activityDone(t, n)) return;
  if (network.nodeConditional[n] === 1) leaveByChoice(t, n);
  else leave(t, n);
}

function leaveElaborate(t: number, n: number): void {
  rememberCompleted(t, n);
  const stamp = tokens.stamp[t]!;
  assign(tokens.case[t]!, n);
  // A condition on what has just changed may have cancelled the token.
  if (tokens.stamp[t] !== stamp) return;
  if (n >= network.drawnNodes) {
    pass(t, n);
    endRun(t, n);
  } else leaveLooped(t, n);
}
