/** The designs that stand against each other, as an experiment sees them: a name and something that can be simulated. */
import type { Issue, KpiPath, RunResult, Study } from '#simulation';

/** One design under one scenario, ready to run. The first alternative of an experiment is the baseline. */
export interface Alternative {
  /** Unique in the experiment. */
  readonly id: string;
  readonly name: string;
  /** Scenario resolved and completed; `elementKeys` from the correspondence with the baseline (`elementKeysOf`). */
  readonly study: Study;
  /** The file the model came from, and the SHA-256 of its bytes. */
  readonly file: { readonly name: string; readonly sha256: string };
  /** Findings on file, model and scenario so far. */
  readonly issues: readonly Issue[];
}

/** What an alternative measured, replication by replication. */
export interface AlternativeRun {
  readonly alternative: Alternative;
  readonly kpiPaths: readonly KpiPath[];
  /** `kpis[r]` is the KPI vector of replication r, in the order of `kpiPaths`. */
  readonly kpis: readonly Float64Array[];
  /** The same as the result of an ordinary run, for the charts and tables of one design. */
  readonly result: RunResult;
}

/** Runs of the same replications under the same seed; replication r of one is paired with replication r of the others. */
export interface PairedRuns {
  /** In the order asked for; the first is the baseline. */
  readonly runs: readonly [AlternativeRun, ...AlternativeRun[]];
  readonly seed: string;
  /** Replications that all have. */
  readonly replications: number;
  /** Findings on the comparison itself, e.g. that the designs are observed for different times. */
  readonly issues: readonly Issue[];
}
