/** What catching events and receive tasks share: the token waits, or goes on at once when what it waits for is there. */
import type { Enter, Resume } from '../kernel/behavior-table.ts';
import { endWait, waitAt } from '../kernel/waits.ts';

/** Enters a catching node and goes on by `then`. */
export const catchThen =
  (then: Resume): Enter =>
  (t, n) => {
    if (!waitAt(t, n)) return;
    endWait(t);
    then(t, n);
  };
