/** The simulation worker in the browser: a module worker, emitted as a file of its own because the page allows no other. */
import type { WorkerLike } from './pool-worker.ts';

/** Starts a thread; it reports `ready` once its code is loaded. */
export function createBrowserWorker(): WorkerLike {
  // The URL must stay inside the call: only then does the build emit a file instead of a data: URL.
  return new Worker(new URL('../../simulation/worker.ts', import.meta.url), { type: 'module' });
}
