/** The logs of a replication as plain objects: who stood where and did what, and when people were there. For checks, not for speed. */
import {
  Movement,
  type MovementTrace,
  type Network,
  type ReplicationResult,
  type RunPlan,
  type TraceColumns,
} from '#simulation';

export interface Span {
  readonly from: number;
  /** Infinity = still so at the end. */
  to: number;
}

/** A time in which a token did one thing; `state` as in `DECOMPOSITION_PARTS`. */
export interface StateSpan extends Span {
  readonly state: number;
}

/** A token at a node. */
export interface Stay extends Span {
  readonly token: number;
  readonly case: number;
  readonly node: number;
  /** −1 = it came by none. */
  readonly flow: number;
  readonly states: StateSpan[];
  readonly units: UnitSpan[];
}

/** A unit that is held: 1 working, 2 overtime, 3 bound. */
export interface UnitSpan extends Span {
  readonly unit: number;
  readonly mode: number;
}

/** An execution that is over. */
export interface Execution {
  readonly case: number;
  readonly node: number;
  readonly activity: number;
  readonly offered: number;
  readonly started: number;
  readonly ended: number;
  readonly pool: number;
  readonly group: number;
  readonly cancelled: boolean;
  /** Absent where the token was not seen to come. */
  readonly stay: Stay | undefined;
}

export interface Log {
  readonly network: Network;
  readonly plan: RunPlan;
  readonly trace: MovementTrace;
  /** The observed time. */
  readonly start: number;
  readonly end: number;
  readonly stays: readonly Stay[];
  readonly executions: readonly Execution[];
  readonly unitSpans: readonly UnitSpan[];
  /** When each unit was given back, by unit. */
  readonly releases: readonly { readonly unit: number; readonly at: number }[];
  /** When each group was there. */
  readonly present: readonly (readonly Span[])[];
}

/** Reads the logs of a replication that was recorded in full. */
export function readLog(network: Network, plan: RunPlan, { trace, movement }: ReplicationResult): Log {
  if (!trace || !movement?.complete) throw new Error('not recorded');
  const stays: Stay[] = [];
  const unitSpans: UnitSpan[] = [];
  const releases: { unit: number; at: number }[] = [];
  const present = network.groups.map((_, g): Span[] => (movement.groupOn[g] === 1 ? [{ from: 0, to: Infinity }] : []));
  const at = new Map<number, Stay>();
  const held = new Map<number, UnitSpan>();
  const endState = (stay: Stay | undefined, time: number): void => {
    const last = stay?.states.at(-1);
    if (last?.to === Infinity) last.to = time;
  };
  movement.time.forEach((time, i) => {
    const [subject, value, holder] = [movement.subject[i]!, movement.value[i]!, movement.holder[i]!];
    const stay = at.get(subject);
    switch (movement.kind[i]!) {
      case Movement.entered:
      case Movement.gone: {
        endState(stay, time);
        if (stay) stay.to = time;
        at.delete(subject);
        if (movement.kind[i] === Movement.gone) break;
        const node = value < 0 ? -1 - value : network.flowTarget[value]!;
        const base = { token: subject, case: movement.tokenCase[subject]!, node, flow: Math.max(-1, value) };
        const next: Stay = { ...base, from: time, to: Infinity, states: [], units: [] };
        at.set(subject, next);
        stays.push(next);
        break;
      }
      case Movement.state:
        if (stay?.states.at(-1)?.to === Infinity && stay.states.at(-1)?.state === value) break;
        endState(stay, time);
        stay?.states.push({ state: value, from: time, to: Infinity });
        break;
      case Movement.unit: {
        const before = held.get(subject);
        if (before) before.to = time;
        held.delete(subject);
        if (value === 0) {
          releases.push({ unit: subject, at: time });
          break;
        }
        const span: UnitSpan = { unit: subject, mode: value, from: time, to: Infinity };
        held.set(subject, span);
        unitSpans.push(span);
        at.get(holder)?.units.push(span);
        break;
      }
      case Movement.shift: {
        const last = present[subject]!.at(-1);
        if (value === 1) present[subject]!.push({ from: time, to: Infinity });
        else if (last) last.to = time;
        break;
      }
    }
  });
  return {
    network,
    plan,
    trace: movement,
    start: plan.warmUp,
    end: movement.end,
    stays,
    executions: executionsOf(network, trace, movement, stays),
    unitSpans,
    releases,
    present,
  };
}

function executionsOf(
  network: Network,
  trace: TraceColumns,
  { units }: MovementTrace,
  stays: readonly Stay[],
): Execution[] {
  const key = (...parts: number[]): string => parts.join(' ');
  const byKey = groupBy(stays, (stay) => key(stay.case, stay.node, stay.from, stay.to));
  const groupOf = new Map(Array.from(units.group, (group, u) => [key(units.pool[u]!, units.number[u]!), group]));
  return Array.from({ length: trace.length }, (_, i): Execution => {
    const [c, node] = [trace.case[i]!, trace.node[i]!];
    const [offered, ended] = [trace.offered[i]!, trace.ended[i]!];
    const pool = trace.pool[i]!;
    return {
      case: c,
      node,
      activity: network.nodeActivity[node]!,
      offered,
      started: trace.started[i]!,
      ended,
      pool,
      group: groupOf.get(key(pool, trace.unit[i]!)) ?? -1,
      cancelled: trace.cancelled[i] === 1,
      stay: byKey.get(key(c, node, offered, ended))?.shift(),
    };
  });
}

/** Length of what the two have in common, ms. */
export const overlap = (a: Span, from: number, to: number): number =>
  Math.max(0, Math.min(a.to, to) - Math.max(a.from, from));

/** The same of many. */
export const overlaps = (spans: readonly Span[], from: number, to: number): number =>
  total(spans, (span) => overlap(span, from, to));

export const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/** NaN without items. */
export const mean = <T>(items: readonly T[], of: (item: T) => number): number => total(items, of) / items.length;

/** Linear interpolation between order statistics. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? NaN) - low);
}

/**
 * Most spans at once at the end of any instant of the observed time; what lasts until its first instant counts as well, for then the
 * watch begins.
 */
export function mostAtOnce(spans: readonly Span[], start: number): number {
  const changes = new Map<number, number>();
  let now = 0;
  for (const { from, to } of spans) {
    if (from < start && to >= start) now++;
    if (from >= start) changes.set(from, (changes.get(from) ?? 0) + 1);
    if (to >= start && to < Infinity) changes.set(to, (changes.get(to) ?? 0) - 1);
  }
  let most = now;
  for (const time of [...changes.keys()].sort((a, b) => a - b)) most = Math.max(most, (now += changes.get(time)!));
  return most;
}

export function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
