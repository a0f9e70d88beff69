/** What a staffing costs before anybody works: the hours of its shifts, in money where all searched pools have a price. */
import { createTimeline, type RunPlan, type Study } from '#simulation';
import { poolOf } from '../parameters/scenario-parts.ts';
import { shiftCalendar, type PoolChoice, type StaffingPlan } from './staffing.ts';

/** Prices of one person per pool and shift over the observed time, and what they are in. */
export interface Prices {
  readonly unit: 'money' | 'hours';
  /** By choice and shift. */
  readonly each: readonly (readonly number[])[];
  /** Ms the costs are for: the observed time, or four weeks where a run ends with its last case. */
  readonly period: number;
}

const FOUR_WEEKS = 28 * 86_400_000;
const HOUR = 3_600_000;

/** Overtime and work outside shifts depend on luck and are not part of it. */
export function pricesOf(study: Study, choices: readonly PoolChoice[], { horizon, warmUp }: RunPlan): Prices {
  const { scenario } = study;
  const [from, to] = Number.isFinite(horizon) ? [warmUp, horizon] : [0, FOUR_WEEKS];
  const clock = { start: scenario.run?.start, timeZone: scenario.run?.timeZone };
  const pools = choices.map(({ pool: id }) => {
    const pool = poolOf(scenario, id);
    if (!pool) throw new Error(`no pool <${id}>`);
    return pool;
  });
  const priced = pools.every(({ costPerHour = 0 }) => costPerHour > 0);
  const each = choices.map(({ shifts }, i) => {
    const pool = pools[i];
    if (!pool) return [];
    const own = scenario.calendars?.find(({ id }) => id === pool.staffing[0]?.calendar);
    const calendars = shifts?.length ? shifts.map((shift) => shiftCalendar(study, pool, shift)) : [own];
    return calendars.map((calendar) => {
      const open = calendar ? createTimeline(calendar, clock).openBetween(from, to) : to - from;
      return (open / HOUR) * (priced ? (pool.costPerHour ?? 0) : 1);
    });
  });
  return { unit: priced ? 'money' : 'hours', each, period: to - from };
}

/** The cost of the plan at these prices. */
export const costOf = (plan: StaffingPlan, { each }: Prices): number =>
  plan.reduce((sum, counts, i) => sum + counts.reduce((total, count, s) => total + count * (each[i]?.[s] ?? 0), 0), 0);
