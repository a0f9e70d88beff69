/** Cost (semantics, KPI 11): per execution, per case, and of the pools; busy cost is what was worked, paid cost the whole shifts. */
import { clearTable, growTableTo, PLACES, SLOTS } from '../kernel/arrays.ts';
import { sharing } from '../kernel/batch-work.ts';
import { clock } from '../kernel/clock.ts';
import { activities, network } from '../kernel/loaded.ts';
import { units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import type { Observer } from './observer.ts';
import { HOUR, measured, window } from './window.ts';
import { COST, execution, overtimeOf, WORKED } from './worked.ts';
import { doubles } from '../math/memory.ts';

/** Per pool: uses in the window, and prices. */
const perPool = {
  uses: doubles(PLACES),
  perUse: doubles(PLACES),
  overtimeFactor: doubles(PLACES),
};

/** Per group of a pool: price of an hour. */
const perGroup = {
  perHour: doubles(PLACES),
};

/** Per case: what it has cost so far. */
const perCase = {
  cost: doubles(SLOTS),
};

/** Sums over completed cases, and money of executions in the window. */
const sums = { cost: NaN, fixed: NaN };
/** Any money in the scenario at all? Then executions are priced; without, nobody need ask. */
export const pricing = { on: false };

export function growCases(capacity: number): void {
  growTableTo(perCase, capacity);
}

export function caseStarted(c: number): void {
  perCase.cost[c] = 0;
}

/** Prices the execution that ends now, which had begun, or its part, by what `execution` says was worked; charges it to its case. */
export function priceExecution(t: number, fixed: number): void {
  const inWindow = clock.now >= window.start;
  let cost = fixed * sharing.once;
  if (inWindow) sums.fixed += cost;
  const worked = execution[WORKED]!;
  for (let unit = tokens.unit[t]!; unit !== -1; unit = units.next[unit]!) {
    const p = units.pool[unit]!;
    const overtime = tokens.overtime[t] === 1 ? overtimeOf(t, unit) : 0;
    const perHour = perGroup.perHour[units.group[unit]!]!;
    const hours = ((worked - overtime + overtime * perPool.overtimeFactor[p]!) / HOUR) * sharing.hours;
    cost += perPool.perUse[p]! * sharing.once + hours * perHour;
    if (inWindow) perPool.uses[p]! += sharing.once;
  }
  const c = tokens.case[t]!;
  perCase.cost[c]! += cost;
  execution[COST] = cost;
}

/** Counts a completed case. */
export function addCase(c: number): void {
  if (pricing.on) sums.cost += perCase.cost[c]!;
}

/** Money for uses of the pool's units in the window. */
export const useCost = (p: number): number => perPool.uses[p]! * network.pools[p]!.costPerUse;

export function windowOpened(): void {
  sums.fixed = 0;
  perPool.uses.fill(0);
}

/** Money of executions in the window. */
export const fixedCosts = (): number => sums.fixed;

export const costPerCase: Observer = {
  paths: () => [['cost', 'perCase']],
  reset() {
    pricing.on =
      activities.some((a) => a.fixedCost > 0) ||
      network.groups.some((g) => g.costPerHour > 0) ||
      network.pools.some((p) => p.costPerUse > 0);
    Object.assign(sums, { cost: 0, fixed: 0 });
    clearTable(perPool, network.pools.length);
    clearTable(perGroup, network.groups.length);
    network.groups.forEach((group, g) => {
      perGroup.perHour[g] = group.costPerHour;
    });
    network.pools.forEach((pool, p) => {
      perPool.perUse[p] = pool.costPerUse;
      perPool.overtimeFactor[p] = pool.overtimeFactor;
    });
  },
  collect(write) {
    write(measured.completed > 0 ? sums.cost / measured.completed : NaN);
  },
};
