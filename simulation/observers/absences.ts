/** Per pool whose people fall ill or machines break down: the share of their hours in which they are not there. */
import { network } from '../kernel/loaded.ts';
import type { Network } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';
import { oncePer, type Observer } from './observer.ts';
import { openInWindow, presence } from './persons.ts';

const rows = oncePer(({ pools, groups }: Network): typeof pools =>
  pools.filter((pool) => pool.groups.some((g) => groups[g]!.absence)),
);

export const absences: Observer = {
  paths: (n) => rows(n).map(({ id }): KpiPath => ['resources', id, 'absence']),
  reset: () => undefined,
  collect(write) {
    for (const pool of rows(network)) {
      let planned = 0;
      let there = 0;
      for (const g of pool.groups) {
        const { absence, capacity, timeline } = network.groups[g]!;
        if (!absence) continue;
        planned += capacity * openInWindow(timeline);
        there += presence(g);
      }
      write(planned > 0 ? 1 - there / planned : NaN);
    }
  },
};
