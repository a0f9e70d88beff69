/** How cost grows: with the length of a replication, in memory, over threads, and when a small study is run again. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beginReplication, compile, type Network, type RunPlan, type Study } from '#simulation';
import { nodeWorker } from '../../src/runs/node-worker.ts';
import { WorkerPool } from '../../src/runs/worker-pool.ts';
import { A, C } from './models.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const ROUNDS = 5;
/** Rounds before those that count: what runs once a replication is compiled only after some thousands of them. */
const WARM_UP = 4;
const SLICE = 100_000;
const MB = 2 ** 20;

interface Ready {
  readonly study: Study;
  readonly network: Network;
  readonly plan: RunPlan;
}

const ready = (study: Study): Ready => {
  const { network, plan } = compile(study);
  if (!network) throw new Error('the model does not compile');
  return { study, network, plan };
};

/** One replication as the worker makes it. */
function replicate(network: Network, plan: RunPlan, index: number): void {
  const replication = beginReplication(network, plan, index);
  while (!replication.advance(SLICE));
  replication.result();
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** MB of memory more than before after one replication of A of each size; to be asked while nothing else has claimed memory. */
export function memoryGrowth(): readonly number[] {
  const models = SIZES.map((size) => ready(A(size)));
  const before = process.memoryUsage().rss;
  // The shortest first: what a longer one needs more would show.
  return models.map(({ network, plan }) => {
    replicate(network, plan, 0);
    return (process.memoryUsage().rss - before) / MB;
  });
}

/** CPU time per task of A in replications of each size, as many cases in all; `memory` = `memoryGrowth`. */
export function growth(memory: readonly number[]): string[] {
  const total = SIZES.at(-1)!;
  const models = SIZES.map((size) => ready(A(size)));
  const times = SIZES.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++)
    models.forEach(({ network, plan }, i) => {
      const runs = total / SIZES[i]!;
      const begin = process.cpuUsage();
      for (let r = 0; r < runs; r++) replicate(network, plan, r);
      const { user, system } = process.cpuUsage(begin);
      if (round >= 0) times[i]!.push(((user + system) * 1000) / total);
    });
  const longest = median(times.at(-1)!);
  return SIZES.map((size, i) => {
    const ns = median(times[i]!);
    const ratio = (ns / longest).toFixed(2);
    return `A, ${size.toLocaleString('en').padStart(9)} cases a replication ${ns.toFixed(0).padStart(6)} ns a task  ${ratio} of the longest  ${memory[i]!.toFixed(0).padStart(4)} MB more than before`;
  });
}

/** 1,000 × 1,000 cases of C on one and on two threads, and 30 × 1,000 again with another number of people each time; real time. */
export async function threads(): Promise<string[]> {
  const [one, two] = [pool(1), pool(2)];
  const study = C(1_000);
  // Every thread compiles for itself: two at a time need twice as many runs until each has made as many replications.
  for (let round = 0; round < 2 * WARM_UP; round++)
    for (const backend of [one, two, two]) await timed(backend, study, 500);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < 2 * ROUNDS - 1; round++) {
    alone.push(await timed(one, study, 1_000));
    together.push(await timed(two, study, 1_000));
  }
  const again: number[] = [];
  for (let round = 0; round < 4 * ROUNDS; round++) {
    const [first, ...others] = study.scenario.pools!;
    const staffing = [{ capacity: 4 + (round % 2) }];
    const changed = { ...study, scenario: { ...study.scenario, pools: [{ ...first!, staffing }, ...others] } };
    again.push(await timed(two, changed, 30));
  }
  one.dispose();
  two.dispose();
  const gain = median(alone.map((ms, i) => ms / together[i]!));
  // A machine with neighbours lends a second core for less than one at times.
  const best = Math.min(...alone) / Math.min(...together);
  return [
    `C, 1,000 replications of 1,000 cases: ${median(alone).toFixed(0)} ms on one thread, ${median(together).toFixed(0)} ms on two (${gain.toFixed(2)} times as fast, best ${best.toFixed(2)})`,
    `C, 30 replications of 1,000 cases again after a change: ${median(again).toFixed(0)} ms on two threads`,
  ];
}

const pool = (size: number): WorkerPool =>
  new WorkerPool({
    createWorker: nodeWorker(new URL('worker.js', pathToFileURL(fileURLToPath(import.meta.url)))),
    size,
  });

async function timed(backend: WorkerPool, study: Study, replications: number): Promise<number> {
  const { plan } = ready(study);
  const begin = performance.now();
  await backend.run(
    study,
    { ...plan, replications },
    { onReplication: () => undefined, signal: new AbortController().signal },
  );
  return performance.now() - begin;
}
