/** What must hold of every sample path, on models that no formula covers: calendars, rework, cancelled work, open cases. */
import { describe, expect, it } from 'vitest';
import type { Study } from '#simulation';
import { A, B, C } from '../bench/models.ts';
import { goldenModels } from '../simulation/golden-models.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectSamplePath } from './against-theory.ts';

/** All pools pre-emptive, steps ranking by their place in the document modulo 3. */
function interrupting(study: Study): Study {
  const { pools = [], elements = {} } = study.scenario;
  return {
    ...study,
    scenario: {
      ...study.scenario,
      pools: pools.map((pool) => ({ ...pool, discipline: 'priority', preemption: 'resume' })),
      elements: Object.fromEntries(
        Object.entries(elements).map(([id, parameters], i) => [
          id,
          parameters.resources ? { ...parameters, priority: i % 3 } : parameters,
        ]),
      ),
    },
  };
}

describe('invariants', () => {
  it.each([
    { name: 'M/M/10', study: A(2000) },
    { name: 'credit', study: B(2000) },
    { name: 'credit with office hours', study: B(2000, true) },
    { name: 'ten steps', study: C(2000) },
    { name: 'interrupted work', study: interrupting(C(2000)) },
    { name: 'interrupted work in office hours', study: interrupting(B(2000, true)) },
    { name: 'inclusive joins', study: goldenModels()['inclusive joins']! },
  ])('hold of $name', ({ study }) => {
    expectInvariants(study);
  });

  it('hold of every element and distribution, with a warm-up, open cases and cancelled work', () => {
    const r = run(goldenModels()['every element and distribution']!);
    r.results.forEach((_, i) => {
      expectSamplePath((path) => r.kpi(path, i));
    });
    expect(Math.max(...r.results.map((_, i) => r.kpi('cases.open', i)))).toBeGreaterThan(0);
    expect(r.kpi('activities.Kind5.cancelled')).toBeGreaterThan(0);
    expect(r.kpi('decomposition.paused')).toBeGreaterThan(0);
    expect(r.kpi('decomposition.external')).toBeGreaterThan(0);
  });
});
