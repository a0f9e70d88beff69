/** Calendars and pools of a scenario as timelines and groups of units. */
import type { Timeline } from '../calendars/index.ts';
import { checkCalendar, createTimeline, type ClockSettings } from '../calendars/index.ts';
import type { Group, Pool } from '../kernel/network.ts';
import { blocks, issue, type Issue } from '../model/issue.ts';
import type { ResourcePool, Scenario } from '../model/scenario.ts';

/** More units than an office has; beyond, `unlimited` says what is meant. */
const MOST_UNITS = 100_000;

/** The scenario's calendars by id; faulty ones are reported and count as open around the clock. */
export class Calendars {
  private readonly timelines = new Map<string, Timeline | undefined>();

  constructor(scenario: Scenario, clock: ClockSettings, issues: Issue[]) {
    for (const calendar of scenario.calendars ?? []) {
      const found = checkCalendar(calendar);
      issues.push(...found);
      this.timelines.set(calendar.id, blocks(found) ? undefined : createTimeline(calendar, clock));
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
}

/** Pools and their groups, with `index` by pool id. */
export function compilePools(scenario: Scenario, calendars: Calendars, issues: Issue[]) {
  const pools: Pool[] = [];
  const groups: Group[] = [];
  const index = new Map<string, number>();
  for (const pool of scenario.pools ?? []) {
    if (index.has(pool.id)) {
      issues.push(issue('error', 'duplicate-pool', pool));
      continue;
    }
    index.set(pool.id, pools.length);
    if (pool.discipline === 'earliest-due-date' && !scenario.slas?.some((sla) => sla.on.type !== 'segment'))
      issues.push(issue('warning', 'no-due-dates', pool));
    pools.push({
      id: pool.id,
      name: pool.name,
      discipline: pool.discipline ?? 'fifo',
      costPerHour: money(pool, 'costPerHour', issues),
      costPerUse: money(pool, 'costPerUse', issues),
      overtimeFactor: pool.overtimeFactor ?? 1.5,
      groups: pool.staffing.map(({ capacity, calendar }) => {
        groups.push({
          pool: pools.length,
          capacity: units(pool, capacity, issues),
          timeline: calendars.get(calendar, pool, issues),
        });
        return groups.length - 1;
      }),
    });
  }
  return { pools, groups, index };
}

/** Most units the pool has at one time if all its shifts overlapped. */
export const sizeOf = (pool: Pool, groups: readonly Group[]): number =>
  pool.groups.reduce((sum, g) => sum + groups[g]!.capacity, 0);

function units(pool: ResourcePool, capacity: number | 'unlimited', issues: Issue[]): number {
  if (capacity === 'unlimited') return Infinity;
  if (Number.isInteger(capacity) && capacity >= 0 && capacity <= MOST_UNITS) return capacity;
  issues.push(issue('error', 'capacity-out-of-range', pool, { capacity: String(capacity), most: MOST_UNITS }));
  return 0;
}

function money(pool: ResourcePool, name: 'costPerHour' | 'costPerUse', issues: Issue[]): number {
  const value = pool[name] ?? 0;
  if (Number.isFinite(value) && value >= 0) return value;
  issues.push(issue('error', 'cost-out-of-range', pool, { value: String(value) }));
  return 0;
}
