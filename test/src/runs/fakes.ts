/** A tiny engine for tests of the run machinery: two KPIs that depend on the replication's index alone. */
import {
  BIN_COUNT,
  type Reply,
  type ReplicationResult,
  type Request,
  type RunOverrides,
  type Study,
} from '#simulation';
import type { WorkerEvent, WorkerLike } from '../../../src/runs/pool-worker.ts';
import type { BackendOptions, SimulationBackend } from '../../../src/runs/simulation-backend.ts';
import type { CompileStudy, RunRequest } from '../../../src/runs/run-controller.ts';

export const study: Study = {
  model: { id: 'D', processes: [], participants: [], messageFlows: [], nodes: [], flows: [], resources: [] },
  scenario: { id: 'S', name: 'Today' },
};

export const request: RunRequest = {
  study,
  file: { name: 'a.bpmn', sha256: '00' },
  issues: [],
  message: (issue) => issue.code,
};

export const compileFake: CompileStudy = (_, overrides: RunOverrides = {}) => ({
  network: {
    kpiPaths: [
      ['cases', 'started'],
      ['cycleTime', 'mean'],
    ],
  },
  plan: { seed: 's', replications: overrides.replications ?? 20, cases: 10, horizon: Infinity, warmUp: 0 },
  issues: [],
});

export function replication(index: number): ReplicationResult {
  return {
    index,
    kpis: Float64Array.of(10, 100 + ((index * 37) % 11)),
    cycleTimes: new Int32Array(BIN_COUNT),
    businessCycleTimes: new Int32Array(0),
    wip: { width: 1000, values: Float64Array.of(index) },
    issues: [],
    events: 10,
  };
}

/** Delivers the replications in the given order, one per turn. */
export class Scripted implements SimulationBackend {
  delivered = 0;
  disposed = false;

  constructor(private readonly order: readonly number[]) {}

  async run(_study: Study, _plan: unknown, { onReplication, signal }: BackendOptions): Promise<void> {
    for (const index of this.order) {
      await turn();
      if (signal.aborted) return;
      this.delivered++;
      onReplication(replication(index));
    }
    if (this.order.length < 20) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  }

  dispose(): void {
    this.disposed = true;
  }
}

export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A worker that follows a script: `answer` gets each request and the means to reply. */
export class FakeWorker implements WorkerLike {
  terminated = false;
  readonly requests: Request[] = [];
  private readonly listeners = new Map<string, (event: WorkerEvent) => void>();

  constructor(
    private readonly answer: (request: Request, worker: FakeWorker) => void,
    ready = true,
  ) {
    if (ready) setTimeout(() => this.reply({ type: 'ready' }));
  }

  postMessage(request: Request): void {
    this.requests.push(request);
    setTimeout(() => {
      if (!this.terminated) this.answer(request, this);
    });
  }

  addEventListener(type: string, listener: (event: WorkerEvent) => void): void {
    this.listeners.set(type, listener);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(data: Reply): void {
    if (!this.terminated) this.listeners.get('message')?.({ type: 'message', data });
  }

  crash(message: string): void {
    this.listeners.get('error')?.({ type: 'error', message });
    this.listeners.get('close')?.({ type: 'close' });
  }
}

/** Simulates as asked. */
export function obedient(request: Request, worker: FakeWorker): void {
  if (request.type === 'cancel') return;
  const { runId, from, to } = request;
  for (let index = from; index < to; index++) {
    worker.reply({ type: 'replications', runId, results: [replication(index)] });
  }
  worker.reply({ type: 'done', runId, from, to });
}
