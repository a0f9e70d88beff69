/** Pools in which waiting work interrupts lower-ranking work: whether everything done there can be interrupted and taken up again. */
import type { Activity, Group, Pool } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { Context } from './context.ts';

/** Reports what cannot be interrupted, as errors: it would be simulated wrongly. */
export function checkPreemption(
  { issues }: Context,
  activities: readonly Activity[],
  pools: readonly Pool[],
  groups: readonly Group[],
): void {
  pools.forEach((pool, p) => {
    if (!pool.preempts) return;
    if (pool.discipline !== 'priority') issues.push(issue('error', 'preemption-without-priority', pool));
    const isShared = pool.members.length > pool.groups.length || pool.groups.some((g) => groups[g]!.roles.length > 0);
    if (isShared) issues.push(issue('error', 'preemption-shared-people', pool));
    const here = activities.filter(({ needs }) => needs.flat().some((need) => need.pool === p));
    for (const activity of here) {
      const code = obstacle(activity);
      if (code) issues.push(issue('error', code, activity, { pool: pool.name }));
    }
    const ranks = new Set(here.flatMap((a) => [a.priority, ...a.priorityWhen.map(({ priority }) => priority)]));
    if (ranks.size < 2 && here.length > 0) issues.push(issue('warning', 'preemption-without-ranks', pool));
  });
}

function obstacle({ needs, team, impatience, shiftEnd, batch }: Activity): string | undefined {
  if (needs.length > 1 || needs.some((together) => together.length > 1 || together[0]!.units > 1))
    return 'preemption-several-people';
  if (batch) return 'preemption-of-batches';
  if (team) return 'preemption-of-persons';
  if (impatience) return 'preemption-of-impatient';
  return shiftEnd === 'fit' ? 'preemption-and-fit' : undefined;
}
