/**
 * Per activity that gathers cases: how many batches were begun and of how many cases, and what a case waits for: for its batch to form
 * and its turn in it, and in between for people.
 */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { formed, inBatch } from '../kernel/batches.ts';
import { graph } from '../kernel/graph.ts';
import { activities } from '../kernel/loaded.ts';
import type { Activity } from '../kernel/network.ts';
import { groupTimeline, units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { executionsOf } from './activity-times.ts';
import { oncePer, type Observer } from './observer.ts';
import { SECOND, window } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Sums over the executions counted, ms. */
const perActivity = {
  gathered: doubles(PLACES),
  queued: doubles(PLACES),
  businessQueued: doubles(PLACES),
};

const KEYS: readonly KpiPath[] = [
  ['batches'],
  ['batchSize'],
  ['batchWait'],
  ['batchQueue', 'mean'],
  ['batchQueue', 'businessMean'],
];

const rows = oncePer((all: readonly Activity[]): number[] => [...all.keys()].filter((a) => all[a]!.batch));

export function workEnded(t: number, cancelled: boolean): void {
  const batch = inBatch.get(t);
  const offered = tokens.offered[t]!;
  if (!batch || cancelled || offered < window.start) return;
  const a = graph.activity[tokens.node[t]!]!;
  const { at, begun } = batch;
  const unit = tokens.unit[t]!;
  const timeline = unit === -1 ? undefined : groupTimeline[units.group[unit]!];
  perActivity.gathered[a] = perActivity.gathered[a]! + at - offered + tokens.started[t]! - begun;
  perActivity.queued[a] = perActivity.queued[a]! + begun - at;
  perActivity.businessQueued[a] = perActivity.businessQueued[a]! + (timeline?.openBetween(at, begun) ?? begun - at);
}

export function windowOpened(): void {
  formed.count.fill(0);
  formed.items.fill(0);
}

export const batchCounts: Observer = {
  paths: (n) =>
    rows(n.activities).flatMap((a) => KEYS.map((key): KpiPath => ['activities', n.activities[a]!.id, ...key])),
  reset() {
    clearTable(perActivity, activities.length);
  },
  collect(write) {
    for (const a of rows(activities)) {
      const [batches, executions] = [formed.count[a]!, executionsOf(a)];
      write(batches);
      write(batches > 0 ? formed.items[a]! / batches : NaN);
      const { gathered, queued, businessQueued } = perActivity;
      for (const { [a]: sum } of [gathered, queued, businessQueued])
        write(executions > 0 ? sum! / executions / SECOND : NaN);
    }
  },
};
