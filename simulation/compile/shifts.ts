/** Work whose people are never there together, and work that no shift is long enough for: seen before the run, with who is meant. */
import { intersect, union, type Timeline } from '../calendars/index.ts';
import type { Activity, Group, Pool } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { Context } from './context.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Shifts repeat weekly, but for holidays. */
const LONG = 400 * DAY;

/** Reports both, as warnings: the run says how many cases it concerns. */
export function checkShifts(
  { issues }: Context,
  activities: readonly Activity[],
  pools: readonly Pool[],
  groups: readonly Group[],
): void {
  const hours = pools.map(({ members }) => hoursOf(members.map((g) => groups[g]!)));
  for (const activity of activities) {
    const { needs, shiftEnd, work } = activity;
    if (needs.length === 0) continue;
    const together = needs.map((all) => allOf(all.map(({ pool }) => hours[pool])));
    const named = { pools: [...new Set(needs.flat().map(({ pool }) => pools[pool]!.name))].join(', ') };
    if (together.every(isNever)) issues.push(issue('warning', 'people-never-there', activity, named));
    else if (shiftEnd === 'fit' && work && together.every((when) => isTooShort(when, work.mean)))
      issues.push(issue('warning', 'work-longer-than-shifts', activity, named));
  }
}

/** When anybody of the groups is there; undefined = always. */
function hoursOf(groups: readonly Group[]): Timeline | undefined {
  const staffed = groups.filter(({ capacity }) => capacity > 0);
  const [first, ...rest] = staffed.map(({ timeline }) => timeline);
  return rest.reduce((sum, timeline) => (sum && timeline ? union(sum, timeline) : undefined), first);
}

const allOf = (timelines: readonly (Timeline | undefined)[]): Timeline | undefined =>
  timelines.reduce((all, timeline) => (all && timeline ? intersect(all, timeline) : (all ?? timeline)), undefined);

const isNever = (when: Timeline | undefined): boolean =>
  when !== undefined && when.openBetween(0, WEEK) === 0 && when.openBetween(0, LONG) === 0;

function isTooShort(when: Timeline | undefined, work: number): boolean {
  if (!when) return false;
  let longest = 0;
  when.eachOpen(0, 8 * WEEK, (from, to) => {
    longest = Math.max(longest, to - from);
  });
  return work > longest;
}
