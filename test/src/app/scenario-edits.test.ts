/** Adding and deleting scenarios keeps ids and names apart and never takes values from an heir. */
import { describe, expect, it } from 'vitest';
import { resolveScenario, type Scenario } from '#simulation';
import { addScenario, deleteScenario, heirsOf } from '../../../src/app/scenario-edits.ts';

const today: Scenario = { id: 'Scenario_2', name: 'Today', currency: 'CNY', run: { cases: 100 } };
const busy: Scenario = { id: 'busy', name: 'Busy', inherits: 'Scenario_2', run: { seed: 'x' } };

describe('a new scenario', () => {
  it('starts empty, with an id and a name of its own', () => {
    const added = addScenario([today], 'Today', 'new', today).at(-1);

    expect(added).toEqual({ id: 'Scenario_3', name: 'Today 2' });
  });

  it('that changes another states nothing but that', () => {
    expect(addScenario([today], 'Busy', 'inherit', today).at(-1)).toEqual({
      id: 'Scenario_3',
      name: 'Busy',
      inherits: 'Scenario_2',
    });
  });

  it('that copies another says the same', () => {
    expect(addScenario([today], 'Copy', 'duplicate', today).at(-1)).toEqual({
      ...today,
      id: 'Scenario_3',
      name: 'Copy',
    });
  });
});

describe('deleting a scenario', () => {
  it('leaves its heirs what they took from it', () => {
    const all = [today, busy];
    expect(heirsOf(all, today.id)).toEqual([busy]);

    const left = deleteScenario(all, today.id, (heir) => resolveScenario(all, heir.id).scenario);

    expect(left).toEqual([{ id: 'busy', name: 'Busy', currency: 'CNY', run: { cases: 100, seed: 'x' } }]);
  });
});
