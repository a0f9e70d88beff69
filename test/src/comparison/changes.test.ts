/** What changed between designs and scenarios, on the diagram and in words. */
import { describe, expect, it } from 'vitest';
import { diffDiagrams } from '../../../src/comparison/diagram-diff.ts';
import { changeLine, parameterChanges, type Side } from '../../../src/comparison/parameter-changes.ts';
import type { Twins } from '../../../src/comparison/twins.ts';
import { shiftOf } from '../../../src/comparison/twins.ts';
import { sampleSide } from './samples.ts';

const asIs = await sampleSide('complaint-handling/as-is.bpmn');
const toBe = await sampleSide('complaint-handling/to-be.bpmn');

/** Elements that kept their ids. */
const sameIds = ({ model: from }: Side, { model: to }: Side): readonly Twins[] => {
  const ids = new Set([...from.nodes, ...from.flows].map(({ id }) => id));
  return [...to.nodes, ...to.flows].filter(({ id }) => ids.has(id)).map(({ id }) => ({ from: id, to: id }));
};

const lines = (from: Side, to: Side): readonly string[] =>
  parameterChanges(from, to, sameIds(from, to), 'en').map(changeLine);

const withElement = (side: Side, id: string, parameters: object): Side => ({
  ...side,
  scenario: { ...side.scenario, elements: { ...side.scenario.elements, [id]: parameters } },
});

describe('the diagram', () => {
  it('names what was added, removed, changed and only moved', async () => {
    const { from, to } = await diffDiagrams(asIs.xml, toBe.xml, sameIds(asIs, toBe));
    expect(from.get('LookUpProductData')).toBe('removed');
    expect(to.get('LookUpProductData')).toBeUndefined();
    expect(to.get('GradeComplaint')).toBe('added');
    expect(from.get('GradeComplaint')).toBeUndefined();
    expect([from.get('DecideResponsibility'), to.get('DecideResponsibility')]).toEqual(['changed', 'changed']);
    expect(to.get('CallBack')).toBe('moved');
  });

  it('takes a renamed twin as changed, not as one gone and another come', async () => {
    const xml = asIs.xml.replaceAll('"CallBack"', '"CallAgain"').replaceAll('>CallBack<', '>CallAgain<');
    const others = sameIds(asIs, asIs).filter(({ from }) => from !== 'CallBack');
    const unlinked = await diffDiagrams(asIs.xml, xml, others);
    expect([unlinked.from.get('CallBack'), unlinked.to.get('CallAgain')]).toEqual(['removed', 'added']);
    const linked = await diffDiagrams(asIs.xml, xml, [...others, { from: 'CallBack', to: 'CallAgain' }]);
    expect([linked.from.get('CallBack'), linked.to.get('CallAgain')]).toEqual([undefined, undefined]);
  });

  it('takes what people told apart as one gone and another come, though both have one id', async () => {
    const twins = sameIds(asIs, toBe).filter(({ to }) => to !== 'DecideResponsibility');
    const { from, to } = await diffDiagrams(asIs.xml, toBe.xml, twins);
    expect([from.get('DecideResponsibility'), to.get('DecideResponsibility')]).toEqual(['removed', 'added']);
  });

  it('is laid over the other by the median of its twins', () => {
    const at = (x: number, y: number) => ({ x, y, width: 100, height: 80 });
    const from = new Map([
      ['A', at(0, 0)],
      ['B', at(200, 0)],
      ['C', at(400, 0)],
    ]);
    const to = new Map([
      ['A', at(10, 50)],
      ['B', at(210, 50)],
      ['C', at(900, 700)],
    ]);
    const twins = ['A', 'B', 'C'].map((id) => ({ from: id, to: id }));
    expect(shiftOf(twins, from, to)).toEqual({ x: 10, y: 50 });
    expect(shiftOf([], from, to)).toEqual({ x: 0, y: 0 });
  });

  it('has nothing to say about a design and itself', async () => {
    const { from, to } = await diffDiagrams(asIs.xml, asIs.xml, sameIds(asIs, asIs));
    expect([from.size, to.size]).toEqual([0, 0]);
  });
});

describe('parameters', () => {
  it('are named step by step, then pools and promises', () => {
    const said = lines(asIs, toBe);
    expect(said).toContain('Assign to quality: mean 10 min → 6 min');
    expect(said).toContain('Service supervisor: new (1 person)');
    expect(said).toContain('Quality engineers: next work first come, first served → by priority');
    expect(said).toContain('Graded: new (95 % within 1 h of working time)');
    expect(said.some((line) => line.includes('Call customer back: mean'))).toBe(false);
  });

  it('say people by number, and hours where only those differ', async () => {
    expect(lines(asIs, await sampleSide('complaint-handling/as-is.bpmn', 'MoreEngineers'))).toEqual([
      'Quality engineers: 5 → 6 people',
    ]);
    const [pool, ...rest] = asIs.scenario.pools ?? [];
    const always = { ...asIs.scenario, pools: [{ ...pool, staffing: [{ capacity: 3 }] }, ...rest] } as Side['scenario'];
    expect(lines(asIs, { ...asIs, scenario: always })).toEqual(['Service agents: 3 people (Office hours) → 3 people']);
  });

  it('give the shape where the means agree', () => {
    const spec = (type: string, params: object) => ({ work: { type, params, unit: 'h' }, resources: [] });
    const from = withElement(asIs, 'CallBack', spec('constant', { value: 2 }));
    const to = withElement(asIs, 'CallBack', spec('lognormal', { mean: 2, sd: 1 }));
    expect(lines(from, to)).toEqual([
      'Call customer back: mean Constant, Value 2 h → Lognormal, Mean 2 h, Standard deviation 1 h',
    ]);
  });

  it('have nothing to say about a scenario and itself', () => {
    expect(lines(toBe, toBe)).toEqual([]);
  });
});
