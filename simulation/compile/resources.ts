/** Calendars and pools of a scenario as timelines and groups of units. */
import type { Timeline } from '../calendars/index.ts';
import {
  checkCalendar,
  createTimeline,
  part,
  sharesOfTime,
  union,
  type ClockSettings,
  type ShareOfTime,
} from '../calendars/index.ts';
import { settle } from '../distributions/index.ts';
import type { Group, Pool } from '../kernel/network.ts';
import { blocks, issue, type Issue } from '../model/issue.ts';
import type { ResourcePool, Scenario, Staffing } from '../model/scenario.ts';

/** More units than an office has; beyond, `unlimited` says what is meant. */
const MOST_UNITS = 100_000;

/** The scenario's calendars by id; faulty ones are reported and count as open around the clock. */
export class Calendars {
  private readonly timelines = new Map<string, Timeline | undefined>();
  private readonly shared = new Map<string, readonly ShareOfTime[] | undefined>();

  constructor(scenario: Scenario, clock: ClockSettings, issues: Issue[]) {
    for (const calendar of scenario.calendars ?? []) {
      const found = checkCalendar(calendar);
      issues.push(...found);
      const isSound = !blocks(found);
      this.timelines.set(calendar.id, isSound ? createTimeline(calendar, clock) : undefined);
      this.shared.set(calendar.id, isSound ? sharesOfTime(calendar, clock) : undefined);
    }
  }

  /** Timeline of the calendar; undefined = around the clock. An unknown id is reported against `owner`. */
  get(id: string | undefined, owner: { id: string; name?: string | undefined }, issues: Issue[]): Timeline | undefined {
    if (id === undefined) return undefined;
    if (!this.timelines.has(id)) {
      issues.push(issue('error', 'unknown-calendar', owner, { calendar: id }));
      return undefined;
    }
    const timeline = this.timelines.get(id);
    return timeline?.alwaysOpen ? undefined : timeline;
  }

  /** The calendar's hours by the share of them that people have; undefined when they have all. */
  sharesOf(id: string | undefined): readonly ShareOfTime[] | undefined {
    return id === undefined ? undefined : this.shared.get(id);
  }
}

/** Pools and their groups, with `index` by pool id. */
export function compilePools(scenario: Scenario, calendars: Calendars, issues: Issue[]) {
  const pools: Pool[] = [];
  const groups: Group[] = [];
  const index = new Map<string, number>();
  const declared: ResourcePool[] = [];
  for (const pool of scenario.pools ?? []) {
    if (index.has(pool.id)) issues.push(issue('error', 'duplicate-pool', pool));
    else {
      index.set(pool.id, declared.length);
      declared.push(pool);
    }
  }
  declared.forEach((pool, p) => {
    if (pool.discipline === 'earliest-due-date' && !scenario.slas?.some((sla) => sla.on.type !== 'segment'))
      issues.push(issue('warning', 'no-due-dates', pool));
    const first = groups.length;
    groups.push(...compileGroups(pool, p, index, calendars, issues));
    pools.push({
      id: pool.id,
      name: pool.name,
      discipline: pool.discipline ?? 'fifo',
      preempts: pool.preemption === 'resume',
      costPerHour: money(pool, pool.costPerHour, issues),
      costPerUse: money(pool, pool.costPerUse, issues),
      overtimeFactor: pool.overtimeFactor ?? 1.5,
      groups: Array.from({ length: groups.length - first }, (_, i) => first + i),
      members: [],
      individual: pool.staffing.some((row) => row.name !== undefined || row.costPerHour !== undefined),
    });
  });
  const memberOf = (p: number): number[] =>
    groups.flatMap((group, g) => (group.pool === p || group.roles.includes(p) ? [g] : []));
  return { pools: pools.map((pool, p) => ({ ...pool, members: memberOf(p) })), groups, index };
}

