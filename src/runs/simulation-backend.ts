/** Somewhere replications are computed: worker threads, or this thread. The run controller does not care which. */
import type { Issue, ReplicationResult, RunPlan, Study } from '#simulation';

export interface SimulationBackend {
  /**
   * Computes the replications of the plan. Resolves when they are all delivered, or at once when the signal aborts; rejects with
   * `RunRefused` when the study does not compile and with `RunFailed` when a replication cannot be computed. Nothing is
   * delivered after it settles. Several runs may be under way; they advance together.
   */
  run(study: Study, plan: RunPlan, options: BackendOptions): Promise<void>;
  /** Frees all threads. The backend cannot be used any more. */
  dispose(): void;
}

export interface BackendOptions {
  /** Called once per replication, in any order. */
  onReplication(result: ReplicationResult): void;
  /** Called now and then while a replication takes long. */
  onProgress?(progress: ReplicationProgress): void;
  readonly signal: AbortSignal;
}

/** How far one replication is: simulated ms and events processed. */
export interface ReplicationProgress {
  readonly index: number;
  readonly time: number;
  readonly events: number;
}

/** The study does not compile. */
export class RunRefused extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(`run refused: <${issues.map((i) => i.code).join(', ')}>`);
  }
}

/** The run cannot be finished, through no fault of the model. */
export class RunFailed extends Error {
  constructor(readonly issue: Issue) {
    super(`run failed: <${issue.code}> ${JSON.stringify(issue.values ?? {})}`);
  }
}
