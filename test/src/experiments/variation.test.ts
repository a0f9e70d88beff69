import { describe, expect, it } from 'vitest';
import { effectiveMean, inheritingScenario, resolveScenario, type Scenario, type Study } from '#simulation';
import {
  applyVariations,
  knownParameter,
  parametersOf,
  valueOf,
  type Parameter,
  type Variation,
} from '../../../src/experiments/index.ts';
import { by, constant, exponential, pool, sketch } from '../../support/model.ts';
import { formulaOf } from '../../../src/bpmn/index.ts';

const study: Study = sketch({
  nodes: { S: 'StartEvent', G: 'ExclusiveGateway', A: 'Task', B: 'Task', C: 'Task', E: 'EndEvent' },
  flows: ['S > G > A > E', 'G > B > E', 'G > C > E'],
  elements: {
    S: { arrivals: { interval: exponential(30) }, uncertainty: { arrivals: { low: 0.9, high: 1.5 } } },
    A: {
      work: { type: 'lognormal', params: { mean: 20, sd: 10 }, unit: 'min' },
      workWhen: [{ when: formulaOf('size > 3'), distribution: constant(40) }],
      resources: by('P'),
      provenance: { work: 'measured' },
    },
    B: { work: { type: 'binomial', params: { trials: 3, probability: 0.5 }, unit: 'min' } },
    C: { work: constant(0) },
    G_A: { probability: 0.5 },
    G_B: { probability: 0.3 },
    G_C: { probability: 0.2 },
  },
  pools: [
    pool('P', 3, { costPerHour: 40 }),
    pool('Two', 1, { staffing: [{ capacity: 2 }, { capacity: 1, calendar: 'Cal' }] }),
    pool('Many', 'unlimited'),
  ],
  scenario: {
    calendars: [{ id: 'Cal', name: 'Cal', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }],
    attributes: [
      {
        name: 'grade',
        type: 'category',
        values: [
          { value: 'urgent', share: 2 },
          { value: 'ordinary', share: 8 },
        ],
      },
      { name: 'size', type: 'number', distribution: { type: 'uniform', params: { min: 0, max: 4 } } },
    ],
  },
});

const varied = (...variations: Variation[]): Scenario => applyVariations(study, variations).scenario;
const readBack = (scenario: Scenario, parameter: Parameter) => knownParameter({ ...study, scenario }, parameter)?.value;

describe('what can be turned', () => {
  it('is found with value, unit, source and range', () => {
    const found = parametersOf(study).map(({ parameter: { kind, id, part }, quantity, value }) =>
      [kind, id, ...(part === undefined ? [] : [part]), quantity, Math.round(value * 1000) / 1000].join(' '),
    );
    expect(found).toEqual([
      'units P count 3',
      'units Two count 3',
      'units Two 0 count 2',
      'units Two 1 count 1',
      'arrivals S rate 2',
      'work A time 1200',
      'work C time 0',
      'share G_A share 0.5',
      'share G_B share 0.3',
      'share G_C share 0.2',
      'costPerHour P money 40',
      'attribute size number 2',
      'attributeShare grade urgent share 0.2',
      'attributeShare grade ordinary share 0.8',
    ]);
    expect(knownParameter(study, { kind: 'work', id: 'A' })).toMatchObject({ provenance: 'measured' });
    expect(knownParameter(study, { kind: 'arrivals', id: 'S' })?.uncertainty).toEqual({ low: 0.9, high: 1.5 });
    expect(knownParameter(study, { kind: 'work', id: 'constructor' })).toBeUndefined();
  });

  it.each(parametersOf(study).map(({ parameter }) => parameter))('takes the value it is given: %o', (parameter) => {
    const value = knownParameter(study, parameter)!.quantity === 'count' ? 5 : 0.25;
    expect(readBack(varied({ parameter, value }), parameter)).toBeCloseTo(value, 12);
  });
});

