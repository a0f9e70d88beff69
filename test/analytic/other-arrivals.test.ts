/**
 * One server and arrivals that are no Poisson process. D/M/1: σ solves σ = e^−(1−σ)μ/λ, Wq = σ/(μ(1 − σ)), W = 1/(μ(1 − σ)).
 * Batches of K: L = ρ(K + 1)/(2(1 − ρ)). Source: Gross et al., Fundamentals of Queueing Theory, 4th ed. 2008, §5.3, §3.1.
 */
import { describe, expect, it } from 'vitest';
import { by, constant, exponential, pool, sketch } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectTheory, MINUTE } from './against-theory.ts';
import { length, station } from './stations.ts';

describe('D/M/1', () => {
  const queue = (load: number, cases: number, warmUp: number) =>
    station({ interval: constant(1 / load), run: length(cases, warmUp) });

  it.each([
    [0.5, 0.2032, 20_000],
    [0.8, 0.62863, 60_000],
  ])('ρ %f: σ %f', (load, sigma, cases) => {
    let root = load;
    for (let i = 0; i < 500; i++) root = Math.exp((root - 1) / load);
    expect(root).toBeCloseTo(sigma, 4);
    const r = run(queue(load, cases, 500));
    expectTheory(r, 'activities.Task.queue.mean', (root / (1 - root)) * MINUTE);
    expectTheory(r, 'cycleTime.mean', (1 / (1 - root)) * MINUTE);
    // The stay is exponential with rate μ(1 − σ).
    expectTheory(r, 'cycleTime.p90', (Math.LN10 / (1 - root)) * MINUTE);
  });

  it('keeps the invariants', () => {
    expectInvariants(queue(0.8, 2000, 0));
  });
});

describe('M/M/1 with batches of two', () => {
  it('ρ 0.7: L 3.5, W 5', () => {
    const r = run(
      sketch({
        nodes: { Start: 'StartEvent', Split: 'ParallelGateway', Also: 'ManualTask', Task: 'Task', End: 'EndEvent' },
        // Two flows lead to the task, and it runs once for each.
        flows: ['Start > Split > Task > End', 'Split > Also > Task'],
        elements: {
          Start: { arrivals: { interval: exponential(1 / 0.35) } },
          Task: { work: exponential(1), resources: by('P') },
        },
        pools: [pool('P')],
        run: length(50_000, 1000),
      }),
    );
    expectTheory(r, 'activities.Task.elapsed.mean', 5 * MINUTE);
    expectTheory(r, 'activities.Task.queueLength.mean', 3.5 - 0.7);
    expectTheory(r, 'resources.P.utilisation', 0.7);
  });
});
