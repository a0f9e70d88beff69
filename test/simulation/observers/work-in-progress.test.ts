/** The series of cases in progress: how fine it is, and that it holds the same cases however fine. */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, RunSettings } from '#simulation';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const MINUTE = 60_000;
const every = (minutes: number): ElementParameters => ({
  arrivals: { interval: constant(minutes), first: 'after-interval' },
});

/** Start, a task of five minutes, end. */
const ran = (start: ElementParameters, settings: Partial<RunSettings>) => {
  const { results, kpi } = run(
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: { S: start, A: { work: constant(5), resources: by('P') } },
      pools: [pool('P', 1)],
      run: { replications: 1, ...settings },
    }),
  );
  const { width, values } = results[0]!.wip;
  return { width, values, mean: kpi('wip.mean') };
};

describe('the series of cases in progress', () => {
  const rows: readonly (readonly [string, ElementParameters, Partial<RunSettings>, number, number])[] = [
    ['by the minute where that is enough', every(10), { horizon: { value: 500, unit: 'min' } }, 1, 500],
    ['as fine as 511 buckets allow', every(10), { horizon: { value: 512, unit: 'min' } }, 2, 256],
    ['wider for a long run', every(10), { horizon: { value: 672, unit: 'h' } }, 128, 315],
    ['as wide for as many cases as take so long', every(10), { cases: 4032 }, 128, 316],
    [
      'wider in the end where more time passes than was to be expected',
      { arrivals: { count: 1000 } },
      { cases: 1000 },
      16,
      313,
    ],
  ];
  it.each(rows)('is %s', (_name, start, settings, minutes, length) => {
    const { width, values, mean } = ran(start, settings);
    expect([width / MINUTE, values.length]).toEqual([minutes, length]);
    expect(mean).toBeGreaterThan(0);
  });

  it('holds all cases', () => {
    const { width, values } = ran(every(10), { horizon: { value: 1000, unit: 'min' } });
    // Of each ten minutes five are worked: 99 cases are done, the hundredth comes as the run ends.
    expect(values.reduce((sum, value) => sum + value * (width / MINUTE), 0)).toBeCloseTo(99 * 5, 9);
  });
});
