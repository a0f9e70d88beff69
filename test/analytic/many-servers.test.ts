/**
 * M/M/c: Wq = C/(cμ − λ), P(Wq > t) = C e^−(cμ−λ)t, with Erlang's C(c, λ/μ) as the probability of waiting; with θ = cμ − λ and
 * μ = 1, P(W > t) = e^−t (1 + C (1 − e^−(θ−1)t)/(θ − 1)). Source: Gross et al., Fundamentals of Queueing Theory, 4th ed. 2008,
 * §2.3; Erlang's C by the recursion of his B formula.
 */
import { describe, expect, it } from 'vitest';
import { compile, simulate, type Study } from '#simulation';
import { exponential } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectShare, expectTheory, MINUTE } from './against-theory.ts';
import { length, station, within } from './stations.ts';

const queue = (servers: number, rate: number, cases: number, warmUp: number, limit = 3) =>
  station({ interval: exponential(1 / rate), servers, run: length(cases, warmUp), slas: [within(limit)] });

/** Probability of waiting with `servers` and offered load `load` (Erlang, 1917). */
function erlangC(servers: number, load: number): number {
  let b = 1;
  for (let k = 1; k <= servers; k++) b = (load * b) / (k + load * b);
  return b / (1 - (load / servers) * (1 - b));
}

/** P(W <= t), service rate 1. */
function withinTime(servers: number, rate: number, t: number): number {
  const decay = servers - rate - 1;
  const excess = decay === 0 ? t : (1 - Math.exp(-decay * t)) / decay;
  return 1 - Math.exp(-t) * (1 + erlangC(servers, rate) * excess);
}

describe('M/M/c', () => {
  it('knows the values of the tables', () => {
    expect(erlangC(2, 1.6)).toBeCloseTo(0.711111, 6);
    expect(erlangC(5, 4)).toBeCloseTo(0.554113, 6);
    expect(erlangC(20, 18)).toBeCloseTo(0.550769, 6);
    expect(withinTime(1, 0.8, 10)).toBeCloseTo(0.864665, 6);
  });

  it.each([
    { servers: 2, rate: 1.6, cases: 90_000, warmUp: 500, wait: 1.777778 },
    { servers: 5, rate: 4, cases: 115_000, warmUp: 300, wait: 0.554113 },
  ])('c $servers, λ $rate', ({ servers, rate, cases, warmUp, wait }) => {
    const r = run(queue(servers, rate, cases, warmUp));
    expectTheory(r, 'activities.Task.queue.mean', wait * MINUTE);
    expectTheory(r, 'cycleTime.mean', (wait + 1) * MINUTE);
    expectShare(r, 'slas.within-3.hitRate', withinTime(servers, rate, 3));
    expectTheory(r, 'resources.P.utilisation', rate / servers);
    expectTheory(r, 'wip.mean', rate * (wait + 1));
  });

  it('c 20, λ 18', () => {
    const r = run(queue(20, 18, 150_000, 200));
    expectTheory(r, 'cycleTime.mean', 1.275385 * MINUTE);
    expectShare(r, 'slas.within-3.hitRate', withinTime(20, 18, 3));
    expectTheory(r, 'resources.P.utilisation', 0.9);
    expectTheory(r, 'wip.mean', 18 * 1.275385);
    // Two per cent of this short wait would take 18 million cases: four per cent.
    const wait = r.estimate('activities.Task.queue.mean');
    expect(Math.abs(wait.mean - 0.275385 * MINUTE)).toBeLessThanOrEqual(4 * wait.standardError);
    expect(wait.halfWidth).toBeLessThanOrEqual(0.04 * 0.275385 * MINUTE);
  });

  it('c 5, λ 4: P(Wq = 0) = 1 − C, P(Wq <= 1) = 0.796153', () => {
    const study = queue(5, 4, 30_000, 300);
    expectShareOfWaits(study, 0, 1 - 0.554113);
    expectShareOfWaits(study, 1, 0.796153);
  });

  it('keeps the invariants', () => {
    for (const servers of [2, 5, 20]) expectInvariants(queue(servers, 0.9 * servers, 2000, 0));
  });
});

/** Share of the waits of at most `minutes`, from the traces of all replications. */
function expectShareOfWaits(study: Study, minutes: number, theory: number): void {
  const { network, plan } = compile(study);
  const shares = Array.from({ length: plan.replications }, (_, r) => {
    const { trace } = simulate(network!, { ...plan, trace: true }, r);
    const { offered, started, length } = trace!;
    const measured = Array.from({ length }, (_, i) => i).filter((i) => offered[i]! >= plan.warmUp);
    return measured.filter((i) => started[i]! - offered[i]! <= minutes * 60_000).length / measured.length;
  });
  const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
  const sd = Math.sqrt(shares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (shares.length - 1));
  const standardError = sd / Math.sqrt(shares.length);
  expect(Math.abs(mean - theory)).toBeLessThanOrEqual(4 * standardError);
  expect(2.0452 * standardError).toBeLessThanOrEqual(0.02 * theory);
}
