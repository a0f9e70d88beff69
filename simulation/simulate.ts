/** One replication of a compiled network: sets the kernel up, lets it run, and gathers what the observers measured. */
import { behaviors } from './behaviors/index.ts';
import { Quick, setBehaviors } from './kernel/behavior-table.ts';
import { advance, begin, eventsHandled } from './kernel/engine.ts';
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
  /**
   * What was measured. To be called once, after the end. Its arrays stand until the next replication of the thread is asked for its
   * result: post them, or keep copies (`kept`).
   */
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
  resetTrace(plan.trace ?? false);
  resetMovement(plan.movement ?? false);
  resetObservers(plan.warmUp, plan.horizon);
  return new Underway(network, plan, index);
}

class Underway implements Replication {
  constructor(
    private readonly network: Network,
    private readonly plan: RunPlan,
    private readonly index: number,
  ) {}

  advance(limit: number): boolean {
    return advance(limit);
  }

  get time(): number {
    return clock.now;
  }

  get events(): number {
    return eventsHandled();
  }

  result(): ReplicationResult {
    return finish(this.network, this.plan, this.index);
  }
}

/** Events in one go: a loop that never returns would stay in the compiler's makeshift version of it. */
const SLICE = 10_000;

/** Replication `index` from beginning to end; the result is the caller's. */
export function simulate(network: Network, plan: RunPlan, index: number): ReplicationResult {
  const replication = beginReplication(network, plan, index);
  while (!replication.advance(SLICE));
  return kept(replication.result());
}

/** The result with arrays of its own. */
export const kept = (result: ReplicationResult): ReplicationResult => ({
  ...result,
  kpis: result.kpis.slice(),
  wip: { ...result.wip, values: result.wip.values.slice() },
  cycleTimes: result.cycleTimes.slice(),
  businessCycleTimes: result.businessCycleTimes.slice(),
});

function finish(network: Network, plan: RunPlan, index: number): ReplicationResult {
  noteStuckCases(plan.horizon === Infinity);
  return {
    index,
    ...figures(network.kpiPaths.length),
    issues: faultIssues(network.nodeIds, network.nodeNames),
    events: eventsHandled(),
    ...(plan.trace ? { trace: traceColumns() } : {}),
    ...(plan.movement ? { movement: movementTrace() } : {}),
  };
}

/** Room for the figures of one replication after the other: asking for memory anew takes longer than a short replication. */
const room = { bytes: new ArrayBuffer(0) };
const PAGE = 4096;

/** The figures, `count` of them in the KPI vector, side by side: whoever posts some of them posts the room. */
function figures(count: number): Pick<ReplicationResult, 'kpis' | 'wip' | 'cycleTimes' | 'businessCycleTimes'> {
  const vector = collectKpis(count);
  const series = wipSeries();
  const times = cycleTimeCounts();
  const second = vector.byteLength;
  const third = second + series.values.byteLength;
  const fourth = third + times.cycleTimes.byteLength;
  const needed = fourth + times.businessCycleTimes.byteLength;
  if (needed > room.bytes.byteLength || needed < room.bytes.byteLength / 4)
    room.bytes = new ArrayBuffer(PAGE * Math.ceil(needed / PAGE));
  const kpis = new Float64Array(room.bytes, 0, vector.length);
  const values = new Float64Array(room.bytes, second, series.values.length);
  const cycleTimes = new Int32Array(room.bytes, third, times.cycleTimes.length);
  const businessCycleTimes = new Int32Array(room.bytes, fourth, times.businessCycleTimes.length);
  kpis.set(vector);
  values.set(series.values);
  cycleTimes.set(times.cycleTimes);
  businessCycleTimes.set(times.businessCycleTimes);
  return { kpis, wip: { width: series.width, values }, cycleTimes, businessCycleTimes };
}
