/** A backend without threads and without pauses, for tests that look at figures and not at the machinery. */
import { compile, simulate, type RunPlan, type Study } from '#simulation';
import { RunRefused, type BackendOptions, type SimulationBackend } from '../../src/runs/simulation-backend.ts';

export class Direct implements SimulationBackend {
  /** Replications computed so far. */
  replications = 0;

  async run(study: Study, plan: RunPlan, { onReplication, signal }: BackendOptions): Promise<void> {
    const { network, issues } = compile(study);
    if (!network) throw new RunRefused(issues);
    const first = plan.first ?? 0;
    for (let index = first; index < first + plan.replications && !signal.aborted; index++) {
      this.replications++;
      onReplication(simulate(network, plan, index));
    }
    await Promise.resolve();
  }

  dispose(): void {
    // holds nothing
  }
}
