/** D/D/1: with constant times every wait is known exactly, and the figures must be equal, not near. */
import { describe, expect, it } from 'vitest';
import { constant } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, MINUTE } from './against-theory.ts';
import { station } from './stations.ts';

const CASES = 100;
const queue = (gap: number, service: number, servers = 1) =>
  station({ interval: constant(gap), work: constant(service), servers, run: { replications: 2, cases: CASES } });

describe('D/D/1', () => {
  it('nobody waits while service is not longer than the gap', () => {
    const r = run(queue(2, 1.5));
    expect(r.kpi('cycleTime.min')).toBe(1.5 * MINUTE);
    expect(r.kpi('cycleTime.max')).toBe(1.5 * MINUTE);
    expect(r.kpi('cycleTime.sd')).toBe(0);
    expect(r.kpi('activities.Task.queue.mean')).toBe(0);
    expect(r.trace).toEqual(Array.from({ length: CASES }, (_, i) => `Task ${i} ${2 * i} ${2 * i} ${2 * i + 1.5}`));
  });

  it('service as long as the gap leaves no wait either: the release comes before the arrival of the same instant', () => {
    const r = run(queue(1.5, 1.5));
    expect(r.kpi('cycleTime.max')).toBe(1.5 * MINUTE);
    expect(r.kpi('activities.Task.queueLength.max')).toBe(0);
    expect(r.kpi('resources.P.utilisation')).toBe(1);
  });

  it('case n waits (n − 1)(s − g) when service is longer than the gap', () => {
    const r = run(queue(1, 1.5));
    expect(r.trace).toEqual(Array.from({ length: CASES }, (_, i) => `Task ${i} ${i} ${1.5 * i} ${1.5 * (i + 1)}`));
    // The hundredth case waits 49.5; waits are 0, 0.5 … 49.5.
    expect(r.kpi('cycleTime.max')).toBe((49.5 + 1.5) * MINUTE);
    expect(r.kpi('activities.Task.queue.mean')).toBe((49.5 / 2) * MINUTE);
    expect(r.kpi('cycleTime.p50')).toBe((49.5 / 2 + 1.5) * MINUTE);
  });

  it('two servers take turns', () => {
    // g 1, s 3, c 2: pairs fall behind by 1 each: cases 2k and 2k + 1 wait k.
    const r = run(queue(1, 3, 2));
    expect(r.trace.slice(0, 6)).toEqual([
      'Task 0 0 0 3',
      'Task 1 1 1 4',
      'Task 2 2 3 6',
      'Task 3 3 4 7',
      'Task 4 4 6 9',
      'Task 5 5 7 10',
    ]);
    expect(r.kpi('activities.Task.queue.mean')).toBe((49 / 2) * MINUTE);
  });

  it('constant times leave nothing to chance: replications are equal', () => {
    const r = run(queue(1, 1.5));
    expect(r.results[1]!.kpis).toEqual(r.results[0]!.kpis);
  });

  it('keeps the invariants', () => {
    expectInvariants(queue(2, 1.5));
    expectInvariants(queue(1, 1.5));
  });
});
