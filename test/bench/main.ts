/** Speed of the engine: task completions per second and core, all figures on, models alternating, with the calibration loop. */
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { compile, simulate, type Network, type RunPlan, type Study } from '#simulation';
import { calibrate } from './calibration.ts';
import { complaintSample } from './complaint-sample.ts';
import { A, B, C } from './models.ts';
import { growth, threads } from './scale.ts';

interface Bench {
  readonly name: string;
  readonly network: Network;
  readonly plan: RunPlan;
  /** ns of CPU per task, and the same in steps of the calibration loop run right before and after. */
  readonly times: number[];
  readonly ratios: number[];
}

const ROUNDS = 9;
const WARM_UP = 2;

// First of all, while nothing else has claimed memory.
const grown = growth();

const prepare = (name: string, study: Study): Bench => {
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error(`${name} does not compile: ${JSON.stringify(issues)}`);
  return { name, network, plan, times: [], ratios: [] };
};

const benches = [
  prepare('A  M/M/10', A(600_000)),
  prepare('B  credit', B(150_000)),
  prepare('Bc credit, office hours', B(150_000, true)),
  prepare('C  ten steps', C(60_000)),
  prepare('complaint sample', await complaintSample(60_000)),
];

const calibrations: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const { network, plan, times, ratios } of benches) {
    const before = calibrate();
    const begin = process.cpuUsage();
    const { kpis } = simulate(network, plan, round);
    const { user, system } = process.cpuUsage(begin);
    const after = calibrate();
    // The first rounds warm the compiler up.
    if (round < WARM_UP) continue;
    const time = ((user + system) * 1000) / executions(network, kpis);
    times.push(time);
    ratios.push((2 * time) / (before + after));
    calibrations.push(before, after);
  }
}

const calibration = median(calibrations);
const machine = `${(cpus()[0]?.model ?? arch()).trim()}, ${availableParallelism()} cores, ${platform()}, Node ${process.version}`;
console.log(`${machine}; calibration ${calibration.toFixed(2)} ns a step`);
console.log(
  'CPU time per task completed, median of seven runs; ratio = how many steps of the calibration loop that is',
);
for (const { name, times, ratios } of benches) {
  const ns = median(times);
  const rate = (1000 / ns).toFixed(2);
  const best = (1000 / Math.min(...times)).toFixed(2);
  const ratio = median(ratios).toFixed(0);
  console.log(
    `${name.padEnd(26)} ${ns.toFixed(0).padStart(6)} ns a task  ${rate.padStart(6)} M tasks/s/core (best ${best})  ratio ${ratio.padStart(4)}`,
  );
}
console.log('');
for (const line of [...grown, ...(await threads())]) console.log(line);

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
