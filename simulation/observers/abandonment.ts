/** Per activity that cases may leave unserved: how many went away, which of them at once, and how long the others had waited. */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { graph } from '../kernel/graph.ts';
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { cancelledOf, executionsOf } from './activity-times.ts';
import { oncePer, type Observer } from './observer.ts';
import { SECOND, window } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Those who went away, of them those who did not join, and the waits of the others, ms; of work offered in the window. */
const perActivity = {
  gone: doubles(PLACES),
  balked: doubles(PLACES),
  waited: doubles(PLACES),
};

const rows = oncePer((all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.impatience));

export function wentAway(t: number, joined: boolean): void {
  const offered = tokens.offered[t]!;
  if (offered < window.start) return;
  const a = graph.activity[tokens.node[t]!]!;
  perActivity.gone[a] = perActivity.gone[a]! + 1;
  if (joined) perActivity.waited[a] = perActivity.waited[a]! + clock.now - offered;
  else perActivity.balked[a] = perActivity.balked[a]! + 1;
}

export const abandonment: Observer = {
  paths: (n) =>
    rows(n.activities).flatMap((a) =>
      ['abandoned', 'balked', 'abandonment', 'abandonedAfter'].map((key): KpiPath => [
        'activities',
        n.activities[a]!.id,
        key,
      ]),
    ),
  reset() {
    clearTable(perActivity, activities.length);
  },
  collect(write) {
    for (const a of rows(activities)) {
      const [gone, balked] = [perActivity.gone[a]!, perActivity.balked[a]!];
      // Who goes away is cancelled work as well.
      const came = executionsOf(a) + cancelledOf(a);
      const gaveUp = gone - balked;
      write(gone);
      write(balked);
      write(came > 0 ? gone / came : NaN);
      write(gaveUp > 0 ? perActivity.waited[a]! / gaveUp / SECOND : NaN);
    }
  },
};
