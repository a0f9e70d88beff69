/** Who could work when: the pools a search may change, their bounds, and every way to staff them. */
import type { Calendar, ResourcePool, Staffing, Study } from '#simulation';
import { poolOf, withPool } from '../parameters/scenario-parts.ts';

/** A pool whose staffing is looked for. */
export interface PoolChoice {
  readonly pool: string;
  /** Whole numbers of people over all shifts, 0 <= min <= max. */
  readonly min: number;
  readonly max: number;
  /** Shifts people may be put on; without any, the pool keeps its hours and only the number of people changes. */
  readonly shifts?: readonly Shift[];
}

/** Hours of every working day of the pool's calendar, in minutes of the day and minutes; past midnight into the next day. */
export interface Shift {
  readonly start: number;
  readonly length: number;
}

/** Numbers of people, by pool in the order of the choices; one number per shift of the choice, or one alone. */
export type StaffingPlan = readonly (readonly number[])[];

/** Most plans a search looks at; more is asked for by mistake. */
export const MOST_PLANS = 200_000;

/** Fewest and most people per pool and shift: the corners of what is searched. The most of each shift is the pool's. */
export function cornersOf(choices: readonly PoolChoice[]): {
  readonly least: StaffingPlan;
  readonly most: StaffingPlan;
} {
  return {
    least: choices.map(({ min, shifts }) => (shifts && shifts.length > 1 ? shifts.map(() => 0) : [min])),
    most: choices.map(({ max, shifts }) => (shifts?.length ? shifts.map(() => max) : [max])),
  };
}

/** How many plans lie within the bounds. */
export const countPlans = (choices: readonly PoolChoice[]): number =>
  choices.reduce((product, { min, max, shifts }) => {
    const columns = Math.max(1, shifts?.length ?? 1);
    let plans = 0;
    for (let people = min; people <= max; people++) plans += compositions(people, columns);
    return product * plans;
  }, 1);

/** Ways to put `people` on `columns` shifts: C(people + columns − 1, columns − 1). */
function compositions(people: number, columns: number): number {
  let ways = 1;
  for (let i = 1; i < columns; i++) ways = (ways * (people + i)) / i;
  return Math.round(ways);
}

/** Whether the plan keeps to the bounds of every pool. */
export const isWithin = (plan: StaffingPlan, choices: readonly PoolChoice[]): boolean =>
  choices.every(({ min, max }, i) => {
    const people = (plan[i] ?? []).reduce((sum, count) => sum + count, 0);
    return people >= min && people <= max;
  });

/** The study staffed like that. Shifts get calendars of their own, which keep the days and holidays of the pool's. */
export function applyStaffing(study: Study, choices: readonly PoolChoice[], plan: StaffingPlan): Study {
  return choices.reduce((changed, choice, i) => staffPool(changed, choice, plan[i] ?? []), study);
}

function staffPool(study: Study, { pool: id, shifts }: PoolChoice, counts: readonly number[]): Study {
  const pool = poolOf(study.scenario, id);
  if (!pool) throw new Error(`no pool <${id}>`);
  if (!shifts?.length) {
    const people = counts[0] ?? 0;
    const scenario = withPool(study.scenario, id, (own) => ({ ...own, staffing: restaffed(own, people) }));
    return { ...study, scenario };
  }
  const calendars = shifts.map((shift) => shiftCalendar(study, pool, shift));
  const staffing = calendars.flatMap((calendar, i): Staffing[] =>
    (counts[i] ?? 0) > 0 ? [{ capacity: counts[i] ?? 0, calendar: calendar.id }] : [],
  );
  const known = study.scenario.calendars ?? [];
  const used = calendars.filter(({ id: own }) => staffing.some(({ calendar }) => calendar === own));
  const added = used.filter(({ id: own }) => !known.some((calendar) => calendar.id === own));
  const changed = withPool(study.scenario, id, (own) => ({
    ...own,
    staffing: staffing.length > 0 ? staffing : [{ capacity: 0 }],
  }));
  return { ...study, scenario: { ...changed, calendars: [...known, ...added] } };
}

/** A pool with one shift keeps its hours; one with several keeps those of its first. */
const restaffed = ({ staffing }: ResourcePool, people: number): readonly Staffing[] => {
  const calendar = staffing[0]?.calendar;
  return [{ capacity: people, ...(calendar === undefined ? {} : { calendar }) }];
};

/** The pool's calendar with other hours. A pool around the clock works every day. */
export function shiftCalendar({ scenario }: Study, pool: ResourcePool, { start, length }: Shift): Calendar {
  const own = scenario.calendars?.find(({ id }) => id === pool.staffing[0]?.calendar);
  const days = own ? [...new Set(own.rules.flatMap((rule) => rule.days))].sort((a, b) => a - b) : [1, 2, 3, 4, 5, 6, 7];
  const end = (start + length) % 1440;
  return {
    id: `${own?.id ?? 'Daily'}_${clock(start)}_${clock(end)}`,
    name: `${own?.name ?? ''} ${clock(start, ':')}–${clock(end, ':')}`.trim(),
    rules: [{ days, from: start, to: end === 0 ? 1440 : end }],
    ...(own?.holidays ? { holidays: own.holidays } : {}),
  };
}

const clock = (minute: number, between = ''): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(between);
