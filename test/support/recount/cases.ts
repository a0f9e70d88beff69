/** Figures of cases, counted from the logs (semantics, KPIs 1, 3, 4, 7, 8, 12). */
import { behaviors } from '../../../simulation/behaviors/index.ts';
import { DECOMPOSITION_PARTS, Movement } from '#simulation';
import { groupBy, mean, overlap, percentile, total, type Execution, type Log, type Stay } from './log.ts';
import { openIntervals, overlapOf, type Figures } from './time.ts';

const DAY = 86_400_000;

export function caseFigures(log: Log): Figures {
  const { network, trace, start, end } = log;
  const { arrival, ended, failed } = trace.cases;
  const all = Array.from(arrival, (_, c) => ({ c, arrival: arrival[c]!, ended: ended[c]!, failed: failed[c] === 1 }));
  const counted = all.filter((one) => one.arrival >= start);
  const isDone = (one: (typeof all)[number]): boolean => !one.failed && !Number.isNaN(one.ended);
  const completed = counted.filter(isDone);
  const days = (end - start) / DAY;

  const executions = groupBy(log.executions, (execution) => execution.case);
  const stays = groupBy(log.stays, (stay) => stay.case);
  const parts = completed.map(({ c, arrival: from, ended: to }) => partition(stays.get(c) ?? [], from, to));
  const share = (holds: (visited: readonly Stay[]) => boolean): number =>
    mean(completed, ({ c }) => (holds(stays.get(c) ?? []) ? 1 : 0));
  const business = network.businessTimeline && openIntervals(network.businessTimeline, end);
  const timed = completed.flatMap(({ arrival: from, ended: to }, i) =>
    to > from ? [parts[i]![0]! / (to - from)] : [],
  );

  // Who waits after an event-based gateway has passed the flow only if its event was the first.
  const passable = [...network.flowIds.keys()].filter(
    (f) => behaviors[network.nodeBehavior[network.flowSource[f]!]!]!.name !== 'event-based-gateway',
  );
  const inTime = log.stays.filter(({ from }) => from >= start);
  const ends = [...network.eventNodes].filter(
    (n) => network.outStart[n] === network.outStart[n + 1] && network.inStart[n]! < network.inStart[n + 1]!,
  );

  return {
    'cases.started': counted.length,
    'cases.completed': completed.length,
    'cases.failed': counted.filter((one) => one.failed && !Number.isNaN(one.ended)).length,
    'cases.open': counted.filter((one) => Number.isNaN(one.ended)).length,
    ...spread(
      'cycleTime',
      completed.map((one) => one.ended - one.arrival),
    ),
    ...spread(
      'businessCycleTime',
      completed.map((one) => (business ? overlapOf(business, one.arrival, one.ended) : one.ended - one.arrival)),
    ),
    'touchTime.mean': mean(completed, ({ c }) => worked(stays.get(c) ?? [])) / 1000,
    flowEfficiency: mean(timed, (x) => x),
    ...(network.nodeIds.length === network.drawnNodes
      ? {
          firstPassYield: mean(completed, ({ c }) =>
            isFirstPass(stays.get(c) ?? [], executions.get(c) ?? []) ? 1 : 0,
          ),
        }
      : {}),
    handovers: mean(completed, ({ c }) => handovers((executions.get(c) ?? []).map(({ pool }) => pool))),
    throughputPerDay: all.filter((one) => isDone(one) && one.ended >= start).length / days,
    arrivalsPerDay: counted.length / days,
    ...Object.fromEntries(
      DECOMPOSITION_PARTS.map((part, i) => [`decomposition.${part}`, mean(parts, (of) => of[i]!) / 1000]),
    ),
    ...Object.fromEntries(
      passable.map((f) => [
        `flowShares.${network.flowIds[f]!}`,
        share((visited) => visited.some(({ flow }) => flow === f)),
      ]),
    ),
    ...Object.fromEntries(
      passable.map((f) => [`flows.${network.flowIds[f]!}`, inTime.filter(({ flow }) => flow === f).length]),
    ),
    ...Object.fromEntries(
      ends.map((e) => [`outcomes.${network.nodeIds[e]!}`, share((visited) => visited.some(({ node }) => node === e))]),
    ),
    'wip.mean':
      total(all, (one) =>
        overlap({ from: one.arrival, to: Number.isNaN(one.ended) ? Infinity : one.ended }, start, end),
      ) /
      (end - start),
    'wip.max': mostCases(log),
  };
}

function spread(name: string, times: readonly number[]): Figures {
  const average = mean(times, (x) => x);
  const deviation = Math.sqrt(total(times, (x) => (x - average) ** 2) / (times.length - 1));
  const figures = {
    mean: average,
    sd: times.length > 1 ? deviation : NaN,
    p50: percentile(times, 0.5),
    p80: percentile(times, 0.8),
    p90: percentile(times, 0.9),
    p95: percentile(times, 0.95),
    min: times.length > 0 ? Math.min(...times) : NaN,
    max: times.length > 0 ? Math.max(...times) : NaN,
  };
  return Object.fromEntries(Object.entries(figures).map(([key, ms]) => [`${name}.${key}`, ms / 1000]));
}

const worked = (stays: readonly Stay[]): number =>
  total(stays, ({ states }) => total(states, ({ state, from, to }) => (state === 0 ? to - from : 0)));

/** Nothing that was done had been asked for before. */
const isFirstPass = (stays: readonly Stay[], executions: readonly Execution[]): boolean =>
  executions.every(({ node, stay, cancelled }) => cancelled || stays.find((first) => first.node === node) === stay);

function handovers(pools: readonly number[]): number {
  const held = pools.filter((pool) => pool >= 0);
  return held.filter((pool, i) => i > 0 && pool !== held[i - 1]).length;
}

/** Time of a case by the first state that any of its tokens is in, instant by instant. */
function partition(stays: readonly Stay[], from: number, to: number): number[] {
  const spans = stays.flatMap(({ states }) => states).filter((span) => span.to > span.from);
  const edges = [...new Set([from, to, ...spans.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  const sums = DECOMPOSITION_PARTS.map(() => 0);
  for (let i = 1; i < edges.length; i++) {
    const [left, right] = [edges[i - 1]!, edges[i]!];
    const there = spans.filter((span) => span.from <= left && span.to >= right).map(({ state }) => state);
    const part = there.length > 0 ? Math.min(...there) : DECOMPOSITION_PARTS.indexOf('synchronising');
    sums[part]! += right - left;
  }
  return sums;
}

/** Most cases at once from the first movement of the observed time on, and just before it. */
function mostCases({ trace, start }: Log): number {
  const steps = Array.from(trace.kind, (kind) =>
    kind === Movement.caseStarted ? 1 : kind === Movement.caseEnded ? -1 : 0,
  );
  const first = trace.time.findIndex((time) => time >= start);
  const before = first < 0 ? steps.length : first;
  let now = total(steps.slice(0, before), (step) => step);
  let most = now;
  for (const step of steps.slice(before)) most = Math.max(most, (now += step));
  return most;
}
