/** The simulation worker: takes runs and cancels, answers replication by replication. The only file that says `self`. */
import { compile, type Compiled } from './compile/compile.ts';
import type { Network } from './kernel/network.ts';
import type { Reply, Request } from './protocol.ts';
import type { Study } from './model/run.ts';
import { Outbox } from './outbox.ts';
import { beginReplication } from './simulate.ts';

/** What the worker needs of its global scope, in browsers and on Node's worker threads alike. */
interface Scope {
  /**
   * Copies the message. Nothing is ever transferred from here: once a thread has given a buffer away, V8 checks at every access to
   * any typed array whether its buffer is still there, which costs the engine a quarter of its speed for good.
   */
  postMessage(message: Reply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void;
}

type Run = Extract<Request, { type: 'run' }>;

declare const self: Scope;

/** Events between two looks at the mailbox, in one replication or over several: some ten milliseconds of work. */
const SLICE = 100_000;
/** Slices between two signs of life: a few per second. */
const SLICES_PER_PROGRESS = 6;

const cancelled = new Set<string>();
const outbox = new Outbox();
const queue: Run[] = [];
let busy = false;
/** Of the runs last worked on: their replications come in several requests, and those of runs to be compared in turns. */
const compiled = new Map<string, Compiled>();
const MOST_COMPILED = 8;

self.addEventListener('message', ({ data }) => {
  if (data.type === 'cancel') cancelled.add(data.runId);
  else {
    queue.push(data);
    if (!busy) void work();
  }
});
self.postMessage({ type: 'ready' });

/** One run after the other: the kernel's state is one per thread. */
async function work(): Promise<void> {
  busy = true;
  for (let run = queue.shift(); run; run = queue.shift()) {
    try {
      await answer(run);
    } catch (error) {
      self.postMessage({
        type: 'failed',
        runId: run.runId,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
  busy = false;
}

async function answer(run: Run): Promise<void> {
  const { runId, study, from, to } = run;
  const { network, issues } = compiledOnce(runId, study);
  if (!network) {
    self.postMessage({ type: 'refused', runId, issues });
    return;
  }
  const post = (): void => {
    outbox.post((results) => {
      self.postMessage({ type: 'replications', runId, results });
    });
  };
  try {
    await replicate(network, run, post);
  } finally {
    post();
  }
  self.postMessage({ type: 'done', runId, from, to });
}

/** Computes the replications of the run, or those before it is cancelled; `post` sends those that are ready. */
async function replicate(network: Network, { runId, plan, from, to }: Run, post: () => void): Promise<void> {
  let slices = 0;
  let unheard = 0;
  for (let index = from; index < to; index++) {
    const replication = beginReplication(network, plan, index);
    while (!replication.advance(SLICE)) {
      post();
      await turn();
      if (cancelled.has(runId)) return;
      if (++slices % SLICES_PER_PROGRESS === 0) {
        self.postMessage({ type: 'progress', runId, index, time: replication.time, events: replication.events });
      }
    }
    const result = replication.result();
    outbox.add(result);
    unheard += result.events;
    if (index === from) post();
    if (unheard < SLICE) continue;
    unheard = 0;
    post();
    await turn();
    if (cancelled.has(runId)) return;
  }
}

function compiledOnce(runId: string, study: Study): Compiled {
  const known = compiled.get(runId);
  if (known) return known;
  const [oldest] = compiled.keys();
  if (oldest !== undefined && compiled.size >= MOST_COMPILED) compiled.delete(oldest);
  const made = compile(study);
  compiled.set(runId, made);
  return made;
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets messages in. Timers would be clamped to milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
