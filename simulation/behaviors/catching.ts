/** What catching events and receive tasks share: the token waits, or goes on at once when what it waits for is there. */
import type { Enter, Resume } from '../kernel/behavior-table.ts';
import { assign } from '../kernel/attributes.ts';
import { disarmBoundaries } from '../kernel/boundaries.ts';
import { graph } from '../kernel/graph.ts';
import { leave } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { endWait, waitAt } from '../kernel/waits.ts';

/** Enters a catching node and goes on by `then`. */
export const catchThen =
  (then: Resume): Enter =>
  (t, n) => {
    if (!waitAt(t, n)) return;
    endWait(t);
    then(t, n);
  };

/** The event has occurred: attributes are set and the token leaves. */
export const leaveEvent: Resume = (t, n) => {
  if (tokens.boundary[t] !== -1) disarmBoundaries(t);
  if (graph.elaborate[n] === 1) {
    const stamp = tokens.stamp[t]!;
    assign(tokens.case[t]!, n);
    if (tokens.stamp[t] !== stamp) return;
  }
  leave(t, n);
};
