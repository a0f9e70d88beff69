import { describe, expect, it } from 'vitest';
import type { ProcessModel, Scenario } from '#simulation';
import { openFigures } from '../../../../src/views/inspector/open-figures.ts';

const node = (id: string, type: string, outgoing: readonly string[]): ProcessModel['nodes'][number] => ({
  id,
  type,
  scope: 'P',
  incoming: [],
  outgoing,
});

const model: ProcessModel = {
  id: 'D',
  processes: [{ id: 'P', lanes: [] }],
  participants: [],
  messageFlows: [],
  nodes: [
    node('Start', 'bpmn:StartEvent', ['f1']),
    node('Check', 'bpmn:UserTask', ['f2']),
    node('Fine', 'bpmn:ExclusiveGateway', ['f3', 'f4']),
    node('End', 'bpmn:EndEvent', []),
  ],
  flows: ['f1', 'f2', 'f3', 'f4'].map((id) => ({ id, scope: 'P', source: '', target: '' })),
  resources: [],
};

const ten = { type: 'constant', params: { value: 10 }, unit: 'min' } as const;
const stated: Scenario = {
  id: 'S',
  name: 'S',
  elements: {
    Start: { arrivals: { interval: ten } },
    Check: { work: ten, resources: [] },
    f3: { probability: 0.5 },
    f4: { probability: 0.5 },
  },
};

describe('open figures', () => {
  it('are all of them in an empty scenario', () => {
    expect(openFigures(model, { id: 'S', name: 'S' })).toEqual([
      { id: 'Start', figure: 'arrivals', state: 'missing' },
      { id: 'Check', figure: 'work', state: 'missing' },
      { id: 'Check', figure: 'people', state: 'missing' },
      { id: 'Fine', figure: 'shares', state: 'missing' },
    ]);
  });

  it('are none when everything is stated', () => {
    expect(openFigures(model, stated)).toEqual([]);
  });

  it('are guesses, too, after what is missing', () => {
    const guessed: Scenario = {
      ...stated,
      elements: {
        ...stated.elements,
        Start: { arrivals: { interval: ten }, provenance: { arrivals: 'guess' } },
        Check: { work: ten },
      },
    };
    expect(openFigures(model, guessed)).toEqual([
      { id: 'Check', figure: 'people', state: 'missing' },
      { id: 'Start', figure: 'arrivals', state: 'guess' },
    ]);
  });

  it('ask for no shares where conditions decide', () => {
    const conditional: Scenario = {
      ...stated,
      elements: {
        ...stated.elements,
        f3: { condition: { text: 'x' }, probability: 0.5, provenance: { probability: 'guess' } },
      },
    };
    expect(openFigures(model, conditional)).toEqual([]);
  });
});
