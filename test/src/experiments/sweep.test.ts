import { describe, expect, it } from 'vitest';
import type { Study } from '#simulation';
import { runSweep, sweepFigures, type SweepAxis } from '../../../src/experiments/index.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { station } from '../../analytic/stations.ts';
import { exponential } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const study: Study = station({
  interval: exponential(1.25),
  run: { seed: 'sweep', replications: 6, cases: 200 },
});
const people: SweepAxis = { parameter: { kind: 'units', id: 'P' }, steps: [1, 2, 0], as: 'value' };
const pace: SweepAxis = { parameter: { kind: 'work', id: 'Task' }, steps: [0.9, 1], as: 'factor' };

describe('a sweep', () => {
  it('has at every point the figures of a run of that scenario, under the luck of the baseline', async () => {
    const outcome = await runSweep(new InProcess(), study, [people, pace]);
    if (outcome.status !== 'complete') throw new Error(outcome.status);
    const { sweep } = outcome;
    expect(sweep.points.map(({ steps }) => steps.join(' '))).toEqual(['1 0.9', '1 1', '2 0.9', '2 1', '0 0.9', '0 1']);
    const figures = sweepFigures(sweep, ['cycleTime', 'mean']);
    expect(figures[1]).toMatchObject({ difference: { identical: true } });
    const two = station({ interval: exponential(1.25), servers: 2, run: study.scenario.run! });
    expect(figures[3]!.mean).toBe(run(two).estimate('cycleTime.mean').mean);
    expect(figures[0]!.difference.detectable).toBe(true);
  });

  it('goes on where a point cannot be run, and says what is known after a cancel', async () => {
    const broken: SweepAxis = { ...people, steps: [0, 1] };
    const outcome = await runSweep(new InProcess(), study, [broken]);
    expect(outcome).toMatchObject({
      status: 'complete',
      sweep: { points: [{ issues: [{ code: 'pool-empty' }] }, { run: { kpis: { length: 6 } } }] },
    });
    const abort = new AbortController();
    const updates: number[] = [];
    const cancelled = await runSweep(
      new InProcess(),
      study,
      [{ ...people, steps: Array.from({ length: 500 }, () => 1) }],
      {
        signal: abort.signal,
        onUpdate: ({ done, planned }) => {
          updates.push(done);
          if (done > 20) abort.abort();
          if (done > 6) expect(planned).toBe(6 * 501);
        },
      },
    );
    if (cancelled.status !== 'partial') throw new Error(cancelled.status);
    expect(updates).toEqual([...updates].sort((a, b) => a - b));
    const known = cancelled.sweep.points.filter(({ run: done }) => done !== undefined);
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(500);
  });

  it('does not begin where the scenario itself cannot be run', async () => {
    const empty = { ...study, scenario: { ...study.scenario, elements: {} } };
    expect(await runSweep(new InProcess(), empty, [people])).toMatchObject({ status: 'blocked' });
  });
});
