/** Cost (semantics, KPI 11): per execution, per case, and of the pools; busy cost is what was worked, paid cost the whole shifts. */
import { clearTable, growTableTo, PLACES, SLOTS } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { activities, network } from '../kernel/loaded.ts';
import { units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import type { Observer } from './observer.ts';
import { HOUR, window } from './window.ts';
import { overtimeOf } from './worked.ts';

/** Per pool: uses in the window. */
const perPool = {
  uses: new Float64Array(PLACES),
};

/** Per case: what it has cost so far. */
const perCase = {
  cost: new Float64Array(SLOTS),
};

/** Sums over completed cases, and money of executions in the window. */
const sums = { cases: 0, cost: NaN, fixed: NaN };
/** Any money in the scenario at all? Then executions are priced; without, nobody need ask. */
export const pricing = { on: false };
let poolRate: readonly number[] = [];

export function growCases(capacity: number): void {
  growTableTo(perCase, capacity);
}

export function caseStarted(c: number): void {
  perCase.cost[c] = 0;
}

/** Cost of an execution that ends now after `worked` ms; charges it to its case. */
export function priceExecution(t: number, a: number, worked: number, begun: boolean): number {
  if (!begun) return 0;
  const inWindow = clock.now >= window.start;
  let cost = activities[a]!.fixedCost;
  if (inWindow) sums.fixed += cost;
  for (let unit = tokens.unit[t]!; unit !== -1; unit = units.next[unit]!) {
    const p = units.pool[unit]!;
    const { costPerUse, overtimeFactor } = network.pools[p]!;
    const overtime = overtimeOf(t, unit);
    cost += costPerUse + ((worked - overtime + overtime * overtimeFactor) / HOUR) * poolRate[p]!;
    if (inWindow) perPool.uses[p] = perPool.uses[p]! + 1;
  }
  const c = tokens.case[t]!;
  perCase.cost[c] = perCase.cost[c]! + cost;
  return cost;
}

/** Counts a completed case. */
export function addCase(c: number): void {
  sums.cost += perCase.cost[c]!;
  sums.cases++;
}

/** Money for perPool.uses of the pool's units in the window. */
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
    poolRate = network.pools.map((p) => p.costPerHour);
    pricing.on =
      activities.some((a) => a.fixedCost > 0) || network.pools.some((p) => p.costPerHour > 0 || p.costPerUse > 0);
    Object.assign(sums, { cases: 0, cost: 0, fixed: 0 });
    clearTable(perPool, network.pools.length);
  },
  collect(write) {
    write(sums.cases ? sums.cost / sums.cases : NaN);
  },
};
