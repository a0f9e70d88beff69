/** Bookkeeping of one run in the worker pool: which replications are out, which are in, and how large the next chunk is. */
import type { ReplicationResult, RunPlan, Study } from '#simulation';
import type { BackendOptions } from './simulation-backend.ts';

/** Replications [from, to). */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Real ms a chunk should take: short enough to share the end of a run fairly, long enough that messages cost nothing. */
const CHUNK_TIME = 100;
/** How often a replication is tried again after the worker that computed it died. */
const RETRIES = 1;

export class PoolRun {
  private next: number;
  private readonly again: Chunk[] = [];
  private readonly delivered = new Set<number>();
  private readonly deaths = new Map<number, number>();
  /** Smoothed real ms per replication; undefined before the first chunk. */
  private pace: number | undefined;

  constructor(
    readonly id: string,
    readonly study: Study,
    readonly plan: RunPlan,
    readonly options: BackendOptions,
    /** Settles the caller's promise. */
    readonly settle: (error?: Error) => void,
  ) {
    this.next = plan.first ?? 0;
  }

  /** Share of the replications that were given out: who has less goes first. */
  get given(): number {
    return 1 - this.left / this.plan.replications;
  }

  /** Replications nobody computes yet. */
  get waiting(): number {
    return this.left + this.again.reduce((sum, chunk) => sum + chunk.to - chunk.from, 0);
  }

  private get left(): number {
    return (this.plan.first ?? 0) + this.plan.replications - this.next;
  }

  get complete(): boolean {
    return this.delivered.size === this.plan.replications;
  }

  /** The next chunk for one of `workers` workers. The first ones are single replications, so that figures show at once. */
  take(workers: number): Chunk | undefined {
    const again = this.again.shift();
    if (again) return again;
    const { left } = this;
    if (left === 0) return undefined;
    const wanted =
      this.pace === undefined || this.plan.trace || this.plan.movement
        ? 1
        : Math.floor(CHUNK_TIME / Math.max(this.pace, 0.1));
    const size = Math.max(1, Math.min(wanted, Math.ceil(left / (2 * workers))));
    const from = this.next;
    this.next += size;
    return { from, to: this.next };
  }

  deliver(result: ReplicationResult): void {
    if (this.delivered.has(result.index)) return;
    this.delivered.add(result.index);
    this.options.onReplication(result);
  }

  /** Notes how long a chunk took. */
  timed(chunk: Chunk, duration: number): void {
    const pace = duration / (chunk.to - chunk.from);
    this.pace = this.pace === undefined ? pace : (this.pace + pace) / 2;
  }

  /**
   * Takes back what a dead worker left undone. The first missing replication is the one it died of: it is tried alone.
   * False when that one has had its chances.
   */
  takeBack(chunk: Chunk): boolean {
    let first = chunk.from;
    while (first < chunk.to && this.delivered.has(first)) first++;
    if (first === chunk.to) return true;
    const deaths = (this.deaths.get(first) ?? 0) + 1;
    this.deaths.set(first, deaths);
    if (deaths > RETRIES) return false;
    this.again.push({ from: first, to: first + 1 });
    if (first + 1 < chunk.to) this.again.push({ from: first + 1, to: chunk.to });
    return true;
  }
}
