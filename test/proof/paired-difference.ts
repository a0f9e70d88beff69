/**
 * What pairing is worth and whether its interval is honest: M/M/1 at load 0.8, service 5 % faster, 1,000 experiments of 10 pairs each.
 * `node test/proof/run.mjs paired-difference [experiments]`, some minutes.
 */
import { comparePaired, compile, simulate, summarise } from '#simulation';
import { station } from '../analytic/stations.ts';
import { exponential } from '../support/model.ts';

const EXPERIMENTS = Number(process.argv[3] ?? 1000);
const PAIRS = 10;
/** W = 1 / (μ − λ) before and after, in seconds. */
const TRUTH = 60 * (1 / (1 / 0.95 - 0.8) - 1 / (1 - 0.8));

const design = (service: number) =>
  station({
    interval: exponential(1.25),
    work: exponential(service),
    run: { cases: 5400, warmUp: { value: 500, unit: 'min' } },
  });

let covered = 0;
const means: number[] = [];
const reductions: number[] = [];
for (let e = 0; e < EXPERIMENTS; e++) {
  const [before, after] = [1, 0.95].map((service) => {
    const { network, plan } = compile(design(service), { seed: `pairs ${e}`, replications: PAIRS });
    if (!network) throw new Error('does not compile');
    const at = network.kpiPaths.findIndex((path) => path.join('.') === 'cycleTime.mean');
    return Array.from({ length: PAIRS }, (_, r) => simulate(network, plan, r).kpis[at]!);
  });
  const { mean, halfWidth, varianceReduction } = comparePaired(before!, after!);
  means.push(mean);
  reductions.push(varianceReduction);
  if (Math.abs(mean - TRUTH) <= halfWidth) covered++;
}
const { mean, sd } = summarise(means);
const sorted = reductions.sort((a, b) => a - b);
console.log(`covered in ${((100 * covered) / EXPERIMENTS).toFixed(1)} % of ${EXPERIMENTS} experiments`);
console.log(
  `true difference ${TRUTH.toFixed(3)} s, bias ${((mean - TRUTH) / sd).toFixed(2)} standard errors of an experiment`,
);
console.log(`variance reduction, median over experiments: ${sorted[Math.floor(EXPERIMENTS / 2)]!.toFixed(1)}`);
