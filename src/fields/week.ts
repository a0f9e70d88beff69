/** A week as minutes: weekly rules to a map of open minutes and back, and painting on it. Monday 00:00 is minute 0. */
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

/** 1 for each open minute of the week. */
export function openMinutes(rules: readonly WeeklyRule[]): Uint8Array {
  const open = new Uint8Array(MINUTES_PER_WEEK);
  for (const rule of rules)
    for (const stretch of stretches(rule))
      for (let m = stretch.from; m < stretch.to; m++) open[m % MINUTES_PER_WEEK] = 1;
  return open;
}

/** The shortest list of rules that opens these minutes: one per pair of times, in order of day and time. */
export function rulesOf(open: Uint8Array): readonly WeeklyRule[] {
  const byTimes = new Map<string, { days: number[]; from: number; to: number }>();
  for (const { day, from, to } of shifts(open)) {
    const key = `${from}-${to}`;
    const rule = byTimes.get(key);
    if (rule) rule.days.push(day);
    else byTimes.set(key, { days: [day], from, to });
  }
  return [...byTimes.values()].sort((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.from - b.from);
}

/** Hours open per week. */
export const hoursPerWeek = (rules: readonly WeeklyRule[]): number =>
  openMinutes(rules).reduce((sum, minute) => sum + minute, 0) / 60;

/** The rules after opening or closing the cells; a cell is a number counted from Monday 00:00 in steps of `minutes`. */
export function paintWeek(
  rules: readonly WeeklyRule[],
  cells: readonly number[],
  minutes: number,
  state: boolean,
): readonly WeeklyRule[] {
  const open = openMinutes(rules);
  for (const cell of cells) open.fill(state ? 1 : 0, cell * minutes, (cell + 1) * minutes);
  return rulesOf(open);
}

/** The rules after the hours of one day were copied to others (1 = Monday). */
export function copyDay(rules: readonly WeeklyRule[], from: number, to: readonly number[]): readonly WeeklyRule[] {
  const open = openMinutes(rules);
  const day = open.slice((from - 1) * MINUTES_PER_DAY, from * MINUTES_PER_DAY);
  for (const target of to) open.set(day, (target - 1) * MINUTES_PER_DAY);
  return rulesOf(open);
}

/** How much of each cell is open, 0..1. */
export function openShares(rules: readonly WeeklyRule[], minutes: number): readonly number[] {
  const open = openMinutes(rules);
  return Array.from({ length: MINUTES_PER_WEEK / minutes }, (_, cell) => {
    let sum = 0;
    for (let m = cell * minutes; m < (cell + 1) * minutes; m++) sum += open[m] ?? 0;
    return sum / minutes;
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
function shifts(open: Uint8Array): readonly { day: number; from: number; to: number }[] {
  const days = DAYS.map((day) => stretchesOfDay(open, day));
  const found: { day: number; from: number; to: number }[] = [];
  const joined = new Set<Stretch>();
  days.forEach((day, d) => {
    const last = day.at(-1);
    const next = days[(d + 1) % 7]?.[0];
    if (
      last &&
      next &&
      last.to === MINUTES_PER_DAY &&
      next.from === 0 &&
      next.to < MINUTES_PER_DAY &&
      next.to <= last.from &&
      last.from > 0
    ) {
      found.push({ day: d + 1, from: last.from, to: next.to });
      joined.add(last).add(next);
    }
  });
  days.forEach((day, d) => {
    for (const stretch of day) if (!joined.has(stretch)) found.push({ day: d + 1, ...stretch });
  });
  return found.sort((a, b) => a.day - b.day || a.from - b.from);
}

function stretchesOfDay(open: Uint8Array, day: number): readonly Stretch[] {
  const start = (day - 1) * MINUTES_PER_DAY;
  const found: Stretch[] = [];
  let from = -1;
  for (let m = 0; m <= MINUTES_PER_DAY; m++) {
    const isOpen = m < MINUTES_PER_DAY && open[start + m] === 1;
    if (isOpen && from < 0) from = m;
    if (!isOpen && from >= 0) {
      found.push({ from, to: m });
      from = -1;
    }
  }
  return found;
}
