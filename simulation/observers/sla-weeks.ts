/** In how many weeks SLAs met their targets (semantics, KPI 9): a promise counts in the week in which what it is about began. */
import { growTableTo, PLACES } from '../kernel/arrays.ts';
import { doubles } from '../math/memory.ts';

const WEEK = 7 * 86_400_000;

/** By week since the start of the run, in strides of one place per SLA. */
const weeks = { hits: doubles(PLACES), measured: doubles(PLACES) };
const counts = { weeks: 0, slas: 0 };

/** Forgets all weeks; from now on there are so many SLAs. */
export function resetWeeks(slas: number): void {
  counts.weeks = 0;
  counts.slas = slas;
}

/** Counts under SLA `k` what began at `from`, ms since the start of the run. */
export function countInWeek(k: number, from: number, isHit: boolean): void {
  const week = Math.floor(from / WEEK);
  if (week >= counts.weeks) addWeeks(week + 1);
  const i = week * counts.slas + k;
  weeks.measured[i]! += 1;
  if (isHit) weeks.hits[i]! += 1;
}

/** Makes room for so many weeks, the new ones empty. */
function addWeeks(count: number): void {
  const { weeks: before, slas } = counts;
  if (count * slas > weeks.hits.length) growTableTo(weeks, 2 * count * slas);
  for (const column of [weeks.hits, weeks.measured]) column.fill(0, before * slas, count * slas);
  counts.weeks = count;
}

/** Share of the weeks with anything measured in which SLA `k` met the target, a share; NaN without such a week. */
export function shareOfWeeks(k: number, target: number): number {
  let any = 0;
  let met = 0;
  for (let i = k; i < counts.weeks * counts.slas; i += counts.slas) {
    const count = weeks.measured[i]!;
    if (count === 0) continue;
    any++;
    // A share is the number nearest to it, as the target is; a product of the target need not be.
    if (weeks.hits[i]! / count >= target) met++;
  }
  return any ? met / any : NaN;
}
