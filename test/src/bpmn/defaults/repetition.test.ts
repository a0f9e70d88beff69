/** What repeats, or happens by itself, runs on visible guesses when the file does not say how often or when. */
import { describe, expect, it } from 'vitest';
import { completeScenario, formulaOf } from '../../../../src/bpmn/index.ts';
import { event, sketch, type Sketch } from '../../../support/model.ts';

const guesses = (nodes: Sketch['nodes'], flows: readonly string[] = []) => {
  const { model } = sketch({ nodes: { S: 'StartEvent', ...nodes }, flows });
  const { scenario, issues } = completeScenario(model, { id: 'S', name: 'Today' });
  const found = issues.map(({ code, elementId }) => `${code} ${elementId ?? ''}`);
  return { elements: scenario.elements ?? {}, found };
};
const instances = (text?: string) =>
  ({ type: 'multi-instance', sequential: false, ...(text ? { cardinality: formulaOf(text) } : {}) }) as const;
const loop = (text?: string, maximum?: number) =>
  ({
    type: 'standard',
    testBefore: false,
    ...(text ? { condition: formulaOf(text) } : {}),
    ...(maximum === undefined ? {} : { maximum }),
  }) as const;

describe('guesses', () => {
  it('three instances where the count is missing or asks for what nobody knows', () => {
    const { elements, found } = guesses({
      A: { type: 'Task', loop: instances() },
      B: { type: 'Task', loop: instances('items') },
      C: { type: 'Task', loop: instances('4') },
    });
    expect(elements.A?.instances).toEqual({ type: 'constant', params: { value: 3 } });
    expect(elements.A?.provenance?.instances).toBe('guess');
    expect(found).toContain('guessed-instances A');
    expect(found).toContain('guessed-instances B');
    expect(found).not.toContain('guessed-instances C');
  });

  it('a chance of another run where a loop would not end', () => {
    const { elements, found } = guesses({
      A: { type: 'Task', loop: loop() },
      B: { type: 'Task', loop: loop('again = true') },
      C: { type: 'Task', loop: loop('loopCounter < 3') },
      D: { type: 'Task', loop: loop(undefined, 4) },
    });
    expect(elements.A?.repeat).toBe(0.2);
    expect(found.filter((text) => text.startsWith('guessed-repeat'))).toEqual(['guessed-repeat A', 'guessed-repeat B']);
  });

  it('each activity once in an ad-hoc sub-process', () => {
    const { elements, found } = guesses({ A: 'AdHocSubProcess', B: { type: 'Task', scope: 'A' } });
    expect(elements.A?.adHoc).toBe('each-once');
    expect(found).toContain('guessed-ad-hoc A');
  });

  it('a time for timers beside the flow that have none, and none for signals that are thrown', () => {
    const { elements, found } = guesses(
      {
        A: 'Task',
        T: { type: 'BoundaryEvent', attachedTo: 'A', eventDefinitions: event('Timer') },
        Y: { type: 'IntermediateThrowEvent', name: 'Go', eventDefinitions: event('Signal') },
        C: { type: 'IntermediateCatchEvent', name: 'Go', eventDefinitions: event('Signal') },
        N: { type: 'IntermediateCatchEvent', name: 'Nobody', eventDefinitions: event('Signal') },
      },
      ['S > A > Y', 'S > C > N'],
    );
    expect(elements.T?.delay?.type).toBe('exponential');
    expect(found.filter((text) => text.startsWith('guessed-delay'))).toEqual(['guessed-delay T', 'guessed-delay N']);
  });
});
