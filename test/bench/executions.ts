import type { Network } from '#simulation';

/** Tasks completed in a replication with these figures. */
export function executions(network: Network, kpis: Float64Array): number {
  let total = 0;
  network.kpiPaths.forEach((path, i) => {
    if (path[0] === 'activities' && path[2] === 'executions') total += kpis[i]!;
  });
  return total;
}
