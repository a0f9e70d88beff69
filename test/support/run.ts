/** Runs studies in tests: KPI values per replication, estimates, and traces as readable lines. */
import { compile, simulate, type Issue, type ReplicationResult, type RunOverrides, type Study } from '#simulation';

export interface Ran {
  readonly results: readonly ReplicationResult[];
  readonly issues: readonly Issue[];
  /** Value of a KPI in replication r (default 0), by its path. */
  kpi(path: string, r?: number): number;
  /** Mean over replications and half-width of the 95 % t-interval (R = 30: t = 2.0452). */
  estimate(path: string): { readonly mean: number; readonly halfWidth: number; readonly standardError: number };
  /** `Task case offered started ended` in minutes, of replication 0. */
  readonly trace: readonly string[];
}

/** Simulates all replications; throws when the study does not compile. */
export function run(study: Study, overrides: RunOverrides = {}): Ran {
  const { network, plan, issues } = compile(study, overrides);
  if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
  const results: ReplicationResult[] = [];
  for (let r = 0; r < plan.replications; r++) results.push(simulate(network, { ...plan, trace: r === 0 }, r));
  const index = new Map(network.kpiPaths.map((path, i) => [path.join('.'), i]));
  const kpi = (path: string, r = 0): number => {
    const i = index.get(path);
    if (i === undefined) throw new Error(`no figure <${path}>`);
    return results[r]!.kpis[i]!;
  };
  const minutes = (ms: number): string => String(ms / 60_000);
  const columns = results[0]!.trace!;
  return {
    results,
    issues: [...issues, ...results.flatMap((r) => r.issues)],
    kpi,
    estimate(path) {
      const values = results.map((_, r) => kpi(path, r));
      const n = values.length;
      const mean = values.reduce((a, b) => a + b, 0) / n;
      const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1);
      const standardError = Math.sqrt(variance / n);
      return { mean, standardError, halfWidth: 2.0452 * standardError };
    },
    trace: Array.from({ length: columns.length }, (_, i) =>
      [
        network.nodeIds[columns.node[i]!]!,
        columns.case[i]!,
        minutes(columns.offered[i]!),
        minutes(columns.started[i]!),
        minutes(columns.ended[i]!),
        ...(columns.cancelled[i] ? ['cancelled'] : []),
      ].join(' '),
    ),
  };
}
