/** What an execution that ends now took of its people. */
import { clock } from '../kernel/clock.ts';
import { units, groupTimeline } from '../kernel/pools.ts';
import { commonTimeline } from '../kernel/shifts.ts';
import { tokens } from '../kernel/tokens.ts';

/** Worked ms of token `t`, whose execution is cancelled now; 0 when it had not begun. */
export function workedTime(t: number): number {
  const started = tokens.started[t]!;
  if (Number.isNaN(started)) return 0;
  const timeline = tokens.overtime[t] === 1 || tokens.unit[t] === -1 ? undefined : commonTimeline(t);
  return timeline ? timeline.openBetween(started, clock.now) : clock.now - started;
}

/** Part of it outside the shift of the unit, ms. */
export function overtimeOf(t: number, unit: number): number {
  if (tokens.overtime[t] !== 1) return 0;
  const timeline = groupTimeline[units.group[unit]!];
  const started = tokens.started[t]!;
  return timeline ? clock.now - started - timeline.openBetween(started, clock.now) : 0;
}
