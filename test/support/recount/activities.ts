/** Figures of activities, counted from the logs (semantics, KPIs 5 and 11). */
import {
  groupBy,
  mean,
  mostAtOnce,
  overlaps,
  percentile,
  total,
  type Execution,
  type Log,
  type StateSpan,
  type Stay,
  type UnitSpan,
} from './log.ts';
import type { Figures } from './time.ts';

const WORKING = 0;
const HOUR = 3_600_000;
const BATCHING = 4;
/** Waiting for people, on shift or not, and in batches. */
const QUEUED = [2, 3];
const WAITING = [...QUEUED, BATCHING];

const isWaiting = ({ state }: StateSpan): boolean => WAITING.includes(state);

export function activityFigures(log: Log): Figures {
  const { network, start, end } = log;
  const byActivity = groupBy(log.executions, ({ activity }) => activity);
  const waits = groupBy(
    log.stays.filter(({ node }) => network.nodeActivity[node]! >= 0),
    ({ node }) => network.nodeActivity[node]!,
  );
  return Object.assign(
    {},
    ...network.activities.map((activity, a): Figures => {
      const all = (byActivity.get(a) ?? []).filter(({ offered }) => offered >= start);
      const done = all.filter(({ cancelled }) => !cancelled);
      const stays = waits.get(a) ?? [];
      const spans = stays.flatMap(({ states }) => states.filter(isWaiting));
      const mine: Record<string, number> = {
        executions: done.length,
        cancelled: all.length - done.length,
        'queue.mean': mean(done, waited) / 1000,
        'queue.p95': percentile(done.map(waited), 0.95) / 1000,
        'queue.businessMean': mean(done, (execution) => businessWaited(log, execution)) / 1000,
        'work.mean': mean(done, worked) / 1000,
        'elapsed.mean': mean(done, ({ offered, ended }) => ended - offered) / 1000,
        'queueLength.mean': overlaps(spans, start, end) / (end - start),
        'queueLength.max': mostAtOnce(spans, start),
      };
      // What is paid once for a batch is shared in ways that the logs do not tell.
      if (!activity.batch) mine.cost = total(all, (execution) => costOf(log, execution));
      if (activity.batch) {
        mine.batchWait = mean(done, (execution) => timeIn(execution, [BATCHING])) / 1000;
        mine['batchQueue.mean'] = mean(done, (execution) => timeIn(execution, QUEUED)) / 1000;
      }
      if (activity.impatience) Object.assign(mine, whoLeft(all));
      if (activity.needs.flat().some((need) => network.pools[need.pool]!.preempts)) {
        const interruptions = stays.flatMap((stay) => interruptionsOf(stay));
        mine.interruptions = interruptions.filter((at) => at >= start).length;
        mine.interrupted = mean(done, ({ stay }) => (stay && interruptionsOf(stay).length > 0 ? 1 : 0));
      }
      const rework = repeats(
        stays.map(({ case: c, from }) => [c, from]),
        done,
      );
      if (network.nodeIds.length === network.drawnNodes) mine.rework = rework / done.length;
      return Object.fromEntries(
        Object.entries(mine).map(([key, value]) => [`activities.${activity.id}.${key}`, value]),
      );
    }),
  ) as Figures;
}

const waited = ({ stay }: Execution): number =>
  total(stay?.states.filter(isWaiting) ?? [], ({ from, to }) => to - from);

const worked = ({ stay }: Execution): number =>
  total(stay?.states ?? [], ({ state, from, to }) => (state === WORKING ? to - from : 0));

const timeIn = ({ stay }: Execution, wanted: readonly number[]): number =>
  total(stay?.states.filter(({ state }) => wanted.includes(state)) ?? [], ({ from, to }) => to - from);

/** When work under way went back to waiting. */
const interruptionsOf = ({ states }: Stay): number[] =>
  states.flatMap(({ state, from }, i) => (QUEUED.includes(state) && states[i - 1]?.state === WORKING ? [from] : []));

/** Of work that is only cancelled by those who will not wait. */
function whoLeft(all: readonly Execution[]): Record<string, number> {
  const gone = all.filter(({ cancelled }) => cancelled);
  const later = gone.filter(({ offered, ended }) => ended > offered);
  return {
    abandoned: gone.length,
    balked: gone.length - later.length,
    abandonment: gone.length / all.length,
    abandonedAfter: mean(later, ({ offered, ended }) => ended - offered) / 1000,
  };
}

function businessWaited({ network, present }: Log, { stay, group, activity }: Execution): number {
  const spans = stay?.states.filter(isWaiting) ?? [];
  if (group < 0 || network.activities[activity]!.needs.length === 0) return total(spans, ({ from, to }) => to - from);
  return total(spans, ({ from, to }) => overlaps(present[group]!, from, to));
}

/** Executions that are not the first of their case; of those that came together, any may be the first. */
function repeats(came: readonly (readonly [number, number])[], done: readonly Execution[]): number {
  const first = new Map<number, number>();
  for (const [c, from] of came) first.set(c, Math.min(first.get(c) ?? Infinity, from));
  const firsts = new Set<number>();
  for (const { case: c, offered } of done) if (offered === first.get(c)) firsts.add(c);
  return done.length - firsts.size;
}

/** Price of an execution: once, per use and by the hour. */
export function costOf(log: Log, { stay, activity, started }: Execution): number {
  const fixed = Number.isNaN(started) ? 0 : log.network.activities[activity]!.fixedCost;
  return (
    fixed + total(stay?.units ?? [], (span) => costOfUnit(log, span, span.from, span.to)) + uses(log, stay?.units ?? [])
  );
}

/** Price of what a unit did in a time. */
export function costOfUnit({ network, trace, end }: Log, span: UnitSpan, from: number, to: number): number {
  if (span.mode === 3) return 0;
  const factor = span.mode === 2 ? network.pools[trace.units.pool[span.unit]!]!.overtimeFactor : 1;
  const time = overlaps([span], from, Math.min(to, end));
  return (time / HOUR) * network.groups[trace.units.group[span.unit]!]!.costPerHour * factor;
}

/** Price of taking the units: a unit that begins anew after a pause, or goes into overtime, is not taken again. */
const uses = ({ network, trace }: Log, spans: readonly UnitSpan[]): number =>
  total(spans, (span) =>
    spans.some(
      (other) => other.unit === span.unit && other.to === span.from && other !== span && other.from < span.from,
    )
      ? 0
      : network.pools[trace.units.pool[span.unit]!]!.costPerUse,
  );
