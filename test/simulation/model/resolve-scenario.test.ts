/** Inheritance: what a scenario states overrides, the rest comes from its parents. */
import { describe, expect, it } from 'vitest';
import { resolveScenario } from '../../../simulation/model/resolve-scenario.ts';
import type { Scenario } from '../../../simulation/model/scenario.ts';

const minutes = (value: number) => ({ type: 'constant', params: { value }, unit: 'min' }) as const;

const base: Scenario = {
  id: 'A',
  name: 'As is',
  description: 'of the base only',
  currency: 'EUR',
  run: { replications: 10, seed: '1' },
  elements: {
    T: { work: minutes(5), priority: 2, provenance: { work: 'expert' } },
    S: { arrivals: { interval: minutes(9), count: 100 } },
  },
  pools: [
    { id: 'P', name: 'P', staffing: [{ capacity: 1 }] },
    { id: 'Q', name: 'Q', staffing: [{ capacity: 2 }] },
  ],
};
const middle: Scenario = {
  id: 'B',
  name: 'More people',
  inherits: 'A',
  run: { seed: '2' },
  pools: [{ id: 'P', name: 'P', staffing: [{ capacity: 3 }] }],
};
const last: Scenario = {
  id: 'C',
  name: 'And faster',
  inherits: 'B',
  elements: { T: { work: minutes(3), provenance: { priority: 'guess' } }, S: { arrivals: { interval: minutes(8) } } },
};

describe('resolving a scenario', () => {
  it('completes it over any number of parents', () => {
    const { scenario, issues } = resolveScenario([last, middle, base], 'C');
    expect(issues).toEqual([]);
    expect(scenario).toEqual({
      id: 'C',
      name: 'And faster',
      currency: 'EUR',
      run: { replications: 10, seed: '2' },
      elements: {
        T: { work: minutes(3), priority: 2, provenance: { work: 'expert', priority: 'guess' } },
        S: { arrivals: { interval: minutes(8), count: 100 } },
      },
      pools: [
        { id: 'P', name: 'P', staffing: [{ capacity: 3 }] },
        { id: 'Q', name: 'Q', staffing: [{ capacity: 2 }] },
      ],
    });
  });

  it('leaves one without parent as it is', () => {
    expect(resolveScenario([base], 'A')).toEqual({ scenario: base, issues: [] });
  });

  it('reports a parent that is missing and stands on the rest', () => {
    const { scenario, issues } = resolveScenario([middle], 'B');
    expect(issues).toMatchObject([{ code: 'scenario-parent-missing', severity: 'error', elementId: 'B' }]);
    expect(scenario.pools).toEqual(middle.pools);
  });

  it('reports a circle and ends', () => {
    const { issues } = resolveScenario([{ ...base, inherits: 'C' }, middle, last], 'C');
    expect(issues).toMatchObject([{ code: 'scenario-inherits-itself', elementId: 'A' }]);
  });

  it('throws for an id that nobody has', () => {
    expect(() => resolveScenario([base], 'X')).toThrow('no scenario <X>');
  });
});
