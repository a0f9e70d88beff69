/**
 * Resource pools: units on shift and who holds them. A pool's units come in groups that share a shift;
 * idle units of a group queue up, so the one idle longest is taken first (semantics rule 22).
 */
import type { Timeline } from '../calendars/index.ts';
import type { SeedWords } from '../random/seed.ts';
import { present } from './absences.ts';
import { clearTable, growTable, PLACES, SLOTS } from './arrays.ts';
import { clock } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { poolChanging, recorder } from './hooks.ts';
import type { Network } from './network.ts';
import { markDirty, queues, resetQueues } from './queues.ts';
import { bytes, doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { tokens } from './tokens.ts';

/** What a unit does. `bound`: held by work that is paused. */
export const UnitMode = { idle: 0, working: 1, overtime: 2, bound: 3 } as const;

/** Idle count given to an unlimited group, whose units are made on demand. */
const ENDLESS = 2 ** 26;

/** Units by slot. */
export const units = {
  pool: integers(SLOTS),
  group: integers(SLOTS),
  /** Number of the unit within its pool, from 0. */
  number: integers(SLOTS),
  /** Token that holds the unit; −1 = idle. */
  token: integers(SLOTS),
  /** Next unit held by the same token, or next idle unit of the group. */
  next: integers(SLOTS),
  mode: bytes(SLOTS),
  idleSince: doubles(SLOTS),
  /** Activity it did last, where that matters; −1 = none. */
  last: integers(SLOTS),
};

/** Groups by number. */
export const groups = {
  /** 1 = on shift. */
  on: bytes(PLACES),
  pool: integers(PLACES),
  idleFirst: integers(PLACES),
  idleLast: integers(PLACES),
  idle: integers(PLACES),
  endless: bytes(PLACES),
  /** 1 = does the work of other pools as well. */
  shared: bytes(PLACES),
  /** When it went on or off shift last, and when it will next; Infinity = never. */
  since: doubles(PLACES),
  until: doubles(PLACES),
};

/** Pools by number. */
export const pools = {
  /** Idle units on shift. */
  idle: integers(PLACES),
  /** Groups on shift (with any unit). */
  on: integers(PLACES),
  /** Units at work on shift, and in overtime. */
  working: integers(PLACES),
  overtime: integers(PLACES),
  units: integers(PLACES),
  /** The pool's group when it has just one; −1 otherwise. */
  onlyGroup: integers(PLACES),
};

const counts = { units: 0 };
/** Shift of each group; undefined = around the clock. */
export const groupTimeline: (Timeline | undefined)[] = [];
/** Groups that do the work of each pool; other pools of each group. */
let poolGroups: readonly (readonly number[])[] = [];
let poolRoles: readonly (readonly number[])[] = [];
let groupUnits: number[][] = [];

/** Opens the pools at time 0: every unit idle, shifts scheduled. */
export function resetPools(network: Network, seed: SeedWords, replication: number): void {
  counts.units = 0;
  clearTable(groups, network.groups.length);
  clearTable(pools, network.pools.length);
  resetQueues(network.pools);
  poolGroups = network.pools.map((p) => p.members);
  poolRoles = network.groups.map((g) => g.roles);
  groupUnits = network.groups.map(() => []);
  groupTimeline.length = 0;
  network.pools.forEach((p, i) => {
    pools.onlyGroup[i] = p.members.length === 1 && p.groups.length === 1 ? p.groups[0]! : -1;
  });
  network.groups.forEach((group, g) => {
    const timeline = group.absence ? present(group, group.absence, seed, replication) : group.timeline;
    groupTimeline.push(timeline);
    groups.pool[g] = group.pool;
    groups.idleFirst[g] = -1;
    groups.idleLast[g] = -1;
    groups.endless[g] = group.capacity === Infinity ? 1 : 0;
    if (groups.endless[g]) groups.idle[g] = ENDLESS;
    else for (let i = 0; i < group.capacity; i++) pushIdle(createUnit(g));
    if (group.roles.length > 0) groups.shared[g] = 1;
    if (group.capacity > 0 && (timeline === undefined || timeline.isOpen(0))) openGroup(g);
    scheduleShift(g);
  });
}

/** Takes a group on shift or off shift and schedules its next change. Who works with its units is `work.ts`'s business. */
export function turnShift(g: number): void {
  if (groups.on[g]) {
    groups.on[g] = 0;
    count(groups.pool[g]!, -groups.idle[g]!, -1);
    for (const p of poolRoles[g]!) count(p, -groups.idle[g]!, -1);
  } else {
    openGroup(g);
    markDirty(groups.pool[g]!);
    for (const p of poolRoles[g]!) markDirty(p);
  }
  if (recorder !== undefined) recorder.shifted(g);
  scheduleShift(g);
}

/** Units of a group, groups of a pool. */
export const unitsOfGroup = (g: number): readonly number[] => groupUnits[g]!;
export const poolGroupsOf = (p: number): readonly number[] => poolGroups[p]!;

/** Pool of a group. */
export const poolOfGroup = (g: number): number => groups.pool[g]!;

/** Takes an idle unit on shift for token `t`, of a group that `suits`; there must be one. */
export function seizeUnit(p: number, t: number, suits?: (g: number) => boolean): number {
  const only = pools.onlyGroup[p]!;
  const g = only >= 0 ? only : longestIdleGroup(p, suits);
  let unit = groups.idleFirst[g]!;
  if (unit === -1) unit = createUnit(g);
  else groups.idleFirst[g] = units.next[unit]!;
  groups.idle[g]! -= 1;
  if (groups.shared[g] === 1) countShared(g, -1);
  else pools.idle[p]! -= 1;
  hold(unit, t);
  return unit;
}

/** Takes this idle unit for token `t`. */
export function seizeThis(unit: number, t: number): void {
  const g = units.group[unit]!;
  let before = -1;
  for (let u = groups.idleFirst[g]!; u !== unit; u = units.next[u]!) before = u;
  if (before === -1) groups.idleFirst[g] = units.next[unit]!;
  else units.next[before] = units.next[unit]!;
  if (groups.idleLast[g] === unit) groups.idleLast[g] = before;
  groups.idle[g]! -= 1;
  countShared(g, -1);
  hold(unit, t);
}

/** An idle unit of a group that has any: those of an unlimited group are made on demand. */
export function idleUnit(g: number): number {
  if (groups.idleFirst[g] === -1) pushIdle(createUnit(g));
  return groups.idleFirst[g]!;
}

/** The idle unit of its group after this one; −1 = none. An unlimited group always has one more. */
export function nextIdle(unit: number): number {
  const g = units.group[unit]!;
  if (units.next[unit] === -1 && groups.endless[g] === 1) pushIdle(createUnit(g));
  return units.next[unit]!;
}

function hold(unit: number, t: number): void {
  units.next[unit] = tokens.unit[t]!;
  tokens.unit[t] = unit;
  units.token[unit] = integer(t);
  setUnitMode(unit, UnitMode.working);
}

/** Gives back all units of token `t`. */
export function releaseUnits(t: number): void {
  const unit = tokens.unit[t]!;
  tokens.unit[t] = -1;
  if (unit === -1) return;
  const next = units.next[unit]!;
  release(unit);
  if (next !== -1) releaseFrom(next);
}

/** Releases the units from this one on. */
function releaseFrom(first: number): void {
  for (let unit = first; unit !== -1;) {
    const next = units.next[unit]!;
    release(unit);
    unit = next;
  }
}

function release(unit: number): void {
  setUnitMode(unit, UnitMode.idle);
  units.token[unit] = -1;
  pushIdle(unit);
  const g = units.group[unit]!;
  groups.idle[g]! += 1;
  if (groups.on[g] === 0) return;
  const p = units.pool[unit]!;
  pools.idle[p]! += 1;
  if (queues.length[p]! > 0) markDirty(p);
  if (groups.shared[g] === 1) freeElsewhere(g);
}

/** Says what a unit does from now on. */
export function setUnitMode(unit: number, mode: number): void {
  const before = units.mode[unit]!;
  if (before === mode) return;
  const p = units.pool[unit]!;
  poolChanging(p);
  if (before === UnitMode.working) pools.working[p]! -= 1;
  else if (before === UnitMode.overtime) pools.overtime[p]! -= 1;
  if (mode === UnitMode.working) pools.working[p]! += 1;
  else if (mode === UnitMode.overtime) pools.overtime[p]! += 1;
  units.mode[unit] = mode;
  if (recorder !== undefined) recorder.unitSet(unit, mode);
}

function openGroup(g: number): void {
  groups.on[g] = 1;
  count(groups.pool[g]!, groups.idle[g]!, 1);
  for (const p of poolRoles[g]!) count(p, groups.idle[g]!, 1);
}

/** Counts units and groups that come to the pool or leave it. */
function count(p: number, idle: number, on: number): void {
  pools.idle[p]! += idle;
  pools.on[p]! += on;
}

/** Counts idle units of a group in all its pools. */
function countShared(g: number, idle: number): void {
  count(groups.pool[g]!, idle, 0);
  for (const p of poolRoles[g]!) count(p, idle, 0);
}

/** A unit of the group has become free, which its own pool knows: so do the others. */
function freeElsewhere(g: number): void {
  for (const p of poolRoles[g]!) {
    count(p, 1, 0);
    if (queues.length[p]! > 0) markDirty(p);
  }
}

function scheduleShift(g: number): void {
  const next = groupTimeline[g]?.nextBoundary(clock.now) ?? Infinity;
  groups.since[g] = clock.now;
  groups.until[g] = next;
  if (next < Infinity) schedule(next, Phase.shift, EventKind.shift, g);
}

function longestIdleGroup(p: number, suits: ((g: number) => boolean) | undefined): number {
  let best = -1;
  let since = Infinity;
  for (const g of poolGroups[p]!) {
    if (!groups.on[g] || groups.idle[g]! <= 0 || (suits && !suits(g))) continue;
    const unit = groups.idleFirst[g]!;
    const idleSince = unit === -1 ? Infinity : units.idleSince[unit]!;
    if (best === -1 || idleSince < since) {
      best = g;
      since = idleSince;
    }
  }
  return best;
}

function createUnit(g: number): number {
  if (counts.units === units.pool.length) growTable(units);
  const unit = counts.units++;
  const p = groups.pool[g]!;
  groupUnits[g]!.push(unit);
  units.pool[unit] = p;
  units.group[unit] = g;
  units.number[unit] = pools.units[p]!;
  pools.units[p]! += 1;
  units.token[unit] = -1;
  units.next[unit] = -1;
  units.last[unit] = -1;
  units.mode[unit] = UnitMode.idle;
  if (!groups.endless[g]) groups.idle[g]! += 1;
  return unit;
}

function pushIdle(unit: number): void {
  const g = units.group[unit]!;
  units.idleSince[unit] = clock.now;
  units.next[unit] = -1;
  if (groups.idleFirst[g] === -1) groups.idleFirst[g] = unit;
  else units.next[groups.idleLast[g]!] = unit;
  groups.idleLast[g] = unit;
}
