/** The preparer of the page: a module worker, emitted as a file of its own because the page allows no other. */
import { createPreparer, type Prepare } from './preparer.ts';

export const browserPreparer = (): Prepare =>
  createPreparer({
    // The URL must stay inside the call: only then does the build emit a file instead of a data: URL.
    createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  });
