/** Prepares documents in a thread of its own, with a limit of time: a file can be slow or hostile, the page stays alive. */
import { issue } from '#simulation';
import { isRefusal, prepareDocument, type PreparedDocument, type Refusal } from '../bpmn/index.ts';
import type { PrepareReply, PrepareRequest } from './protocol.ts';

export type Prepare = typeof prepareDocument;

/** What is needed of a worker. */
export interface PreparingWorker {
  postMessage(request: PrepareRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: PrepareReply }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export interface PreparerOptions {
  readonly createWorker: () => PreparingWorker;
  /** Most time for one document, in ms; the start of the thread is not counted. Default 10 s. */
  readonly limit?: number;
}

const LIMIT = 10_000;
/** Documents kept from reading a file until the editor asks for the same text. */
const MOST_REMEMBERED = 8;

interface Waiting {
  settle(reply: PrepareReply | 'dead'): void;
}

/** Makes a `prepareDocument` that works in a thread; on the spot where there can be none. */
export function createPreparer({ createWorker, limit = LIMIT }: PreparerOptions): Prepare {
  const waiting = new Map<number, Waiting>();
  const remembered = new Map<string, PreparedDocument>();
  let worker: PreparingWorker | undefined;
  let requests = 0;

  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const { settle } of [...waiting.values()]) settle('dead');
  };
  const start = (): PreparingWorker => {
    const started = createWorker();
    started.addEventListener('message', ({ data }) => waiting.get(data.id)?.settle(data));
    started.addEventListener('error', end);
    return started;
  };
  const inThread = (
    source: string | Uint8Array,
    fileName: string | undefined,
  ): Promise<PrepareReply | 'dead' | 'late'> =>
    new Promise((resolve) => {
      const id = ++requests;
      const timer = setTimeout(() => {
        waiting.delete(id);
        resolve('late');
        end();
      }, limit);
      waiting.set(id, {
        settle: (reply) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(reply);
        },
      });
      worker ??= start();
      worker.postMessage({ id, source, fileName });
    });

  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = async (
    source: string | Uint8Array,
    fileName: string | undefined,
  ): Promise<PreparedDocument | Refusal> => {
    let reply: PrepareReply | 'dead' | 'late';
    try {
      reply = await inThread(source, fileName);
    } catch {
      reply = 'dead'; // no threads here
    }
    if (reply === 'late') return { refused: true, issues: [tooSlow(fileName, limit)] };
    if (reply === 'dead') return prepareDocument(source, fileName);
    if (!reply.prepared) throw new Error(`document not prepared: ${reply.reason ?? ''}`);
    return reply.prepared;
  };

  return async (source, fileName) => {
    const known = typeof source === 'string' ? remembered.get(source) : undefined;
    if (known) {
      remembered.delete(known.text);
      return known;
    }
    // One after the other, so that the time of one is not spent waiting for another.
    const turn = queue.then(() => inTurn(source, fileName));
    queue = turn.catch(() => undefined);
    const prepared = await turn;
    if (typeof source !== 'string' && !isRefusal(prepared)) {
      remembered.set(prepared.text, prepared);
      for (const text of [...remembered.keys()].slice(0, -MOST_REMEMBERED)) remembered.delete(text);
    }
    return prepared;
  };
}

const tooSlow = (file: string | undefined, limit: number) =>
  issue('error', 'file-takes-too-long', undefined, { file: file ?? '', seconds: limit / 1000 });
