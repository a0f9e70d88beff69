import { describe, expect, it } from 'vitest';
import type { Study } from '#simulation';
import { comparedFigure, comparedFigures, runPaired } from '../../../src/experiments/index.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { station } from '../../analytic/stations.ts';
import { exponential } from '../../support/model.ts';
import { run } from '../../support/run.ts';
import { alternative, message, paired } from './alternatives.ts';

const mm1 = (service: number, more: Partial<Study['scenario']['run']> = {}): Study =>
  station({
    interval: exponential(1.25),
    work: exponential(service),
    run: { seed: 'pairs', replications: 12, cases: 300, ...more },
  });

describe('paired runs', () => {
  it('give each design the figures it has alone, and their differences replication by replication', async () => {
    const both = await paired([mm1(1), mm1(0.95)]);
    const [asIs, toBe] = [run(mm1(1)), run(mm1(0.95))];
    expect(both).toMatchObject({ seed: 'pairs', replications: 12, issues: [] });
    expect(both.runs.map(({ kpis }) => kpis)).toEqual(
      [asIs, toBe].map(({ results }) => results.map(({ kpis }) => kpis)),
    );
    expect(both.runs[1]!.result.document.cycleTime.mean.value).toBeCloseTo(toBe.estimate('cycleTime.mean').mean, 9);
    const { better, alternatives } = comparedFigure(both, ['cycleTime', 'mean']);
    expect(better).toBe('lower');
    expect(alternatives[0]?.difference).toBeUndefined();
    const difference = alternatives[1]!.difference!;
    expect(difference.values[3]).toBe(toBe.kpi('cycleTime.mean', 3) - asIs.kpi('cycleTime.mean', 3));
    expect(difference.detectable).toBe(true);
    expect(difference.probabilityBetter).toBeGreaterThan(0.99);
    expect(difference.shareBetter).toBe(1);
    expect(difference.interval![1]).toBeLessThan(0);
  });

  it('give everybody the seed and the number of replications of the baseline', async () => {
    const both = await paired([mm1(1), mm1(1, { seed: 'other', replications: 3 })]);
    expect(both.runs[1]!.kpis).toHaveLength(12);
    for (const { alternatives } of comparedFigures(both)) {
      const { difference, count } = alternatives[1]!;
      expect(difference!.identical).toBe(count > 0);
    }
  });

  it('stop at the first batch after which all differences are known well enough', async () => {
    const stop = { path: ['cycleTime', 'mean'], precision: { absolute: 1e9 }, batch: 4 };
    expect((await paired([mm1(1), mm1(0.9)], { stop })).replications).toBe(4);
    const never = { ...stop, precision: { absolute: 0 } };
    expect((await paired([mm1(1), mm1(0.9)], { stop: never })).replications).toBe(12);
  });

  it('warn of designs that are observed for different times', async () => {
    const both = await paired([mm1(1), mm1(1, { cases: 200 })]);
    expect(both.issues).toMatchObject([{ code: 'compared-over-different-times', elementId: 'to-be 1' }]);
  });

  it('tell which design cannot be run', async () => {
    const broken = { ...mm1(1), scenario: { ...mm1(1).scenario, elements: {} } };
    const sides = [alternative('good', mm1(1)), alternative('broken', broken)];
    const outcome = await runPaired(new InProcess(), sides, { message });
    expect(outcome).toMatchObject({ status: 'blocked', alternative: { id: 'broken' } });
  });

  it('tell what is known after a cancel, and nothing before there is a pair', async () => {
    const abort = new AbortController();
    const sides = [alternative('a', mm1(1, { replications: 50_000 })), alternative('b', mm1(0.9))];
    const seen: number[] = [];
    const outcome = await runPaired(new InProcess(), sides, {
      message,
      signal: abort.signal,
      onUpdate: ({ done, paired: known }) => {
        seen.push(done);
        if (known) abort.abort();
      },
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ status: 'partial', paired: { runs: [{ result: { partial: true } }, {}] } });
    const early = await runPaired(new InProcess(), sides, { message, signal: AbortSignal.abort() });
    expect(early.status).toBe('cancelled');
  });

  it('throw what a callback throws', async () => {
    const run = runPaired(new InProcess(), [alternative('a', mm1(1))], {
      message,
      onUpdate: () => {
        throw new Error('mine');
      },
    });
    await expect(run).rejects.toThrow('mine');
  });
});

describe('figures of designs with other ids', () => {
  it('stand side by side under the id of the twin', async () => {
    const study = mm1(1);
    const renamed = JSON.parse(JSON.stringify(study).replaceAll('"Task"', '"Work"')) as Study;
    const both = await paired([study, { ...renamed, elementKeys: { Work: 'Task' } }]);
    const { alternatives } = comparedFigure(both, ['activities', 'Task', 'queue', 'mean']);
    expect(alternatives[1]!.difference!.identical).toBe(true);
    const alone = await paired([study, { ...renamed, elementKeys: {} }]);
    expect(comparedFigure(alone, ['activities', 'Task', 'queue', 'mean']).alternatives[1]).toBeUndefined();
    expect(comparedFigure(alone, ['activities', 'Work', 'queue', 'mean']).alternatives[0]).toBeUndefined();
    expect(comparedFigure(alone, ['cycleTime', 'mean']).alternatives[1]!.difference!.identical).toBe(false);
  });
});
