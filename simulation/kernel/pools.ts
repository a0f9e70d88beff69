/**
 * Resource pools: units on shift and who holds them. A pool's units come in groups that share a shift;
 * idle units of a group queue up, so the one idle longest is taken first (semantics rule 22).
 */
import type { Timeline } from '../calendars/index.ts';
import { growFloat, growInt, growBytes } from './arrays.ts';
import { now } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { poolChanging } from './hooks.ts';
import type { Network } from './network.ts';
import { markDirty, queueLength, resetQueues } from './queues.ts';
import { tokenUnit } from './tokens.ts';

/** What a unit does. `bound`: held by work that is paused. */
export const UnitMode = { idle: 0, working: 1, overtime: 2, bound: 3 } as const;

/** Idle count given to an unlimited group, whose units are made on demand. */
const ENDLESS = 2 ** 26;

let unitCapacity = 64;
export let unitPool = new Int32Array(unitCapacity);
export let unitGroup = new Int32Array(unitCapacity);
/** Number of the unit within its pool, from 0. */
export let unitNumber = new Int32Array(unitCapacity);
/** Token that holds the unit; −1 = idle. */
export let unitToken = new Int32Array(unitCapacity);
/** Next unit held by the same token, or next idle unit of the group. */
export let unitNext = new Int32Array(unitCapacity);
export let unitMode = new Uint8Array(unitCapacity);
let unitIdleSince = new Float64Array(unitCapacity);
export let unitCount = 0;

export let groupOn = new Uint8Array(0);
let groupPool = new Int32Array(0);
let groupIdleFirst = new Int32Array(0);
let groupIdleLast = new Int32Array(0);
let groupIdle = new Int32Array(0);
let groupEndless = new Uint8Array(0);
export let groupTimeline: readonly (Timeline | undefined)[] = [];

/** Idle units on shift. */
export let poolIdle = new Int32Array(0);
/** Groups on shift (with any unit). */
export let poolOn = new Int32Array(0);
/** Units at work on shift, and in overtime. */
export let poolWorking = new Int32Array(0);
export let poolOvertime = new Int32Array(0);
let poolUnits = new Int32Array(0);
let poolGroups: readonly (readonly number[])[] = [];
let groupUnits: number[][] = [];
let poolOnlyGroup = new Int32Array(0);
let opened: Network | undefined;

/** Opens the pools at time 0: every unit idle, shifts scheduled. */
export function resetPools(network: Network): void {
  const { pools, groups } = network;
  unitCount = 0;
  if (opened !== network) {
    opened = network;
    groupOn = new Uint8Array(groups.length);
    groupPool = Int32Array.from(groups, (g) => g.pool);
    groupIdleFirst = new Int32Array(groups.length);
    groupIdleLast = new Int32Array(groups.length);
    groupIdle = new Int32Array(groups.length);
    groupEndless = new Uint8Array(groups.length);
    poolIdle = new Int32Array(pools.length);
    poolOn = new Int32Array(pools.length);
    poolWorking = new Int32Array(pools.length);
    poolOvertime = new Int32Array(pools.length);
    poolUnits = new Int32Array(pools.length);
    poolOnlyGroup = Int32Array.from(pools, (p) => (p.groups.length === 1 ? p.groups[0]! : -1));
  }
  poolGroups = pools.map((p) => p.groups);
  groupTimeline = groups.map((g) => g.timeline);
  groupUnits = groups.map(() => []);
  for (const counts of [poolIdle, poolOn, poolWorking, poolOvertime, poolUnits]) counts.fill(0);
  resetQueues(pools);
  groups.forEach((group, g) => {
    groupIdleFirst[g] = -1;
    groupIdleLast[g] = -1;
    groupIdle[g] = 0;
    groupOn[g] = 0;
    groupEndless[g] = group.capacity === Infinity ? 1 : 0;
    if (groupEndless[g]) groupIdle[g] = ENDLESS;
    else for (let i = 0; i < group.capacity; i++) pushIdle(createUnit(g));
    const open = group.capacity > 0 && (group.timeline === undefined || group.timeline.isOpen(0));
    if (open) openGroup(g);
    scheduleShift(g);
  });
}

/** Takes a group on shift or off shift and schedules its next change. Who works with its units is `work.ts`'s business. */
export function turnShift(g: number): void {
  if (groupOn[g]) {
    groupOn[g] = 0;
    const p = groupPool[g]!;
    poolIdle[p] = poolIdle[p]! - groupIdle[g]!;
    poolOn[p] = poolOn[p]! - 1;
  } else {
    openGroup(g);
    markDirty(groupPool[g]!);
  }
  scheduleShift(g);
}

