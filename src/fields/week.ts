/**
 * A week as minutes: weekly rules to the share of time in each minute (0 = closed, 1 = open) and back, and painting on it. Monday 00:00
 * is minute 0.
 */
import type { WeeklyRule } from '#simulation';

export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
/** Monday to Sunday as in `WeeklyRule.days`. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A stretch [from, to) of minutes of the week; `to` may run past the end of the week. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface SharedStretch extends Stretch {
  readonly share: number;
}

/** The share of time in each minute of the week; where rules overlap, the larger counts. */
export function minuteShares(rules: readonly WeeklyRule[]): Float64Array {
  const shares = new Float64Array(MINUTES_PER_WEEK);
  for (const rule of rules)
    for (const stretch of stretches(rule))
      for (let m = stretch.from; m < stretch.to; m++)
        shares[m % MINUTES_PER_WEEK] = Math.max(shares[m % MINUTES_PER_WEEK] ?? 0, rule.share ?? 1);
  return shares;
}

/** The shortest list of rules with these shares: one per pair of times and share, in order of day and time. */
export function rulesOf(shares: Float64Array): readonly WeeklyRule[] {
  const byTimes = new Map<string, WeeklyRule & { readonly days: number[] }>();
  for (const { day, from, to, share } of shifts(shares)) {
    const key = `${from}-${to}-${share}`;
    const rule = byTimes.get(key);
    if (rule) rule.days.push(day);
    else byTimes.set(key, { days: [day], from, to, ...(share === 1 ? {} : { share }) });
  }
  return [...byTimes.values()].sort((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.from - b.from);
}

/** Hours open per week, with whatever share. */
export const hoursPerWeek = (rules: readonly WeeklyRule[]): number =>
  minuteShares(rules).reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0) / 60;

/** Hours per week that people have, by their share of each. */
export const sharedHoursPerWeek = (rules: readonly WeeklyRule[]): number =>
  minuteShares(rules).reduce((sum, share) => sum + share, 0) / 60;

/** The rules after giving the cells a share (0 closes); a cell is a number counted from Monday 00:00 in steps of `minutes`. */
export function paintWeek(
  rules: readonly WeeklyRule[],
  cells: readonly number[],
  minutes: number,
  share: number,
): readonly WeeklyRule[] {
  const shares = minuteShares(rules);
  for (const cell of cells) shares.fill(share, cell * minutes, (cell + 1) * minutes);
  return rulesOf(shares);
}

/** The rules after the hours of one day were copied to others (1 = Monday). */
export function copyDay(rules: readonly WeeklyRule[], from: number, to: readonly number[]): readonly WeeklyRule[] {
  const shares = minuteShares(rules);
  const day = shares.slice((from - 1) * MINUTES_PER_DAY, from * MINUTES_PER_DAY);
  for (const target of to) shares.set(day, (target - 1) * MINUTES_PER_DAY);
  return rulesOf(shares);
}

/** What of a cell is open (0..1), and the share of time in it, where that is the same all through. */
export interface OpenCell {
  readonly open: number;
  readonly share: number | undefined;
}

export function openCells(rules: readonly WeeklyRule[], minutes: number): readonly OpenCell[] {
  const shares = minuteShares(rules);
  return Array.from({ length: MINUTES_PER_WEEK / minutes }, (_, cell) => {
    const own = shares.subarray(cell * minutes, (cell + 1) * minutes);
    const open = own.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0) / minutes;
    return { open, share: own.every((share) => share === own[0]) ? own[0] : undefined };
  });
}

/** The minute of the day a text says, 0..1440, or undefined: `9`, `9:30`, `0930`, `17.30`, `9点半`, `24:00`. */
export function readClock(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/点半$/, ':30')
    .replace(/[点時时]$/, ':00')
    .replace(/[点時时.h]/, ':')
    .replace(/分$/, '');
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(plain);
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= MINUTES_PER_DAY ? minute : undefined;
}

function stretches(rule: WeeklyRule): readonly Stretch[] {
  const length = rule.to > rule.from ? rule.to - rule.from : rule.to + MINUTES_PER_DAY - rule.from;
  return rule.days.map((day) => {
    const from = (day - 1) * MINUTES_PER_DAY + rule.from;
    return { from, to: from + length };
  });
}

/** Open stretches by day; a stretch past midnight that ends before it began stays one rule, as night shifts are written. */
function shifts(shares: Float64Array): readonly (SharedStretch & { readonly day: number })[] {
  const days = DAYS.map((day) => stretchesOfDay(shares, day));
  const found: (SharedStretch & { readonly day: number })[] = [];
  const joined = new Set<SharedStretch>();
  days.forEach((day, d) => {
    const last = day.at(-1);
    const next = days[(d + 1) % 7]?.[0];
    if (
      last &&
      next &&
      last.to === MINUTES_PER_DAY &&
      next.from === 0 &&
      next.to < MINUTES_PER_DAY &&
      next.share === last.share &&
      next.to <= last.from &&
      last.from > 0
    ) {
      found.push({ ...last, day: d + 1, to: next.to });
      joined.add(last).add(next);
    }
  });
  days.forEach((day, d) => {
    for (const stretch of day) if (!joined.has(stretch)) found.push({ day: d + 1, ...stretch });
  });
  return found.sort((a, b) => a.day - b.day || a.from - b.from);
}

/** Stretches of one share that is not 0. */
function stretchesOfDay(shares: Float64Array, day: number): readonly SharedStretch[] {
  const own = shares.subarray((day - 1) * MINUTES_PER_DAY, day * MINUTES_PER_DAY);
  const found: SharedStretch[] = [];
  for (let from = 0, m = 1; m <= MINUTES_PER_DAY; m++) {
    const share = own[from] ?? 0;
    if (m < MINUTES_PER_DAY && own[m] === share) continue;
    if (share > 0) found.push({ from, to: m, share });
    from = m;
  }
  return found;
}
