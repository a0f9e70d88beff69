import { describe, expect, it } from 'vitest';
import { nodeWorker } from '../../../src/runs/node-worker.ts';
import { WorkerPool } from '../../../src/runs/worker-pool.ts';
import { compileFake, study } from './fakes.ts';

describe('a worker on Node’s threads', () => {
  it('whose code cannot be loaded fails the run instead of hanging it', async () => {
    const url = new URL('data:text/javascript,throw new Error("broken worker")');
    const pool = new WorkerPool({ createWorker: nodeWorker(url), size: 1, startTime: 1000 });
    const options = { onReplication: () => undefined, signal: new AbortController().signal };
    await expect(pool.run(study, compileFake(study).plan, options)).rejects.toMatchObject({
      issue: { code: 'worker-start-failed', values: { reason: 'silent' } },
    });
    pool.dispose();
  });
});
