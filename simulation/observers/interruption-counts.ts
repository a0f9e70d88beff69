/** Per activity whose work can be interrupted: how often it was, and the share of executions that it happened to. */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { graph } from '../kernel/graph.ts';
import { activities, network } from '../kernel/loaded.ts';
import type { Network } from '../kernel/network.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { executionsOf } from './activity-times.ts';
import { offeredAt, wasInterrupted } from './interruptions.ts';
import { oncePer, type Observer } from './observer.ts';
import { window } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Interruptions in the window; executions that had any. */
const perActivity = {
  interruptions: doubles(PLACES),
  executions: doubles(PLACES),
};

/** Activities whose work can be interrupted. */
const rows = oncePer(({ activities: all, pools }: Network): number[] =>
  [...all.keys()].filter((a) => all[a]!.needs.flat().some(({ pool }) => pools[pool]!.preempts)),
);

export function workInterrupted(t: number): void {
  if (clock.now < window.start) return;
  const a = graph.activity[tokens.node[t]!]!;
  perActivity.interruptions[a] = perActivity.interruptions[a]! + 1;
}

export function workEnded(t: number, cancelled: boolean): void {
  if (cancelled || !wasInterrupted(t) || offeredAt(t) < window.start) return;
  const a = graph.activity[tokens.node[t]!]!;
  perActivity.executions[a] = perActivity.executions[a]! + 1;
}

export const interruptionCounts: Observer = {
  paths: (n) =>
    rows(n).flatMap((a) =>
      ['interruptions', 'interrupted'].map((key): KpiPath => ['activities', n.activities[a]!.id, key]),
    ),
  reset() {
    clearTable(perActivity, activities.length);
  },
  collect(write) {
    for (const a of rows(network)) {
      const executions = executionsOf(a);
      write(perActivity.interruptions[a]!);
      write(executions > 0 ? perActivity.executions[a]! / executions : NaN);
    }
  },
};
