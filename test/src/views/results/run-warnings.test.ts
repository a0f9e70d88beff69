import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../../../src/views/results/run-warnings.ts';
import { fakeResult } from '../../../support/fake-result.ts';

describe('warnings about a run', () => {
  it('are none when all cases end and people keep up', () => {
    expect(warningsOf(fakeResult())).toEqual([]);
  });

  it('count the cases still open at the end', () => {
    expect(warningsOf(fakeResult({ open: 12 }))).toEqual([{ type: 'open-cases', cases: 12, share: 0.1 }]);
  });

  it('name the people who are always busy while cases pile up', () => {
    expect(warningsOf(fakeResult({ overloaded: true }))).toContainEqual({
      type: 'unstable',
      pools: ['Quality engineers'],
    });
  });

  it('do not take a busy but steady run for an unstable one', () => {
    const busy = fakeResult({ overloaded: true });
    const steady = { ...busy, wip: fakeResult().wip };
    expect(warningsOf(steady)).toEqual([]);
  });

  it('do not judge a run that ends when all cases are done', () => {
    const run = fakeResult({ overloaded: true });
    expect(warningsOf({ ...run, plan: { ...run.plan, horizon: Infinity } })).toEqual([]);
  });
});
