/** Speed of the engine: task completions per second and core, all figures on, models alternating, with the calibration loop. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { compile, simulate, type Network, type RunPlan, type Study } from '#simulation';
import { calibrate } from './calibration.ts';
import { complaintSample } from './complaint-sample.ts';
import { executions } from './executions.ts';
import { A, B, C } from './models.ts';
import { growth, memoryGrowth, threads } from './scale.ts';

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
const memory = memoryGrowth();

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

/** Ratios that were last found good; `npm run bench -- --accept` writes those of this run. Machines differ less in them than in times. */
const ACCEPTED = 'test/bench/accepted.json';
/** So much slower is worth a look. */
const REGRESSION = 0.15;
const accepted = new Map<string, unknown>(Object.entries(JSON.parse(readFileSync(ACCEPTED, 'utf8')) as object));
const measured = new Map<string, number>();
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
  const ratio = median(ratios);
  measured.set(name, Math.round(ratio));
  console.log(
    `${name.padEnd(26)} ${ns.toFixed(0).padStart(6)} ns a task  ${rate.padStart(6)} M tasks/s/core (best ${best})  ratio ${ratio.toFixed(0).padStart(4)}  ${againstAccepted(name, ratio)}`,
  );
}
if (process.argv.includes('--accept'))
  writeFileSync(ACCEPTED, `${JSON.stringify(Object.fromEntries(measured), null, 2)}\n`);
console.log('');
for (const line of [...growth(memory), ...(await threads())]) console.log(line);

function againstAccepted(name: string, ratio: number): string {
  const before = accepted.get(name);
  if (typeof before !== 'number') return 'nothing accepted yet';
  const change = ratio / before - 1;
  const percent = `${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(0)} %`;
  return `accepted ${before} (${percent})${change > REGRESSION ? ' SLOWER: a regression?' : ''}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
