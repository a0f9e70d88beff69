/** The same simulation worker on Node's threads. */
import Worker from 'web-worker';
import type { WorkerLike } from './pool-worker.ts';

/** Makes starters of threads that run the built worker at `url` (a file: URL; sources cannot run in a thread of Node 20). */
export const nodeWorker = (url: URL) => (): WorkerLike => new Worker(url, { type: 'module' });