describe('a variation', () => {
  it('scales all durations of a step and keeps their shape', () => {
    const { A } = varied({ parameter: { kind: 'work', id: 'A' }, factor: 1.5 }).elements!;
    expect(A!.work).toEqual({ type: 'lognormal', params: { mean: 30, sd: 15 }, unit: 'min' });
    expect(effectiveMean(A!.workWhen![0]!.distribution)).toBe(60 * 60_000);
  });

  it('gives a step that took no time the value it is given', () => {
    const { C } = varied({ parameter: { kind: 'work', id: 'C' }, value: 90 }).elements!;
    expect(effectiveMean(C!.work!)).toBe(90_000);
  });

  it('lets the other branches give way in proportion, but not those that are set too', () => {
    const shares = ({ elements = {} }: Scenario) => ['G_A', 'G_B', 'G_C'].map((id) => elements[id]!.probability!);
    const one = varied({ parameter: { kind: 'share', id: 'G_A' }, value: 0.75 });
    expect(shares(one)).toEqual([0.75, expect.closeTo(0.15, 12), expect.closeTo(0.1, 12)]);
    const two = varied(
      { parameter: { kind: 'share', id: 'G_A' }, value: 0.6 },
      { parameter: { kind: 'share', id: 'G_B' }, value: 0.1 },
    );
    expect(shares(two)).toEqual([0.6, 0.1, expect.closeTo(0.3, 12)]);
    const all = varied({ parameter: { kind: 'share', id: 'G_A' }, value: 1 });
    expect(shares(all)).toEqual([1, 0, 0]);
  });

  it('keeps values within what makes sense', () => {
    expect(valueOf(study, { parameter: { kind: 'share', id: 'G_A' }, factor: 3 })).toBe(1);
    expect(valueOf(study, { parameter: { kind: 'units', id: 'P' }, factor: 0.5 })).toBe(2);
    expect(valueOf(study, { parameter: { kind: 'units', id: 'P' }, value: -1 })).toBe(0);
    expect(valueOf(study, { parameter: { kind: 'units', id: 'gone' }, value: 1 })).toBeUndefined();
    expect(varied({ parameter: { kind: 'units', id: 'gone' }, value: 1 })).toEqual(study.scenario);
  });

  it('shares people out over shifts as before', () => {
    const { pools } = varied({ parameter: { kind: 'units', id: 'Two' }, value: 5 });
    expect(pools![1]!.staffing.map(({ capacity }) => capacity)).toEqual([3, 2]);
  });

  it('makes cases come faster by the hour and by the week alike', () => {
    const profile = [{ days: [1, 2], from: 540, to: 600, perHour: 6 }];
    const weekly = { ...study, scenario: { ...study.scenario, elements: { S: { arrivals: { profile } } } } };
    const parameter: Parameter = { kind: 'arrivals', id: 'S' };
    expect(knownParameter(weekly, parameter)?.value).toBe(6);
    const { S } = applyVariations(weekly, [{ parameter, factor: 2 }]).scenario.elements!;
    expect(S!.arrivals!.profile![0]!.perHour).toBe(12);
  });
});

describe('a scenario that inherits', () => {
  it('states only the change and means the same', () => {
    const changed = varied(
      { parameter: { kind: 'units', id: 'P' }, value: 4 },
      { parameter: { kind: 'work', id: 'A' }, factor: 0.5 },
      { parameter: { kind: 'attributeShare', id: 'grade', part: 'urgent' }, value: 0.5 },
    );
    const child = inheritingScenario(study.scenario, changed, { id: 'Four', name: 'Four people' });
    expect(Object.keys(child)).toEqual(['id', 'name', 'inherits', 'elements', 'pools', 'attributes']);
    expect(child.pools).toHaveLength(1);
    expect(Object.keys(child.elements!)).toEqual(['A']);
    expect(Object.keys(child.elements!.A!)).toEqual(['work', 'workWhen']);
    const { scenario } = resolveScenario([study.scenario, child], 'Four');
    expect(scenario).toEqual({ ...changed, id: 'Four', name: 'Four people' });
  });

  it('states nothing where nothing changed', () => {
    expect(inheritingScenario(study.scenario, study.scenario, { id: 'X', name: 'Same' })).toEqual({
      id: 'X',
      name: 'Same',
      inherits: 'S',
    });
  });
});
