/** Speed of the engine: task completions per second and core, all figures on, models alternating, with the calibration loop. */
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { compile, simulate, type Network, type RunPlan, type Study } from '#simulation';
import { calibrate } from './calibration.ts';
import { complaintSample } from './complaint-sample.ts';
import { A, B, C } from './models.ts';

interface Bench {
  readonly name: string;
  readonly network: Network;
  readonly plan: RunPlan;
  readonly times: number[];
  tasks: number;
}

const ROUNDS = 9;

const prepare = (name: string, study: Study): Bench => {
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error(`${name} does not compile: ${JSON.stringify(issues)}`);
  return { name, network, plan, times: [], tasks: 0 };
};

const benches = [
  prepare('A  M/M/10', A(100_000)),
  prepare('B  credit', B(30_000)),
  prepare('Bc credit, office hours', B(30_000, true)),
  prepare('C  ten steps', C(15_000)),
  prepare('complaint sample', await complaintSample(8_000)),
];

const calibrations: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  calibrations.push(calibrate());
  for (const bench of benches) {
    const begin = process.cpuUsage();
    const { kpis } = simulate(bench.network, bench.plan, round);
    const { user, system } = process.cpuUsage(begin);
    bench.tasks = executions(bench.network, kpis);
    // The first rounds warm the compiler up.
    if (round >= 2) bench.times.push(((user + system) * 1000) / bench.tasks);
  }
}

const calibration = median(calibrations);
const machine = `${(cpus()[0]?.model ?? arch()).trim()}, ${availableParallelism()} cores, ${platform()}, Node ${process.version}`;
console.log(`${machine}; calibration ${calibration.toFixed(2)} ns a step`);
console.log(
  'CPU time per task completed, median of seven runs; ratio = how many steps of the calibration loop that is',
);
for (const { name, times } of benches) {
  const ns = median(times);
  const rate = (1000 / ns).toFixed(2);
  console.log(
    `${name.padEnd(26)} ${ns.toFixed(0).padStart(6)} ns a task  ${rate.padStart(6)} M tasks/s/core  ratio ${(ns / calibration).toFixed(1)}`,
  );
}

function executions(network: Network, kpis: Float64Array): number {
  let total = 0;
  network.kpiPaths.forEach((path, i) => {
    if (path[0] === 'activities' && path[2] === 'executions') total += kpis[i]!;
  });
  return total;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
