/** Per activity that cases may leave unserved: how many went away. */
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import { gone } from '../kernel/patience.ts';
import type { KpiPath } from '../model/run.ts';
import type { Observer } from './observer.ts';

const rows = (all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.impatience);

export function windowOpened(): void {
  gone.count.fill(0);
}

export const abandonment: Observer = {
  paths: (n) => rows(n.activities).map((a): KpiPath => ['activities', n.activities[a]!.id, 'abandoned']),
  reset: () => undefined,
  collect(write) {
    for (const a of rows(activities)) write(gone.count[a]!);
  },
};
