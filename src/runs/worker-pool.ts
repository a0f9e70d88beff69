/**
 * Computes replications on several worker threads. Idle workers take small chunks, so the slowest chunk decides little; a
 * silent worker is ended and replaced, because a thread in a tight loop or out of memory reports nothing.
 */
import { issue, type Reply, type RunPlan, type Study } from '#simulation';
import { PoolRun } from './pool-run.ts';
import { PoolWorker, type WorkerLike } from './pool-worker.ts';
import { RunFailed, RunRefused, type BackendOptions, type SimulationBackend } from './simulation-backend.ts';

export interface WorkerPoolOptions {
  readonly createWorker: () => WorkerLike;
  /** Most threads at a time. */
  readonly size: number;
  /** Real ms in which a new worker must report ready; default 20 000. A worker whose import fails never reports. */
  readonly startTime?: number;
  /** Real ms without a word after which a busy worker counts as hung; default 15 000. */
  readonly silence?: number;
  /** Real ms a worker gets to answer a cancel before it is ended; default 200. */
  readonly grace?: number;
}

/** Threads for this machine: one core is left for the page, and more than eight gain nothing here. */
export const defaultPoolSize = (cores: number): number => Math.max(1, Math.min(8, cores - 1));

const HEARTBEAT = 500;

export class WorkerPool implements SimulationBackend {
  private readonly workers = new Set<PoolWorker>();
  private readonly runs: PoolRun[] = [];
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private runCount = 0;

  private size: number;

  constructor(private readonly options: WorkerPoolOptions) {
    this.size = options.size;
  }

  /** Starts all threads ahead of the first run, which then begins at once. */
  warmUp(): void {
    while (this.workers.size < this.size) {
      const before = this.workers.size;
      this.startWorker();
      if (this.workers.size === before) break;
    }
    this.beat();
  }

  run(study: Study, plan: RunPlan, options: BackendOptions): Promise<void> {
    if (options.signal.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const run = new PoolRun(`run-${++this.runCount}`, study, plan, options, (error) => {
        options.signal.removeEventListener('abort', cancel);
        if (error) reject(error);
        else resolve();
      });
      const cancel = (): void => {
        this.end(run);
      };
      options.signal.addEventListener('abort', cancel);
      this.runs.push(run);
      this.schedule();
    });
  }

  dispose(): void {
    for (const worker of this.workers) worker.terminate();
    this.workers.clear();
    for (const run of [...this.runs]) this.end(run);
    this.beat();
  }

  /** Gives waiting replications to idle workers, and starts workers while there is more to do than hands. */
  private schedule(): void {
    for (const worker of this.workers) {
      if (!worker.ready || worker.task) continue;
      const run = this.neediest();
      const chunk = run?.take(this.size);
      if (!run || !chunk) break;
      worker.assign(run, chunk);
    }
    const waiting = this.runs.reduce((sum, run) => sum + run.waiting, 0);
    let starting = [...this.workers].filter((w) => !w.ready).length;
    while (starting < waiting && this.workers.size < this.size) {
      this.startWorker();
      starting++;
    }
    this.beat();
  }

  /** The run of which the smallest share was given out, so that runs to be compared advance together. */
  private neediest(): PoolRun | undefined {
    const open = this.runs.filter((run) => run.waiting > 0);
    return open.reduce<PoolRun | undefined>(
      (least, run) => (least && least.given <= run.given ? least : run),
      undefined,
    );
  }

  private startWorker(): void {
    try {
      const worker = new PoolWorker(this.options.createWorker(), {
        onReply: (from, reply) => {
          this.receive(from, reply);
        },
        onDeath: (dead, reason) => {
          this.bury(dead, reason);
        },
      });
      this.workers.add(worker);
    } catch (error) {
      this.startFailed(error instanceof Error ? error.message : String(error));
    }
  }

  /** Goes on with the threads there are; without any, every run has failed. */
  private startFailed(reason: string): void {
    this.size = Math.max(1, this.workers.size);
    if (this.workers.size === 0) for (const run of [...this.runs]) this.fail(run, 'worker-start-failed', reason);
  }

  private receive(worker: PoolWorker, reply: Reply): void {
    const task = worker.task;
    const run =
      task && this.runs.includes(task.run) && reply.type !== 'ready' && reply.runId === task.run.id
        ? task.run
        : undefined;
    switch (reply.type) {
      case 'ready':
        this.schedule();
        return;
      case 'replications':
        for (const result of reply.results) run?.deliver(result);
        return;
      case 'progress':
        run?.options.onProgress?.(reply);
        return;
      case 'done':
        worker.task = undefined;
        if (task && run) {
          run.timed(task.chunk, performance.now() - task.since);
          if (run.complete) this.end(run);
          else if (!run.takeBack(task.chunk)) this.fail(run, 'worker-died', 'incomplete');
        }
        this.schedule();
        return;
      case 'refused':
        worker.task = undefined;
        if (run) this.end(run, new RunRefused(reply.issues));
        this.schedule();
        return;
      case 'failed':
        worker.task = undefined;
        if (run) this.fail(run, 'run-failed', reply.message);
        this.schedule();
        return;
      default:
        return assertNever(reply);
    }
  }

  /** A dead worker's replications are tried once more elsewhere. */
  private bury(worker: PoolWorker, reason: string): void {
    this.workers.delete(worker);
    const { task } = worker;
    if (task && this.runs.includes(task.run) && !task.run.takeBack(task.chunk)) {
      this.fail(task.run, 'worker-died', reason);
    }
    if (!worker.ready) this.startFailed(reason);
    this.schedule();
  }

  private fail(run: PoolRun, code: string, reason: string): void {
    this.end(run, new RunFailed(issue('error', code, undefined, { reason })));
  }

  /** Settles a run, and frees the workers still at it: politely, then by force. */
  private end(run: PoolRun, error?: Error): void {
    const index = this.runs.indexOf(run);
    if (index < 0) return;
    this.runs.splice(index, 1);
    const busy = [...this.workers].filter((w) => w.task?.run === run);
    for (const worker of busy) worker.cancel();
    if (busy.length > 0) {
      setTimeout(() => {
        for (const worker of busy) if (worker.task?.run === run) worker.die('silent after cancel');
      }, this.options.grace ?? 200);
    }
    this.beat();
    run.settle(error);
  }

  /** Watches workers that owe an answer. Counted in beats, so that a machine that slept finds nobody guilty. */
  private beat(): void {
    const owing = (): PoolWorker[] => [...this.workers].filter((w) => !w.ready || w.task);
    if (owing().length === 0) {
      clearInterval(this.heartbeat);
      this.heartbeat = undefined;
      return;
    }
    this.heartbeat ??= setInterval(() => {
      for (const worker of owing()) {
        const limit = worker.ready ? (this.options.silence ?? 15_000) : (this.options.startTime ?? 20_000);
        if (++worker.silentFor * HEARTBEAT >= limit) worker.die('silent');
      }
      this.beat();
    }, HEARTBEAT);
  }
}

function assertNever(reply: never): never {
  throw new Error(`unknown reply <${JSON.stringify(reply)}>`);
}
