/** Cost (semantics, KPI 11): per execution, per case, and of the pools; busy cost is what was worked, paid cost the whole shifts. */
import { growFloat } from '../kernel/arrays.ts';
import { now } from '../kernel/clock.ts';
import { activities, network } from '../kernel/loaded.ts';
import { unitNext, unitPool } from '../kernel/pools.ts';
import { tokenCase, tokenUnit } from '../kernel/tokens.ts';
import type { Observer } from './observer.ts';
import { HOUR, windowStart } from './window.ts';
import { overtimeOf } from './worked.ts';

let caseCost = new Float64Array(0);
let perCaseSum = 0;
let perCaseCount = 0;
let fixed = 0;
let uses = new Float64Array(0);
/** Any money in the scenario at all? Then executions are priced. */
let priced = false;
let poolRate: readonly number[] = [];

export function growCases(capacity: number): void {
  caseCost = growFloat(caseCost, Math.max(caseCost.length, capacity));
}

export function caseStarted(c: number): void {
  caseCost[c] = 0;
}

/** Cost of an execution that ends now after `worked` ms; charges it to its case. */
export function priceExecution(t: number, a: number, worked: number, begun: boolean): number {
  if (!priced || !begun) return 0;
  const inWindow = now >= windowStart;
  let cost = activities[a]!.fixedCost;
  if (inWindow) fixed += cost;
  for (let unit = tokenUnit[t]!; unit !== -1; unit = unitNext[unit]!) {
    const p = unitPool[unit]!;
    const { costPerUse, overtimeFactor } = network.pools[p]!;
    const overtime = overtimeOf(t, unit);
    cost += costPerUse + ((worked - overtime + overtime * overtimeFactor) / HOUR) * poolRate[p]!;
    if (inWindow) uses[p] = uses[p]! + 1;
  }
  const c = tokenCase[t]!;
  caseCost[c] = caseCost[c]! + cost;
  return cost;
}

/** Counts a completed case. */
export function addCase(c: number): void {
  perCaseSum += caseCost[c]!;
  perCaseCount++;
}

/** Money for uses of the pool's units in the window. */
export const useCost = (p: number): number => uses[p]! * network.pools[p]!.costPerUse;

export function windowOpened(): void {
  fixed = 0;
  uses.fill(0);
}

/** Money of executions in the window. */
export const fixedCosts = (): number => fixed;

export const costPerCase: Observer = {
  paths: () => [['cost', 'perCase']],
  reset() {
    uses = new Float64Array(network.pools.length);
    poolRate = network.pools.map((p) => p.costPerHour);
    priced =
      activities.some((a) => a.fixedCost > 0) || network.pools.some((p) => p.costPerHour > 0 || p.costPerUse > 0);
    fixed = 0;
    perCaseSum = 0;
    perCaseCount = 0;
  },
  collect(write) {
    write(perCaseCount ? perCaseSum / perCaseCount : NaN);
  },
};
