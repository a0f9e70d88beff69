/** Branches: the longest of several, two queues that must both finish, and mixtures. */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, ResourcePool, Study } from '#simulation';
import { by, constant, exponential, pool, sketch } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectTheory, MINUTE } from './against-theory.ts';
import { length } from './stations.ts';

const arrivals = (rate: number): ElementParameters => ({ arrivals: { interval: exponential(1 / rate) } });
const branchIds = (n: number): string[] => Array.from({ length: n }, (_, i) => `Branch${i + 1}`);

/** `n` tasks side by side between two parallel gateways. */
const split = (n: number, task: (branch: number) => ElementParameters, pools: readonly ResourcePool[] = []) =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Split: 'ParallelGateway',
      ...Object.fromEntries(branchIds(n).map((id) => [id, 'Task'])),
      Join: 'ParallelGateway',
      End: 'EndEvent',
    },
    flows: ['Start > Split', 'Join > End', ...branchIds(n).map((id) => `Split > ${id} > Join`)],
    elements: {
      Start: arrivals(1),
      ...Object.fromEntries(branchIds(n).map((id, i) => [id, task(i)])),
    },
    pools,
    run: length(2000, 0),
  });

describe('parallel split without queues', () => {
  // E max of n exponential times with mean 1 is the harmonic number H_n (Rényi, 1953).
  it.each([
    { n: 2, theory: 1.5 },
    { n: 3, theory: 1.833333 },
    { n: 5, theory: 2.283333 },
  ])('$n branches: $theory', ({ n, theory }) => {
    const study = split(n, () => ({ work: exponential(1), resources: by('P') }), [pool('P', 'unlimited')]);
    const r = run(study);
    expectTheory(r, 'cycleTime.mean', theory * MINUTE);
    expect(r.estimate('activities.Branch1.queue.mean').mean).toBe(0);
    // Somebody works until the last branch is done: nothing is left for synchronisation.
    expect(r.kpi('decomposition.working')).toBe(r.kpi('cycleTime.mean'));
    expectInvariants(study);
  });

  it('branches with rates 1 and 0.5: 1/a + 1/b − 1/(a + b)', () => {
    const r = run(split(2, (i) => ({ work: exponential(i + 1) })));
    expectTheory(r, 'cycleTime.mean', (1 + 2 - 1 / 1.5) * MINUTE);
  });
});

/** Both halves of a case queue for a desk of their own. */
function forkJoin(load: number, cases: number, warmUp: number): Study {
  const study = split(2, (i) => ({ work: exponential(1), resources: by(`P${i + 1}`) }), [pool('P1'), pool('P2')]);
  const elements = { ...study.scenario.elements, Start: arrivals(load) };
  return { ...study, scenario: { ...study.scenario, elements, run: length(cases, warmUp) } };
}

describe('fork and join of two queues', () => {
  // T = (12 − ρ)/8 · 1/(μ − λ), exact for two (Flatto & Hahn 1984; Nelson & Tantawi, IEEE Trans. Computers 37, 1988).
  it.each([
    { load: 0.5, theory: 2.875, cases: 12_000, warmUp: 200 },
    { load: 0.8, theory: 7, cases: 60_000, warmUp: 1000 },
  ])('ρ $load: $theory', ({ load, theory, cases, warmUp }) => {
    const study = forkJoin(load, cases, warmUp);
    const r = run(study);
    expectTheory(r, 'cycleTime.mean', theory * MINUTE);
    expectTheory(r, 'activities.Branch2.elapsed.mean', MINUTE / (1 - load));
    expectInvariants(study);
  });
});

describe('exclusive choice', () => {
  const mix = (long: ElementParameters, short: ElementParameters): Study =>
    sketch({
      nodes: { Start: 'StartEvent', Which: 'ExclusiveGateway', Long: 'Task', Short: 'Task', End: 'EndEvent' },
      flows: ['Start > Which > Long > End', 'Which > Short > End'],
      elements: {
        Start: arrivals(1),
        Long: long,
        Short: short,
        Which_Long: { probability: 0.3 },
        Which_Short: { probability: 0.7 },
      },
      run: length(4000, 0),
    });

  it('mixes: 0.3 · 10 + 0.7 · 2 = 4.4', () => {
    const study = mix({ work: constant(10) }, { work: constant(2) });
    const r = run(study);
    expectTheory(r, 'cycleTime.mean', 4.4 * MINUTE);
    // On each sample path the mean is the mixture by the counted shares.
    const shares = [r.kpi('flows.Which_Long') / 4000, r.kpi('flows.Which_Short') / 4000] as const;
    expect(r.kpi('cycleTime.mean')).toBeCloseTo((shares[0] * 10 + shares[1] * 2) * MINUTE, 9);
    expect(shares[0] + shares[1]).toBe(1);
    expectTheory(r, 'flows.Which_Long', 0.3 * 4000);
    expectInvariants(study);
  });

  it('mixes variances too: E[X²] = Σ p E[X_i²]', () => {
    const r = run(mix({ work: exponential(10) }, { work: exponential(2) }));
    expectTheory(r, 'cycleTime.mean', 4.4 * MINUTE);
    expectTheory(r, 'cycleTime.sd', Math.sqrt(0.3 * 200 + 0.7 * 8 - 4.4 ** 2) * MINUTE);
  });
});

describe('inclusive choice', () => {
  it('chances hold given that at least one flow is taken', () => {
    const study = sketch({
      nodes: {
        Start: 'StartEvent',
        Split: 'InclusiveGateway',
        A: 'Task',
        B: 'Task',
        Join: 'InclusiveGateway',
        End: 'EndEvent',
      },
      flows: ['Start > Split > A > Join > End', 'Split > B > Join'],
      elements: {
        Start: arrivals(1),
        A: { work: constant(3) },
        B: { work: constant(5) },
        Split_A: { probability: 0.5 },
        Split_B: { probability: 0.25 },
      },
      run: length(4000, 0),
    });
    const r = run(study);
    const some = 1 - 0.5 * 0.75;
    expectTheory(r, 'flows.Split_A', (0.5 / some) * 4000);
    expectTheory(r, 'flows.Split_B', (0.25 / some) * 4000);
    // With B the case takes 5, without it 3.
    expectTheory(r, 'cycleTime.mean', (3 + 2 * (0.25 / some)) * MINUTE);
    expectInvariants(study);
  });
});
