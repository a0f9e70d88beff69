/** Real time a run still takes, judged by what it took so far. */
import type { RunPlan } from '#simulation';
import type { ReplicationProgress } from './simulation-backend.ts';

/** Real ms before a first guess. */
const PATIENCE = 300;

export class RunClock {
  /** Replications in. */
  done = 0;
  private readonly started = performance.now();
  /** Shares of replications under way, where a horizon tells. */
  private readonly shares = new Map<number, number>();

  constructor(private readonly plan: RunPlan) {}

  finished(index: number): void {
    this.done++;
    this.shares.delete(index);
  }

  progressed({ index, time }: ReplicationProgress): void {
    if (Number.isFinite(this.plan.horizon)) this.shares.set(index, Math.min(1, time / this.plan.horizon));
  }

  /** Real ms until `replications` are in; undefined as long as there is too little to judge by. */
  timeLeft(replications: number): number | undefined {
    const elapsed = performance.now() - this.started;
    let progress = this.done;
    for (const share of this.shares.values()) progress += share;
    if (elapsed < PATIENCE || progress === 0) return undefined;
    return (elapsed / progress) * Math.max(0, replications - progress);
  }
}
