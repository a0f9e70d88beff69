/** Computes replications on this thread: where there are no workers, and in tests. */
import { blocks, compile, issue, simulate, type RunPlan, type Study } from '#simulation';
import { RunFailed, RunRefused, type BackendOptions, type SimulationBackend } from './simulation-backend.ts';

export class InProcess implements SimulationBackend {
  /** One replication at a time, with a turn of the event loop in between so that a cancel is heard. */
  async run(study: Study, plan: RunPlan, { onReplication, signal }: BackendOptions): Promise<void> {
    const { network, issues } = compile(study);
    if (!network || blocks(issues)) throw new RunRefused(issues);
    for (let index = 0; index < plan.replications; index++) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      try {
        onReplication(simulate(network, plan, index));
      } catch (error) {
        throw new RunFailed(issue('error', 'run-failed', undefined, { reason: String(error) }));
      }
    }
  }

  dispose(): void {
    // holds nothing
  }
}
