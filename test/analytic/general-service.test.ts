/**
 * M/G/1: Wq = λ E[S²]/(2(1 − ρ)) = ρ (1 + cv²) E[S]/(2(1 − ρ)). Source: Pollaczek 1930, Khinchine 1932; Gross et al., Fundamentals
 * of Queueing Theory, 4th ed. 2008, §5.1. Exponential service is M/M/1.
 */
import { describe, it } from 'vitest';
import { constant, erlang, exponential, uniform } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectTheory, MINUTE } from './against-theory.ts';
import { length, station } from './stations.ts';

const SERVICES = [
  { name: 'deterministic', work: constant(1), wait: 2, cases: 35_000 },
  { name: 'Erlang-2', work: erlang(1, 2), wait: 3, cases: 62_000 },
  { name: 'uniform on (0, 2)', work: uniform(0, 2), wait: 2.666667, cases: 50_000 },
];

describe('M/G/1, ρ 0.8', () => {
  it.each(SERVICES)('$name: Wq $wait', ({ work, wait, cases }) => {
    const r = run(station({ interval: exponential(1.25), work, run: length(cases, 1000) }));
    expectTheory(r, 'activities.Task.queue.mean', wait * MINUTE);
    expectTheory(r, 'cycleTime.mean', (wait + 1) * MINUTE);
    expectTheory(r, 'activities.Task.work.mean', 1 * MINUTE);
    expectTheory(r, 'resources.P.utilisation', 0.8);
  });

  it('keeps the invariants', () => {
    for (const { work } of SERVICES) expectInvariants(station({ interval: exponential(1.25), work, run: {} }));
  });
});