/** The rows of the pool's staffing as groups; those who share their time or fall ill are groups of one each. */
function compileGroups(
  pool: ResourcePool,
  p: number,
  index: ReadonlyMap<string, number>,
  calendars: Calendars,
  issues: Issue[],
): Group[] {
  const absence = compileAbsence(pool, issues);
  const names = new Set<string>();
  let place = 0;
  return pool.staffing.flatMap((row, r): Group[] => {
    if (row.name !== undefined && names.has(row.name))
      issues.push(issue('error', 'duplicate-person', pool, { person: row.name }));
    names.add(row.name ?? '');
    const capacity = units(pool, row.capacity, issues);
    const share = within(pool, row, 'share', row.share, issues);
    const group = {
      pool: p,
      capacity,
      timeline: calendars.get(row.calendar, pool, issues),
      name: row.name,
      roles: compileRoles(pool, p, row, index, issues),
      speed: within(pool, row, 'speed', row.speed, issues),
      costPerHour: money(pool, row.costPerHour ?? pool.costPerHour, issues),
      absence: undefined,
    };
    const slots = calendars.sharesOf(row.calendar);
    if (capacity === Infinity && (share < 1 || slots)) issues.push(issue('warning', 'share-of-unlimited', pool));
    if (capacity === Infinity || (share === 1 && !slots && !absence)) return [group];
    return Array.from({ length: capacity }, (_, i) => ({
      ...group,
      capacity: 1,
      timeline: share < 1 || slots ? partOf(group.timeline, share, slots, place++) : group.timeline,
      absence: absence && { ...absence, id: `${pool.id} ${row.name ?? r} ${i}` },
    }));
  });
}

/** What somebody has of the hours: the share of the row, in every slot that of the calendar as well. */
function partOf(
  hours: Timeline | undefined,
  share: number,
  slots: readonly ShareOfTime[] | undefined,
  place: number,
): Timeline {
  const [first = part(hours, share, place), ...rest] = (slots ?? []).map((slot) =>
    slot.share * share === 1 ? slot.timeline : part(slot.timeline, slot.share * share, place),
  );
  return rest.reduce(union, first);
}

function compileRoles(
  pool: ResourcePool,
  p: number,
  row: Staffing,
  index: ReadonlyMap<string, number>,
  issues: Issue[],
): number[] {
  const roles = new Set<number>();
  for (const role of row.roles ?? []) {
    const other = index.get(role);
    if (other === undefined) issues.push(issue('error', 'role-unknown', pool, { role }));
    else if (other !== p) roles.add(other);
  }
  return [...roles];
}

function compileAbsence({ absence, ...pool }: ResourcePool, issues: Issue[]) {
  if (!absence) return undefined;
  const [every, lasts] = [absence.every, absence.lasts].map((spec) => {
    const settled = settle(spec, { time: true });
    if ('distribution' in settled) return settled.distribution;
    issues.push(issue('error', settled.code, pool, settled.values));
    return undefined;
  });
  if (pool.staffing.some((row) => row.capacity === 'unlimited'))
    issues.push(issue('warning', 'absence-of-unlimited', pool));
  return every && lasts && { every, lasts };
}

/** A share (at most 1) or a speed: above 0, default 1. */
function within(
  pool: ResourcePool,
  row: Staffing,
  figure: 'share' | 'speed',
  value: number | undefined,
  issues: Issue[],
): number {
  if (value === undefined) return 1;
  const [code, most] =
    figure === 'share' ? (['person-share-out-of-range', 1] as const) : (['person-speed-out-of-range', 100] as const);
  if (value > 0 && value <= most) return value;
  issues.push(issue('error', code, pool, { person: row.name ?? '', value: String(value) }));
  return 1;
}

/** Most units that do the pool's work at one time if all shifts overlapped. */
export const sizeOf = (pool: Pool, groups: readonly Group[]): number =>
  pool.members.reduce((sum, g) => sum + groups[g]!.capacity, 0);

function units(pool: ResourcePool, capacity: number | 'unlimited', issues: Issue[]): number {
  if (capacity === 'unlimited') return Infinity;
  if (Number.isInteger(capacity) && capacity >= 0 && capacity <= MOST_UNITS) return capacity;
  issues.push(issue('error', 'capacity-out-of-range', pool, { capacity: String(capacity), most: MOST_UNITS }));
  return 0;
}

function money(pool: ResourcePool, value: number | undefined, issues: Issue[]): number {
  if (value === undefined) return 0;
  if (Number.isFinite(value) && value >= 0) return value;
  issues.push(issue('error', 'cost-out-of-range', pool, { value: String(value) }));
  return 0;
}
