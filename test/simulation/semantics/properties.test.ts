/** What holds for every model: nothing is lost, the parts add up, nobody waits a negative time, and every run ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectBalance } from '../../support/balance.ts';
import { graph, unstructured } from '../../support/random-graphs.ts';
import { run } from '../../support/run.ts';
import { block, structured } from '../../support/structured-models.ts';

describe('every structured model', () => {
  it('ends all its cases, and its figures agree with each other', () => {
    fc.assert(
      fc.property(block, (root) => {
        const study = structured(root, 60);
        expectBalance(study);
        const r = run(study);
        expect(r.kpi('cases.started')).toBe(60);
        expect(r.kpi('cases.completed')).toBe(60);
        expect(r.kpi('events.E')).toBe(60);
      }),
      { seed: 20260105, numRuns: 150 },
    );
  });

  it('does not depend on the order in which the file lists nodes', () => {
    fc.assert(
      fc.property(block, (root) => {
        const a = structured(root, 30);
        const [x, y] = [run(a), run({ ...a, model: { ...a.model, nodes: [...a.model.nodes].reverse() } })];
        for (const path of ['cycleTime.mean', 'cycleTime.max', 'resources.P0.busy', 'wip.mean'])
          expect(x.kpi(path)).toBe(y.kpi(path));
      }),
      { seed: 20260106, numRuns: 60 },
    );
  });
});

describe('every graph, sound or not', () => {
  it('is refused with a finding or runs to an end with its books in balance', () => {
    let ran = 0;
    fc.assert(
      fc.property(graph, (drawn) => {
        const result = expectBalance(unstructured(drawn, 5));
        if ('kpis' in result) ran++;
      }),
      { seed: 20261128, numRuns: 120 },
    );
    expect(ran).toBeGreaterThan(60);
  });

  it('gives the same figures each time', () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const [a, b] = [expectBalance(unstructured(drawn, 5)), expectBalance(unstructured(drawn, 5))];
        if ('kpis' in a && 'kpis' in b) expect(a.kpis).toEqual(b.kpis);
      }),
      { seed: 20261129, numRuns: 40 },
    );
  });
});
