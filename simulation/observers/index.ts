/** The registry of figures: a new family is a file beside this, a line in `observers`, and a call where it listens. */
import { growColumn, PLACES } from '../kernel/arrays.ts';
import { batches, isInBatch } from '../kernel/batches.ts';
import type { Hooks } from '../kernel/hooks.ts';
import type { Network } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';
import * as leaving from './abandonment.ts';
import * as activity from './activity-times.ts';
import { absences } from './absences.ts';
import * as gathered from './batch-counts.ts';
import * as times from './case-times.ts';
import * as cost from './cost.ts';
import * as parts from './decomposition.ts';
import { flowObserver } from './flow-counts.ts';
import { hourlyUtilisation } from './hourly-utilisation.ts';
import * as counts from './interruption-counts.ts';
import * as broken from './interruptions.ts';
import * as outcomes from './case-outcomes.ts';
import { movementCaseEnded, movementCaseStarted, recordsMovement } from './movement.ts';
import type { Observer } from './observer.ts';
import { resetSamples } from './sample-summary.ts';
import * as setUps from './set-ups.ts';
import * as sla from './sla-hits.ts';
import { record, tracing } from './trace.ts';
import * as pool from './utilisation.ts';
import { requestInWindow, resetWindow, waited, waitInWindow } from './window.ts';
import * as wip from './work-in-progress.ts';
import { doubles } from '../math/memory.ts';

/** In the order of the KPI vector. */
const observers: readonly Observer[] = [
  times.caseTimes,
  parts.decomposition,
  sla.slaHits,
  activity.activityTimes,
  flowObserver,
  outcomes.caseOutcomes,
  pool.utilisation,
  hourlyUtilisation,
  wip.workInProgress,
  cost.costPerCase,
  leaving.abandonment,
  counts.interruptionCounts,
  gathered.batchCounts,
  setUps.setUps,
  absences,
];

/** Paths of all figures of the network, in the order of the KPI vector. */
export const kpiPathsOf = (network: Network): KpiPath[] => observers.flatMap((o) => o.paths(network));

/** Whether those that most models do without must hear of work that ends, and of cases. */
const rarer = { ofWork: false, ofCases: false };

/** Starts a replication. */
export function resetObservers(warmUp: number, horizon: number): void {
  resetWindow(warmUp, horizon);
  resetSamples();
  for (const observer of observers) observer.reset();
  rarer.ofWork = sla.onActivities.any || tracing || batches.any;
  rarer.ofCases = sla.onCases.any || recordsMovement;
}

/** The KPI vector as it is being written, and how much of it. */
const vector = { kpis: doubles(PLACES) };
const written = { count: 0 };

function write(value: number): void {
  vector.kpis[written.count++] = value;
}

/** The KPI vector of the replication that ends now; it stands until the next is asked for. */
export function collectKpis(length: number): Float64Array {
  growColumn(vector, 'kpis', length);
  written.count = 0;
  for (const observer of observers) observer.collect(write);
  if (written.count !== length) throw new Error(`figures written <${written.count}>, announced <${length}>`);
  return vector.kpis.subarray(0, length);
}

function rarerHear(t: number, cancelled: boolean): void {
  if (sla.onActivities.any) sla.workEnded(t, cancelled);
  if (tracing) record(t, cancelled);
  if (batches.any) gathered.workEnded(t, cancelled);
  if (broken.interruptions.any) {
    counts.workEnded(t, cancelled);
    broken.forget(t);
  }
}

/** Who listens to what. */
export const hooks: Hooks = {
  casesGrown(capacity) {
    parts.growCases(capacity);
    times.growCases(capacity);
    cost.growCases(capacity);
    sla.growCases(capacity);
  },
  caseStarted(c) {
    parts.caseStarted(c);
    times.caseStarted(c);
    cost.caseStarted(c);
    wip.caseStarted();
    if (!rarer.ofCases) return;
    sla.caseStarted(c);
    if (recordsMovement) movementCaseStarted(c);
  },
  caseEnded(c, outcome) {
    parts.settleCase(c);
    const counts = times.caseEnded(c, outcome);
    parts.endCase(c, counts ? 1 : 0);
    if (counts) {
      cost.addCase(c);
      outcomes.addCase(c);
    }
    wip.caseEnded(c);
    if (!rarer.ofCases) return;
    sla.caseEnded(c, outcome);
    if (recordsMovement) movementCaseEnded(c, outcome);
  },
  stateChanged: parts.stateChanged,
  workQueued(t) {
    // Of a batch, all cases wait, and only one asks the pools.
    if (!batches.any || !isInBatch(t)) activity.workQueued(t);
    pool.workQueued(t);
  },
  workDequeued(t) {
    waited[0] = waitInWindow(t);
    if (!batches.any || !isInBatch(t)) activity.workDequeued(t);
    if (batches.any) waited[0] = requestInWindow(t);
    pool.workDequeued(t);
  },
  itemQueued: activity.workQueued,
  itemDequeued(t) {
    waited[0] = waitInWindow(t);
    activity.workDequeued(t);
  },
  workEnded(t, cancelled) {
    activity.workEnded(t, cancelled);
    if (rarer.ofWork) rarerHear(t, cancelled);
  },
  workInterrupted(t) {
    rarer.ofWork = true;
    broken.workInterrupted(t);
    counts.workInterrupted(t);
  },
  wentAway: leaving.wentAway,
  poolChanging: pool.poolChanging,
  windowOpened() {
    activity.windowOpened();
    pool.windowOpened();
    cost.windowOpened();
    wip.windowOpened();
    gathered.windowOpened();
    setUps.windowOpened();
  },
  milestonePassed: sla.milestonePassed,
};
