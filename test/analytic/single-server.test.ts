/**
 * M/M/1: W = 1/(μ − λ), Wq = ρ/(μ − λ), P(W > t) = e^−(μ−λ)t, so the p-quantile of W is −ln(1 − p)/(μ − λ).
 * Source: Gross et al., Fundamentals of Queueing Theory, 4th ed. 2008, §2.2.
 */
import { describe, expect, it } from 'vitest';
import { exponential } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectShare, expectTheory, MINUTE } from './against-theory.ts';
import { length, station, within } from './stations.ts';

const queue = (load: number, cases: number, warmUp: number, limit = 10) =>
  station({ interval: exponential(1 / load), run: length(cases, warmUp), slas: [within(limit)] });

describe('M/M/1', () => {
  it('ρ 0.5', () => {
    const r = run(queue(0.5, 18_000, 200, 4));
    expectTheory(r, 'cycleTime.mean', 2 * MINUTE);
    expectTheory(r, 'cycleTime.sd', 2 * MINUTE);
    expectTheory(r, 'activities.Task.queue.mean', 1 * MINUTE);
    expectTheory(r, 'cycleTime.p50', 2 * Math.LN2 * MINUTE);
    expectTheory(r, 'cycleTime.p95', 5.9915 * MINUTE);
    expectShare(r, 'slas.within-4.hitRate', 1 - Math.exp(-2));
    expectTheory(r, 'resources.P.utilisation', 0.5);
    expectTheory(r, 'wip.mean', 1);
  });

  it('ρ 0.8', () => {
    const r = run(queue(0.8, 90_000, 1000));
    expectTheory(r, 'cycleTime.mean', 5 * MINUTE);
    expectTheory(r, 'activities.Task.queue.mean', 4 * MINUTE);
    expectTheory(r, 'cycleTime.p50', 3.4657 * MINUTE);
    expectTheory(r, 'cycleTime.p95', 14.9787 * MINUTE);
    expectShare(r, 'slas.within-10.hitRate', 0.864665);
    expectTheory(r, 'resources.P.utilisation', 0.8);
    expectTheory(r, 'activities.Task.queueLength.mean', 3.2);
    expectTheory(r, 'wip.mean', 4);
  });

  it('ρ 0.9', () => {
    const r = run(queue(0.9, 200_000, 3000));
    expectTheory(r, 'cycleTime.mean', 10 * MINUTE);
    expectTheory(r, 'resources.P.utilisation', 0.9);
    expectTheory(r, 'wip.mean', 9);
  });

  it('keeps the invariants', () => {
    for (const load of [0.5, 0.8, 0.9]) expectInvariants(queue(load, 2000, 0));
  });

  it('the seed decides: another one gives other figures, the same one the same', () => {
    const study = queue(0.8, 500, 0);
    const mean = (seed: string): number => run(study, { seed, replications: 1 }).kpi('cycleTime.mean');
    expect(mean('a')).toBe(mean('a'));
    expect(mean('a')).not.toBe(mean('b'));
  });
});
