/** Figures of pools and their people, counted from the logs (semantics, KPIs 6 and 11). */
import { hourOfWeek, nextHour } from '../../../simulation/calendars/hour-of-week.ts';
import { costOfUnit } from './activities.ts';
import { mostAtOnce, overlaps, total, type Log, type Span, type UnitSpan } from './log.ts';
import { openIntervals, overlapOf, type Figures } from './time.ts';

const HOUR = 3_600_000;

export function poolFigures(log: Log): Figures {
  const { network, trace, start, end } = log;
  return Object.assign(
    {},
    ...network.pools.map((pool, p): Figures => {
      const spans = log.unitSpans.filter(({ unit }) => trace.units.pool[unit] === p);
      const groups = pool.groups.filter((g) => network.groups[g]!.capacity > 0);
      const isEndless = groups.some((g) => network.groups[g]!.capacity === Infinity);
      const there = total(groups, (g) => network.groups[g]!.capacity * overlaps(log.present[g]!, start, end));
      const work = worked(spans, 1, start, end);
      const overtime = worked(spans, 2, start, end);
      const uses = log.releases.filter(({ unit, at }) => trace.units.pool[unit] === p && at >= start).length;
      const busy = total(spans, (span) => costOfUnit(log, span, start, end)) + uses * pool.costPerUse;
      const overtimeCost = total(spans, (span) => (span.mode === 2 ? costOfUnit(log, span, start, end) : 0));
      const shiftCost = total(groups, (g) => costOfShift(log, g));
      const mine: Record<string, number> = {
        utilisation: isEndless ? 0 : there > 0 ? work / there : NaN,
        busy: (work + overtime) / 1000,
        overtime: overtime / 1000,
        cost: busy,
        paid: isEndless ? busy : shiftCost + overtimeCost + uses * pool.costPerUse,
        ...byHour(log, spans, isEndless ? [] : groups),
      };
      const asking = network.activities.filter(({ needs }) => needs.flat().some((need) => need.pool === p));
      if (!asking.some(({ batch }) => batch)) {
        const nodes = new Set(asking.map(({ node }) => node));
        const queued = log.stays
          .filter(({ node }) => nodes.has(node))
          .flatMap(({ states }) => states.filter(({ state }) => state === 2 || state === 3));
        mine['queueLength.mean'] = overlaps(queued, start, end) / (end - start);
        mine['queueLength.max'] = mostAtOnce(queued, start);
      }
      if (pool.groups.some((g) => network.groups[g]!.absence)) {
        const ill = groups.filter((g) => network.groups[g]!.absence);
        const hours = (of: (g: number) => number): number => total(ill, (g) => network.groups[g]!.capacity * of(g));
        const planned = hours((g) => plannedOf(log, g));
        mine.absence = 1 - hours((g) => overlaps(log.present[g]!, start, end)) / planned;
      }
      for (const g of pool.groups) {
        const { name, capacity } = network.groups[g]!;
        if (name === undefined) continue;
        const own = spans.filter(({ unit }) => trace.units.group[unit] === g);
        const hours = capacity * overlaps(log.present[g]!, start, end);
        mine[`people.${name}.utilisation`] = hours > 0 ? worked(own, 1, start, end) / hours : NaN;
        mine[`people.${name}.overtime`] = worked(own, 2, start, end) / 1000;
      }
      return Object.fromEntries(Object.entries(mine).map(([key, value]) => [`resources.${pool.id}.${key}`, value]));
    }),
  ) as Figures;
}

const worked = (spans: readonly UnitSpan[], mode: number, from: number, to: number): number =>
  overlaps(
    spans.filter((span) => span.mode === mode),
    from,
    to,
  );

/** Length of the shifts, absences included. */
function plannedOf({ network, start, end }: Log, g: number): number {
  const { timeline } = network.groups[g]!;
  return timeline ? overlapOf(openIntervals(timeline, end), start, end) : end - start;
}

/** Absences are paid. */
function costOfShift(log: Log, g: number): number {
  const { capacity, costPerHour } = log.network.groups[g]!;
  return (plannedOf(log, g) / HOUR) * capacity * costPerHour;
}

/** What was worked of the time people were there, by hour of the week. */
function byHour(log: Log, spans: readonly UnitSpan[], groups: readonly number[]): Record<string, number> {
  const { network, start, end } = log;
  const work = new Float64Array(168);
  const there = new Float64Array(168);
  const add = (sums: Float64Array, { from, to }: Span, weight: number): void => {
    for (let t = Math.max(from, start); t < Math.min(to, end);) {
      const next = Math.min(nextHour(t, network.clock), to, end);
      sums[hourOfWeek(t, network.clock)]! += weight * (next - t);
      t = next;
    }
  };
  for (const span of spans) if (span.mode === 1) add(work, span, 1);
  for (const g of groups) for (const span of log.present[g]!) add(there, span, network.groups[g]!.capacity);
  return Object.fromEntries(
    Array.from(there, (time, hour) => [`byHour.${String(hour)}`, time > 0 ? work[hour]! / time : NaN]),
  );
}
