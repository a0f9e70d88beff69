/** Computes replications on this thread: where there are no workers, and in tests. */
import { beginReplication, compile, issue, kept, type Network, type RunPlan, type Study } from '#simulation';
import { RunFailed, RunRefused, type BackendOptions, type SimulationBackend } from './simulation-backend.ts';

/** Events between two turns of the event loop. */
const SLICE = 100_000;

export class InProcess implements SimulationBackend {
  /** The replication under way, of whichever run: the engine's state is one per thread. */
  private busy: Promise<unknown> = Promise.resolve();

  /** One replication at a time, in slices, so that a cancel is heard; runs take turns. */
  async run(study: Study, plan: RunPlan, options: BackendOptions): Promise<void> {
    const { network, issues } = compile(study);
    if (!network) throw new RunRefused(issues);
    try {
      const first = plan.first ?? 0;
      for (let index = first; index < first + plan.replications && !options.signal.aborted; index++) {
        const turn = this.busy.then(() => this.replicate(network, plan, index, options));
        this.busy = turn.catch(() => undefined);
        await turn;
      }
    } catch (error) {
      throw new RunFailed(issue('error', 'run-failed', undefined, { reason: String(error) }));
    }
  }

  dispose(): void {
    // holds nothing
  }

  private async replicate(network: Network, plan: RunPlan, index: number, options: BackendOptions): Promise<void> {
    const replication = beginReplication(network, plan, index);
    do {
      await new Promise((resolve) => setTimeout(resolve));
      if (options.signal.aborted) return;
    } while (!replication.advance(SLICE));
    options.onReplication(kept(replication.result()));
  }
}
