/** The backend of the page. */
import { createBrowserWorker } from './browser-worker.ts';
import { InProcess } from './in-process.ts';
import type { SimulationBackend } from './simulation-backend.ts';
import { defaultPoolSize, WorkerPool } from './worker-pool.ts';

/** Worker threads fit for this machine; this thread where there are none. One backend serves all runs of a window. */
export const browserBackend = (): SimulationBackend =>
  'Worker' in globalThis
    ? new WorkerPool({ createWorker: createBrowserWorker, size: defaultPoolSize(navigator.hardwareConcurrency) })
    : new InProcess();
