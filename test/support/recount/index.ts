/** The figures of a replication, counted a second time from its logs: by going through everything, with none of the engine's sums. */
import type { Network, ReplicationResult, RunPlan } from '#simulation';
import { activityFigures, costOf } from './activities.ts';
import { caseFigures } from './cases.ts';
import { groupBy, mean, readLog, total, type Log } from './log.ts';
import { poolFigures } from './pools.ts';
import { promiseFigures } from './promises.ts';
import type { Figures } from './time.ts';

/** Of a replication with `trace` and `movement`; figures that the logs do not tell are left out. */
export function recount(network: Network, plan: RunPlan, result: ReplicationResult): Figures {
  const log = readLog(network, plan, result);
  return {
    ...caseFigures(log),
    ...promiseFigures(log),
    ...activityFigures(log),
    ...poolFigures(log),
    ...costFigures(log),
  };
}

function costFigures(log: Log): Figures {
  if (log.network.activities.some(({ batch }) => batch)) return {};
  const { arrival, ended, failed } = log.trace.cases;
  const byCase = groupBy(log.executions, (execution) => execution.case);
  const completed = [...arrival.keys()].filter(
    (c) => arrival[c]! >= log.start && !Number.isNaN(ended[c]!) && failed[c] === 0,
  );
  return { 'cost.perCase': mean(completed, (c) => total(byCase.get(c) ?? [], (execution) => costOf(log, execution))) };
}
