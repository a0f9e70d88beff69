/** Per activity that gathers cases: how many batches were begun, of how many cases, and how long a case waits for the others. */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { formed, waitedForBatch } from '../kernel/batches.ts';
import { graph } from '../kernel/graph.ts';
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { executionsOf } from './activity-times.ts';
import type { Observer } from './observer.ts';
import { SECOND, window } from './window.ts';

/** Sum over the executions counted, ms. */
const perActivity = { waited: new Float64Array(PLACES) };

const rows = (all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.batch);

export function workEnded(t: number, cancelled: boolean): void {
  if (cancelled || tokens.offered[t]! < window.start) return;
  const a = graph.activity[tokens.node[t]!]!;
  perActivity.waited[a] = perActivity.waited[a]! + waitedForBatch(t);
}

export function windowOpened(): void {
  formed.count.fill(0);
  formed.items.fill(0);
}

export const batchCounts: Observer = {
  paths: (n) =>
    rows(n.activities).flatMap((a) =>
      ['batches', 'batchSize', 'batchWait'].map((key): KpiPath => ['activities', n.activities[a]!.id, key]),
    ),
  reset() {
    clearTable(perActivity, activities.length);
  },
  collect(write) {
    for (const a of rows(activities)) {
      const [batches, executions] = [formed.count[a]!, executionsOf(a)];
      write(batches);
      write(batches > 0 ? formed.items[a]! / batches : NaN);
      write(executions > 0 ? perActivity.waited[a]! / executions / SECOND : NaN);
    }
  },
};
