/** What an execution that ends now took of its people. */
import { clock } from '../kernel/clock.ts';
import { groupTimeline, units } from '../kernel/pools.ts';
import { workedSoFar } from '../kernel/shifts.ts';
import { tokens } from '../kernel/tokens.ts';
import { doubles } from '../math/memory.ts';

/** The execution that ends now: ms worked and what it costs, here because a double handed over in a call costs memory. */
export const execution = doubles(2);
/** Places in `execution`. */
export const WORKED = 0;
export const COST = 1;

/**
 * Puts the worked ms of token `t`, whose execution is cancelled now, into `execution`; 0 when it had not begun, and of a sub-process,
 * whose work is that of the executions inside.
 */
export function measureWorked(t: number): void {
  execution[WORKED] = Number.isNaN(tokens.started[t]!) || tokens.work[t] === 0 ? 0 : workedSoFar(t);
}

/** Part of it outside the shift of the unit, ms; for work in overtime. */
export function overtimeOf(t: number, unit: number): number {
  const timeline = groupTimeline[units.group[unit]!];
  const started = tokens.started[t]!;
  return timeline ? clock.now - started - timeline.openBetween(started, clock.now) : 0;
}
