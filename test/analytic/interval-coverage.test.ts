/**
 * Honest intervals, in small: experiments of 30 replications of M/M/1 whose truth is known. The full experiment at load 0.8 is
 * `test/proof/interval-coverage.ts`.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, simulate, summarise } from '#simulation';
import { exponential } from '../support/model.ts';
import { station, within } from './stations.ts';

const EXPERIMENTS = 200;
const REPLICATIONS = 30;
const LIMIT = 5;

/** Load 0.5: W exponential with mean 2 min. The queue forgets its empty beginning in some 12 min. */
const study = station({
  interval: exponential(2),
  run: { replications: REPLICATIONS, cases: 500, warmUp: { value: 100, unit: 'min' } },
  slas: [within(LIMIT)],
});

const HIT_RATE = 1 - Math.exp(-LIMIT / 2);
const FIGURES = [
  { path: 'cycleTime.mean', truth: 120 },
  { path: `slas.within-${LIMIT}.hitRate`, truth: HIT_RATE },
  { path: 'cycleTime.p95', truth: 120 * Math.log(20) },
];

/** Per experiment and figure: the values of its replications. */
function experiment(e: number): { readonly values: readonly number[][]; readonly measured: number } {
  const { network, plan } = compile(study, { seed: `interval ${e}` });
  const index = new Map(network!.kpiPaths.map((path, i) => [path.join('.'), i]));
  const all = Array.from({ length: plan.replications }, (_, r) => simulate(network!, plan, r).kpis);
  return {
    values: FIGURES.map(({ path }) => all.map((kpis) => kpis[index.get(path)!]!)),
    measured: all[0]![index.get(`slas.within-${LIMIT}.measured`)!]!,
  };
}

describe('the 95 % interval', () => {
  const covered = FIGURES.map(() => 0);
  let naive = 0;

  beforeAll(() => {
    for (let e = 0; e < EXPERIMENTS; e++) {
      const { values, measured } = experiment(e);
      FIGURES.forEach(({ truth }, f) => {
        const { mean, halfWidth } = summarise(values[f]!);
        if (Math.abs(mean - truth) <= halfWidth) covered[f] = covered[f]! + 1;
      });
      const rate = values[1]![0]!;
      if (Math.abs(rate - HIT_RATE) <= 1.96 * Math.sqrt((rate * (1 - rate)) / measured)) naive++;
    }
  });

  // 200 trials with probability 0.95: 190 ± 3.1. Four deviations below, and not always.
  it.each(FIGURES.map(({ path }, f) => ({ path, f })))('covers the truth about as often as it says: $path', ({ f }) => {
    expect(covered[f]).toBeGreaterThanOrEqual(178);
    expect(covered[f]).toBeLessThan(EXPERIMENTS);
  });

  it('is not what the cases of a single run would give: they are not independent', () => {
    expect(naive).toBeLessThan(0.75 * EXPERIMENTS);
  });
});
