/** Per activity that people have to get ready for: how often they did, and the time it took. */
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import { prepared } from '../kernel/teams.ts';
import type { KpiPath } from '../model/run.ts';
import { oncePer, type Observer } from './observer.ts';
import { SECOND } from './window.ts';

const rows = oncePer((all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.team?.setup));

export function windowOpened(): void {
  prepared.count.fill(0);
  prepared.time.fill(0);
}

export const setUps: Observer = {
  paths: (n) =>
    rows(n.activities).flatMap((a) =>
      ['setups', 'setupTime'].map((key): KpiPath => ['activities', n.activities[a]!.id, key]),
    ),
  reset: () => undefined,
  collect(write) {
    for (const a of rows(activities)) {
      write(prepared.count[a]!);
      write(prepared.time[a]! / SECOND);
    }
  },
};
