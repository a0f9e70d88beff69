/** Per activity that gathers cases: how many batches were done, and of how many cases on average. */
import { formed } from '../kernel/batches.ts';
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';
import type { Observer } from './observer.ts';

const rows = (all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.batch);

export function resetBatchCounts(): void {
  formed.count.fill(0);
  formed.items.fill(0);
}

export const batchCounts: Observer = {
  paths: (n) =>
    rows(n.activities).flatMap((a): KpiPath[] => [
      ['activities', n.activities[a]!.id, 'batches'],
      ['activities', n.activities[a]!.id, 'batchSize'],
    ]),
  reset: resetBatchCounts,
  collect(write) {
    for (const a of rows(activities)) {
      const count = formed.count[a]!;
      write(count);
      write(count > 0 ? formed.items[a]! / count : NaN);
    }
  },
};
