import { describe, expect, it } from 'vitest';
import { buildResult, compile, simulate, type Study } from '#simulation';
import { checksOf } from '../../../../src/views/results/trust/checks.ts';
import { queueingChecks } from '../../../../src/views/results/trust/queueing-check.ts';
import { warmUpAdvice } from '../../../../src/views/results/trust/warm-up-advice.ts';
import { readWornOff } from '../../../../src/charts/warm-up-data.ts';
import { constant, erlang, exponential, by, pool, sketch } from '../../../support/model.ts';
import { station } from '../../../analytic/stations.ts';

/** Minutes. */
const during = (horizon: number, warmUp = 0, replications = 20) => ({
  replications,
  horizon: { value: horizon, unit: 'min' as const },
  ...(warmUp > 0 ? { warmUp: { value: warmUp, unit: 'min' as const } } : {}),
});

function run(study: Study) {
  const { network, plan } = compile(study);
  if (!network) throw new Error('does not compile');
  const replications = Array.from({ length: plan.replications }, (_, i) => simulate(network, plan, i));
  const file = { name: 'a.bpmn', sha256: '' };
  const context = { network, study, plan, file, issues: [], message: () => '' };
  return { result: buildResult({ ...context, replications, partial: false }), scenario: study.scenario };
}

describe('the rule of thumb beside a pool', () => {
  it('is that of M/M/c, which the run comes close to', () => {
    const study = station({ interval: exponential(0.5), servers: 3, run: during(6000, 500, 10) });
    const { result, scenario } = run(study);
    const [check] = queueingChecks(result, scenario, study.model);
    // Erlang C for a load of 2 on 3 people: 4/9, so a mean wait of 4/9 min.
    expect(check).toMatchObject({ pool: 'P', servers: 3, workingTime: false });
    expect(check?.load).toBeCloseTo(2 / 3, 1);
    expect(check?.formula).toBeGreaterThan(24);
    expect(check?.formula).toBeLessThan(30);
    expect(Math.abs((check?.simulated ?? 0) / (check?.formula ?? 1) - 1)).toBeLessThan(0.1);
  });

  it('knows how regularly cases come and how much work varies', () => {
    const study = station({ interval: constant(1.25), work: erlang(1, 4), run: during(4000, 500, 10) });
    const { result, scenario } = run(study);
    // (0 + 1/4) / 2 of the 4 min of M/M/1.
    expect(queueingChecks(result, scenario, study.model)[0]?.formula).toBeCloseTo(30, -1);
  });

  it.each<[string, Parameters<typeof sketch>[0]['elements'], number]>([
    ['two people for a case', { Task: { work: exponential(1), resources: by('P', 2) } }, 3],
    ['impatient cases', { Task: { work: exponential(1), resources: by('P'), patience: constant(3) } }, 3],
    ['too much work', { Task: { work: exponential(4), resources: by('P') } }, 3],
  ])('is silent about %s', (_, elements, people) => {
    const study = sketch({
      nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
      flows: ['Start > Task > End'],
      elements: { Start: { arrivals: { interval: exponential(1) } }, ...elements },
      pools: [pool('P', people)],
      run: during(1000, 0, 2),
    });
    const { result, scenario } = run(study);
    expect(queueingChecks(result, scenario, study.model)).toEqual([]);
  });
});

describe('the checks of a run', () => {
  it('find it stable and consistent', () => {
    const study = station({ interval: exponential(2), run: during(2000) });
    expect(checksOf(run(study), study.model, 'en').map(({ kind }) => kind)).toEqual(['good', 'good', 'note']);
  });

  it('say that more arrives than can be done', () => {
    const study = station({ interval: exponential(0.8), run: during(2000) });
    const [stability] = checksOf(run(study), study.model, 'en');
    expect(stability).toMatchObject({ kind: 'bad' });
    expect(stability?.text).toMatch(
      /^ρ ≥ 1: P can do less than what arrives \(1,[78]\d\d cases a day come, 1,4\d\d are/,
    );
  });
});

describe('the advice about the start', () => {
  // Load 0.9: the queue takes some hundreds of minutes to fill.
  const busy = (run: Study['scenario']['run']) => station({ interval: exponential(1 / 0.9), run: run ?? {} });

  it('suggests to leave out what is not settled', () => {
    // Of few replications the mean is as restless as the start is long.
    const input = run(busy(during(4000, 0, 200)));
    const { suggestion, text } = warmUpAdvice(input, 'en');
    expect(text).toContain('Were the question the long run');
    // Nothing would be too little, and half the run too much.
    const minutes = (suggestion?.value ?? 0) * 60;
    expect(suggestion?.unit).toBe('h');
    expect(minutes).toBeGreaterThan(60);
    expect(minutes).toBeLessThan(2000);
    // The cases in progress after it are those of the long run, 9 (known to ±0.2 by 200 runs); before it they are clearly fewer.
    const { series, width, cut } = readWornOff(input)!;
    const first = Math.round(cut / width);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(series.subarray(0, first))).toBeLessThan(8);
    expect(mean(series.subarray(first))).toBeGreaterThan(8.3);
    expect(mean(series.subarray(first))).toBeLessThan(9.7);
  });

  it('is content with a warm-up that is long enough, and not with a short one', () => {
    const long = warmUpAdvice(run(busy(during(4000, 1800))), 'en');
    expect(long.suggestion).toBeUndefined();
    expect(long.text).toContain('long enough');
    expect(warmUpAdvice(run(busy(during(4000, 10))), 'en').suggestion).toBeDefined();
  });

  it('gives none where cases pile up, or the run ends with its last case', () => {
    const unstable = station({ interval: exponential(0.7), run: during(2000) });
    expect(warmUpAdvice(run(unstable), 'en')).toEqual({ text: expect.stringContaining('do not settle') as string });
    const finite = station({ interval: exponential(2), run: { cases: 100, replications: 2 } });
    expect(warmUpAdvice(run(finite), 'en').text).toContain('ends with its last case');
  });
});