/** Units of a group, groups of a pool. */
export const unitsOfGroup = (g: number): readonly number[] => groupUnits[g]!;
export const poolGroupsOf = (p: number): readonly number[] => poolGroups[p]!;

/** Pool of a group. */
export const poolOfGroup = (g: number): number => groupPool[g]!;

/** Takes an idle unit on shift for token `t`; there must be one. */
export function seizeUnit(p: number, t: number): number {
  const only = poolOnlyGroup[p]!;
  const g = only >= 0 ? only : longestIdleGroup(p);
  let unit = groupIdleFirst[g]!;
  if (unit === -1) unit = createUnit(g);
  else groupIdleFirst[g] = unitNext[unit]!;
  groupIdle[g] = groupIdle[g]! - 1;
  poolIdle[p] = poolIdle[p]! - 1;
  unitToken[unit] = t;
  unitNext[unit] = tokenUnit[t]!;
  tokenUnit[t] = unit;
  setUnitMode(unit, UnitMode.working);
  return unit;
}

/** Gives back all units of token `t`. */
export function releaseUnits(t: number): void {
  let unit = tokenUnit[t]!;
  tokenUnit[t] = -1;
  while (unit !== -1) {
    const next = unitNext[unit]!;
    setUnitMode(unit, UnitMode.idle);
    unitToken[unit] = -1;
    pushIdle(unit);
    const g = unitGroup[unit]!;
    groupIdle[g] = groupIdle[g]! + 1;
    if (groupOn[g]) {
      const p = unitPool[unit]!;
      poolIdle[p] = poolIdle[p]! + 1;
      if (queueLength[p]! > 0) markDirty(p);
    }
    unit = next;
  }
}

/** Says what a unit does from now on. */
export function setUnitMode(unit: number, mode: number): void {
  const before = unitMode[unit]!;
  if (before === mode) return;
  const p = unitPool[unit]!;
  poolChanging(p);
  if (before === UnitMode.working) poolWorking[p] = poolWorking[p]! - 1;
  else if (before === UnitMode.overtime) poolOvertime[p] = poolOvertime[p]! - 1;
  if (mode === UnitMode.working) poolWorking[p] = poolWorking[p]! + 1;
  else if (mode === UnitMode.overtime) poolOvertime[p] = poolOvertime[p]! + 1;
  unitMode[unit] = mode;
}

function openGroup(g: number): void {
  groupOn[g] = 1;
  const p = groupPool[g]!;
  poolIdle[p] = poolIdle[p]! + groupIdle[g]!;
  poolOn[p] = poolOn[p]! + 1;
}

function scheduleShift(g: number): void {
  const at = groupTimeline[g]?.nextBoundary(now) ?? Infinity;
  if (at < Infinity) schedule(at, Phase.shift, EventKind.shift, g);
}

function longestIdleGroup(p: number): number {
  let best = -1;
  let since = Infinity;
  for (const g of poolGroups[p]!) {
    if (!groupOn[g] || groupIdle[g]! <= 0) continue;
    const unit = groupIdleFirst[g]!;
    const idleSince = unit === -1 ? Infinity : unitIdleSince[unit]!;
    if (best === -1 || idleSince < since) {
      best = g;
      since = idleSince;
    }
  }
  return best;
}

function createUnit(g: number): number {
  if (unitCount === unitCapacity) growUnits();
  const unit = unitCount++;
  const p = groupPool[g]!;
  groupUnits[g]!.push(unit);
  unitPool[unit] = p;
  unitGroup[unit] = g;
  unitNumber[unit] = poolUnits[p]!;
  poolUnits[p] = poolUnits[p]! + 1;
  unitToken[unit] = -1;
  unitNext[unit] = -1;
  unitMode[unit] = UnitMode.idle;
  if (!groupEndless[g]) groupIdle[g] = groupIdle[g]! + 1;
  return unit;
}

function pushIdle(unit: number): void {
  const g = unitGroup[unit]!;
  unitIdleSince[unit] = now;
  unitNext[unit] = -1;
  if (groupIdleFirst[g] === -1) groupIdleFirst[g] = unit;
  else unitNext[groupIdleLast[g]!] = unit;
  groupIdleLast[g] = unit;
}

function growUnits(): void {
  unitCapacity *= 2;
  unitPool = growInt(unitPool, unitCapacity);
  unitGroup = growInt(unitGroup, unitCapacity);
  unitNumber = growInt(unitNumber, unitCapacity);
  unitToken = growInt(unitToken, unitCapacity);
  unitNext = growInt(unitNext, unitCapacity);
  unitMode = growBytes(unitMode, unitCapacity);
  unitIdleSince = growFloat(unitIdleSince, unitCapacity);
}
