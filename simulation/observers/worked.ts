/** What an execution that ends now took of its people. */
import { now } from '../kernel/clock.ts';
import { unitGroup, groupTimeline } from '../kernel/pools.ts';
import { commonTimeline } from '../kernel/shifts.ts';
import { tokenOvertime, tokenStarted, tokenUnit, tokenWork } from '../kernel/tokens.ts';

/** Worked ms of token `t`, overtime included; 0 when it had not begun. */
export function workedTime(t: number, cancelled: boolean): number {
  if (!cancelled) return tokenWork[t]!;
  const started = tokenStarted[t]!;
  if (Number.isNaN(started)) return 0;
  const timeline = tokenOvertime[t] === 1 || tokenUnit[t] === -1 ? undefined : commonTimeline(t);
  return timeline ? timeline.openBetween(started, now) : now - started;
}

/** Part of it outside the shift of the unit, ms. */
export function overtimeOf(t: number, unit: number): number {
  if (tokenOvertime[t] !== 1) return 0;
  const timeline = groupTimeline[unitGroup[unit]!];
  const started = tokenStarted[t]!;
  return timeline ? now - started - timeline.openBetween(started, now) : 0;
}
