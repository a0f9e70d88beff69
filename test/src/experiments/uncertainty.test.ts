import { describe, expect, it } from 'vitest';
import { summarise, type Study } from '#simulation';
import { runSensitivity, runTwoLevel, tornado, uncertainInputs } from '../../../src/experiments/index.ts';
import { inputDraws } from '../../../src/experiments/two-level.ts';
import { Direct } from '../../support/direct-backend.ts';
import { by, constant, exponential, pool, sketch } from '../../support/model.ts';

/** Nobody waits, so a cycle takes 10 + 20 min and what is uncertain adds up plainly. */
const study: Study = sketch({
  nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
  flows: ['S > A > B > E'],
  elements: {
    S: { arrivals: { interval: exponential(60) } },
    A: { work: constant(10), resources: by('P'), uncertainty: { work: { low: 0.5, high: 2 } } },
    B: { work: constant(20), resources: by('P') },
  },
  pools: [pool('P', 50)],
  run: { seed: 'uncertain', replications: 8, cases: 40 },
});
const MEAN = ['cycleTime', 'mean'];

describe('sensitivity', () => {
  it('moves every estimate over its own range or the one given, and no decision', () => {
    expect(uncertainInputs(study, 0.1).map(({ parameter: { kind, id }, low, high }) => [kind, id, low, high])).toEqual([
      ['arrivals', 'S', 0.9, 1.1],
      ['work', 'A', 0.5, 2],
      ['work', 'B', 0.9, 1.1],
    ]);
  });

  it('draws the longest bar for the input that matters most', async () => {
    const outcome = await runSensitivity(new Direct(), study, uncertainInputs(study, 0.1));
    if (outcome.status !== 'complete') throw new Error(outcome.status);
    const bars = tornado(outcome.sensitivity, MEAN);
    expect(bars.map(({ input, low, high }) => [input.parameter.id, low!.mean / 60, high!.mean / 60])).toEqual([
      ['A', expect.closeTo(-5, 9), expect.closeTo(10, 9)],
      ['B', expect.closeTo(-2, 9), expect.closeTo(2, 9)],
      ['S', expect.closeTo(0, 9), expect.closeTo(0, 9)],
    ]);
  });
});

describe('a two-level experiment', () => {
  const inputs = uncertainInputs(study).filter(({ parameter }) => parameter.id === 'A');

  it('draws every part of the range once', () => {
    const factors = inputDraws(inputs, 20, 'x').map(([only]) => ('factor' in only! ? only.factor : NaN));
    const strata = factors.map((f) => Math.floor(20 * (f < 1 ? f - 0.5 : (f - 1) / 2 + 0.5))).sort((a, b) => a - b);
    expect(strata).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(inputDraws(inputs, 20, 'x')).toEqual(inputDraws(inputs, 20, 'x'));
    expect(inputDraws(inputs, 20, 'y')).not.toEqual(inputDraws(inputs, 20, 'x'));
  });

  it('puts down to knowledge what comes from the inputs', async () => {
    const outcome = await runTwoLevel(new Direct(), study, inputs, { draws: 60 });
    if (outcome.status !== 'complete') throw new Error(outcome.status);
    const { figure, cycleTimes, draws, replications } = outcome.twoLevel;
    expect([draws, replications]).toEqual([60, 10]);
    const mean = figure(MEAN)!;
    expect(mean.sdChance).toBeCloseTo(0, 6);
    expect(mean.shareKnowledge).toBeCloseTo(1, 6);
    // 5th percentile of the factor 0.5 + u at u = 0.05, 95th 1 + (2u − 1) at u = 0.95; mean cycle (20 + 10 f) min
    expect(mean.knowledge.low / 60).toBeCloseTo(25.5, 0);
    expect(mean.knowledge.high / 60).toBeCloseTo(39, 0);
    const [median] = cycleTimes([0.5]);
    expect(median!.stated / 60_000).toBeCloseTo(30, 0);
    expect(median!.knowledge.high).toBeGreaterThan(median!.stated);
  });

  it('puts down to chance what comes from luck', async () => {
    const noisy: Study = sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        S: { arrivals: { interval: exponential(2) } },
        A: { work: exponential(1), resources: by('P'), uncertainty: { work: { low: 0.99, high: 1.01 } } },
      },
      pools: [pool('P', 1)],
      run: { seed: 'chance', cases: 60 },
    });
    const sure = uncertainInputs(noisy).filter(({ parameter }) => parameter.kind === 'work');
    const outcome = await runTwoLevel(new Direct(), noisy, sure, { draws: 12, overrides: { replications: 20 } });
    if (outcome.status !== 'complete') throw new Error(outcome.status);
    const { sdChance, shareKnowledge, chance } = outcome.twoLevel.figure(MEAN)!;
    expect(shareKnowledge).toBeLessThan(0.02);
    expect(chance.high - chance.low).toBeGreaterThan(2 * sdChance);
    expect(summarise([chance.low, chance.high]).mean).toBeGreaterThan(60);
  });
});
