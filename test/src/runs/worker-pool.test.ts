import { afterEach, describe, expect, it } from 'vitest';
import { issue, type Request, type RunPlan } from '#simulation';
import { RunFailed, RunRefused } from '../../../src/runs/simulation-backend.ts';
import { defaultPoolSize, WorkerPool, type WorkerPoolOptions } from '../../../src/runs/worker-pool.ts';
import { FakeWorker, obedient, study } from './fakes.ts';

const plan = (replications: number): RunPlan => ({ seed: 's', replications, cases: 1, horizon: Infinity, warmUp: 0 });
const never = new AbortController().signal;

let pool: WorkerPool;
let workers: FakeWorker[];

/** The n-th worker follows the n-th script; the last script serves all further ones. */
function start(
  scripts: readonly ((request: Request, worker: FakeWorker) => void)[],
  options: Partial<WorkerPoolOptions> = {},
  ready = true,
): void {
  workers = [];
  pool = new WorkerPool({
    size: 2,
    ...options,
    createWorker: () => {
      const script = scripts[Math.min(workers.length, scripts.length - 1)] ?? obedient;
      const worker = new FakeWorker(script, ready);
      workers.push(worker);
      return worker;
    },
  });
}

afterEach(() => {
  pool.dispose();
});

async function run(replications: number, signal = never): Promise<number[]> {
  const seen: number[] = [];
  await pool.run(study, plan(replications), { onReplication: ({ index }) => seen.push(index), signal });
  return seen.sort((a, b) => a - b);
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const silent = () => undefined;

describe('a worker pool', () => {
  it.each([1, 2, 4])('computes each replication exactly once with %d workers', async (size) => {
    start([obedient], { size });
    expect(await run(57)).toEqual(upTo(57));
    expect(workers).toHaveLength(size);
  });

  it('starts no more workers than there are replications', async () => {
    start([obedient], { size: 8 });
    expect(await run(3)).toEqual([0, 1, 2]);
    expect(workers.length).toBeLessThanOrEqual(3);
  });

  it('lets runs that are under way together advance together', async () => {
    start([obedient], { size: 1 });
    const order: string[] = [];
    const runs = ['a', 'b'].map((name) =>
      pool.run(study, plan(40), { onReplication: () => order.push(name), signal: never }),
    );
    await Promise.all(runs);
    expect(order).toHaveLength(80);
    expect(order.slice(0, 40).filter((name) => name === 'b').length).toBeGreaterThan(10);
  });

  it('has its workers ready before the first run when asked to', async () => {
    start([obedient], { size: 3 });
    pool.warmUp();
    expect(workers).toHaveLength(3);
    pool.warmUp();
    await run(20);
    expect(workers).toHaveLength(3);
  });

  it('begins with single replications and keeps its workers for the next run', async () => {
    start([obedient]);
    await run(40);
    await run(40);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.requests[0]).toMatchObject({ type: 'run', from: 0, to: 1 });
  });

  it('serves two runs at a time', async () => {
    start([obedient]);
    expect(await Promise.all([run(10), run(15)])).toEqual([upTo(10), upTo(15)]);
  });

  it('refuses what the worker cannot compile', async () => {
    const issues = [issue('error', 'no-arrivals')];
    start([
      (request, worker) => {
        worker.reply({ type: 'refused', runId: request.runId, issues });
      },
    ]);
    await expect(run(5)).rejects.toEqual(new RunRefused(issues));
  });

  it('reports an error inside the engine with its reason', async () => {
    start([
      (request, worker) => {
        worker.reply({ type: 'failed', runId: request.runId, message: 'no behavior for <Gateway_1>' });
      },
    ]);
    await expect(run(5)).rejects.toThrow('no behavior for <Gateway_1>');
  });
});

describe('a worker that dies', () => {
  const dies = (_: Request, worker: FakeWorker) => {
    worker.crash('out of memory');
  };

  it('is replaced, and its replications are computed elsewhere', async () => {
    start([dies, obedient]);
    expect(await run(30)).toEqual(upTo(30));
    expect(workers[0]?.terminated).toBe(true);
  });

  it('fails the run when the same replication kills two', async () => {
    start([
      (request, worker) => {
        if (request.type === 'run' && request.from <= 7 && request.to > 7) worker.crash('out of memory');
        else obedient(request, worker);
      },
    ]);
    const failure = run(30);
    await expect(failure).rejects.toBeInstanceOf(RunFailed);
    await expect(failure).rejects.toMatchObject({
      issue: { code: 'worker-died', values: { reason: 'out of memory' } },
    });
  });

  it('keeps the pool fit for the next run', async () => {
    start([dies, dies, obedient]);
    await run(1).catch(() => undefined);
    expect(await run(5)).toEqual(upTo(5));
  });

  it('by falling silent is ended and replaced', async () => {
    start([silent, obedient], { silence: 500 });
    expect(await run(10)).toEqual(upTo(10));
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('a worker that does not start', () => {
  it('fails the run when there is no other', async () => {
    start([silent], { startTime: 500 }, false);
    await expect(run(5)).rejects.toMatchObject({ issue: { code: 'worker-start-failed' } });
  });

  it('fails the run when workers cannot even be made', async () => {
    pool = new WorkerPool({
      size: 2,
      createWorker: () => {
        throw new Error('not allowed');
      },
    });
    await expect(run(5)).rejects.toMatchObject({
      issue: { code: 'worker-start-failed', values: { reason: 'not allowed' } },
    });
  });
});

describe('cancelling', () => {
  it('settles at once, and delivers nothing afterwards', async () => {
    const abort = new AbortController();
    start([
      (request, worker) => {
        if (request.type === 'cancel') return;
        setTimeout(() => {
          obedient(request, worker);
        }, 30);
      },
    ]);
    const seen = run(10, abort.signal);
    await new Promise((resolve) => setTimeout(resolve, 10));
    abort.abort();
    expect(await seen).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await seen).toEqual([]);
    expect(workers[0]?.requests.map((r) => r.type)).toContain('cancel');
  });

  it('ends workers that do not listen, within 300 ms, and replaces them', async () => {
    const abort = new AbortController();
    start([silent, silent, obedient]);
    const seen = run(10, abort.signal);
    await new Promise((resolve) => setTimeout(resolve, 10));
    abort.abort();
    await seen;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(workers.map((w) => w.terminated)).toEqual([true, true]);
    expect(await run(4)).toEqual(upTo(4));
  });

  it('before the start does nothing', async () => {
    start([obedient]);
    expect(await run(5, AbortSignal.abort())).toEqual([]);
    expect(workers).toHaveLength(0);
  });
});

describe('the size of a pool', () => {
  it.each([
    [1, 1],
    [2, 1],
    [4, 3],
    [64, 8],
  ])('on %d cores is %d', (cores, size) => {
    expect(defaultPoolSize(cores)).toBe(size);
  });
});
