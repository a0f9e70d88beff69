/** One replication of a compiled network: sets the kernel up, lets it run, and gathers what the observers measured. */
import { behaviors } from './behaviors/index.ts';
import { Quick, setBehaviors } from './kernel/behavior-table.ts';
import { advance, begin, progress } from './kernel/engine.ts';
import { clock } from './kernel/clock.ts';
import { faultIssues } from './kernel/faults.ts';
import { attach } from './kernel/hooks.ts';
import type { Network } from './kernel/network.ts';
import { noteStuckCases } from './kernel/stuck-cases.ts';
import type { ReplicationResult, RunPlan } from './model/run.ts';
import { cycleTimeCounts } from './observers/case-times.ts';
import { collectKpis, hooks, resetObservers } from './observers/index.ts';
import { movementTrace, resetMovement } from './observers/movement.ts';
import { resetTrace, traceColumns } from './observers/trace.ts';
import { wipSeries } from './observers/work-in-progress.ts';
import { seedWords } from './random/seed.ts';

/** A replication under way; only one at a time in a thread. */
export interface Replication {
  /** Handles up to `limit` events; true when it has ended. */
  advance(limit: number): boolean;
  /** Simulated ms so far. */
  readonly time: number;
  readonly events: number;
  /** What was measured. To be called once, after the end; the next replication may begin then. */
  result(): ReplicationResult;
}

const enters = behaviors.map((b) => b.enter);
const resumes = behaviors.map((b) => b.resume);
const quicks = behaviors.map((b) => b.quick ?? Quick.none);

/** Begins replication `index` of the plan. A replication that was begun before and not finished is given up. */
export function beginReplication(network: Network, plan: RunPlan, index: number): Replication {
  setBehaviors(enters, resumes, quicks);
  attach(hooks);
  begin(network, plan, seedWords(plan.seed), index);
  resetObservers(plan.warmUp, plan.horizon);
  resetTrace(plan.trace ?? false);
  resetMovement(plan.movement ?? false);
  return {
    advance,
    get time() {
      return clock.now;
    },
    get events() {
      return progress.events;
    },
    result: () => finish(network, plan, index),
  };
}

/** Events in one go: a loop that never returns would stay in the compiler's makeshift version of it. */
const SLICE = 10_000;

/** Replication `index` from beginning to end. */
export function simulate(network: Network, plan: RunPlan, index: number): ReplicationResult {
  const replication = beginReplication(network, plan, index);
  while (!replication.advance(SLICE));
  return replication.result();
}

function finish(network: Network, plan: RunPlan, index: number): ReplicationResult {
  noteStuckCases(plan.horizon === Infinity);
  return {
    index,
    kpis: collectKpis(network.kpiPaths.length).slice(),
    ...pictures(),
    issues: faultIssues(network.nodeIds, network.nodeNames),
    events: progress.events,
    ...(plan.trace ? { trace: traceColumns() } : {}),
    ...(plan.movement ? { movement: movementTrace() } : {}),
  };
}

/** Copies of what charts show, in one buffer: every buffer costs more than what it holds here. */
function pictures(): Pick<ReplicationResult, 'wip' | 'cycleTimes' | 'businessCycleTimes'> {
  const { width, values } = wipSeries();
  const live = cycleTimeCounts();
  const first = values.byteLength;
  const second = first + live.cycleTimes.byteLength;
  const buffer = new ArrayBuffer(second + live.businessCycleTimes.byteLength);
  const wip = new Float64Array(buffer, 0, values.length);
  const cycleTimes = new Int32Array(buffer, first, live.cycleTimes.length);
  const businessCycleTimes = new Int32Array(buffer, second);
  wip.set(values);
  cycleTimes.set(live.cycleTimes);
  businessCycleTimes.set(live.businessCycleTimes);
  return { wip: { width, values: wip }, cycleTimes, businessCycleTimes };
}
