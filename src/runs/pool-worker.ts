/** One worker thread of the pool and what it is doing. Knows the protocol; decides nothing. */
import type { Reply, Request } from '#simulation';
import type { Chunk, PoolRun } from './pool-run.ts';

/** What the pool needs of a worker: met by the browser's `Worker` and by its twin on Node's threads. */
export interface WorkerLike {
  postMessage(request: Request): void;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  terminate(): void;
}

/** Of a `message` event the data; of an `error` event the message. */
export interface WorkerEvent extends Pick<Event, 'type'> {
  readonly data?: Reply;
  readonly message?: string;
}

export interface PoolWorkerListener {
  onReply(worker: PoolWorker, reply: Reply): void;
  /** The thread is gone or useless. Called once. */
  onDeath(worker: PoolWorker, reason: string): void;
}

export interface Task {
  readonly run: PoolRun;
  readonly chunk: Chunk;
  readonly since: number;
}

export class PoolWorker {
  /** Undefined while starting and while idle. */
  task: Task | undefined;
  ready = false;
  /** Heartbeats of the pool since the last word of this worker. */
  silentFor = 0;
  private dead = false;

  constructor(
    private readonly worker: WorkerLike,
    private readonly listener: PoolWorkerListener,
  ) {
    worker.addEventListener('message', ({ data }) => {
      if (this.dead || !data) return;
      this.silentFor = 0;
      if (data.type === 'ready') this.ready = true;
      listener.onReply(this, data);
    });
    worker.addEventListener('error', ({ message }) => {
      this.die(message || 'error');
    });
    // Node's threads tell their end; a browser's worker cannot end by itself.
    worker.addEventListener('close', () => {
      this.die('exit');
    });
  }

  assign(run: PoolRun, chunk: Chunk): void {
    this.task = { run, chunk, since: performance.now() };
    this.silentFor = 0;
    this.worker.postMessage({ type: 'run', runId: run.id, study: run.study, plan: run.plan, ...chunk });
  }

  /** Asks for the end of the task; the worker answers `done` when it hears it. */
  cancel(): void {
    if (this.task) this.worker.postMessage({ type: 'cancel', runId: this.task.run.id });
  }

  /** Ends the thread and reports it as dead. */
  die(reason: string): void {
    if (this.dead) return;
    this.terminate();
    this.listener.onDeath(this, reason);
  }

  /** Ends the thread quietly. */
  terminate(): void {
    this.dead = true;
    this.worker.terminate();
  }
}
