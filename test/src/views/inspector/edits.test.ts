import { describe, expect, it } from 'vitest';
import type { Scenario } from '#simulation';
import { formulaOf } from '../../../../src/bpmn/index.ts';
import {
  newCalendar,
  removeCalendar,
  setCalendar,
  usesOfCalendar,
} from '../../../../src/views/inspector/edits/calendars.ts';
import {
  removeAttribute,
  setAttribute,
  usesOfAttribute,
} from '../../../../src/views/inspector/edits/case-attributes.ts';
import {
  chooseByConditions,
  chooseByShares,
  setParameter,
  setProvenance,
  setResources,
  setShares,
} from '../../../../src/views/inspector/edits/elements.ts';
import { freshId } from '../../../../src/views/inspector/edits/ids.ts';
import { dropOverride, overridesOf } from '../../../../src/views/inspector/edits/overrides.ts';
import { elementsNeeding, newPool, removePool, setPool } from '../../../../src/views/inspector/edits/pools.ts';
import { setParticular, setRun } from '../../../../src/views/inspector/edits/settings.ts';
import { newSla, removeSla, setSla, slasAt } from '../../../../src/views/inspector/edits/slas.ts';

const ten = { type: 'constant', params: { value: 10 }, unit: 'min' } as const;
const empty: Scenario = { id: 'S', name: 'S' };

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

const office: Scenario = freeze({
  id: 'S',
  name: 'S',
  run: { businessCalendar: 'Office', replications: 10 },
  pools: [
    { id: 'Agents', name: 'Agents', staffing: [{ capacity: 2, calendar: 'Office' }] },
    { id: 'Engineers', name: 'Engineers', staffing: [{ capacity: 1 }] },
  ],
  calendars: [{ id: 'Office', name: 'Office', rules: [] }],
  slas: [
    {
      id: 'A',
      name: 'A',
      on: { type: 'case' },
      limit: { value: 1, unit: 'day' },
      clock: 'business',
      calendar: 'Office',
      target: 0.9,
    },
  ],
  elements: {
    Start: { arrivals: { interval: ten, calendar: 'Office' } },
    Timer: { delay: ten, clock: 'business', calendar: 'Office' },
    Talk: {
      work: ten,
      resources: [
        [{ pool: 'Agents', units: 1 }],
        [
          { pool: 'Agents', units: 1 },
          { pool: 'Engineers', units: 1 },
        ],
      ],
    },
  },
});

describe('parameters of an element', () => {
  it('marks a figure stated for the first time as an expert’s', () => {
    expect(setParameter(empty, 'Talk', 'work', ten).elements).toEqual({
      Talk: { work: ten, provenance: { work: 'expert' } },
    });
  });

  it('keeps what was said about the source when the figure changes', () => {
    const measured = setProvenance(setParameter(empty, 'Talk', 'work', ten), 'Talk', 'work', ten, 'measured');
    const next = setParameter(measured, 'Talk', 'work', { ...ten, params: { value: 12 } });
    expect(next.elements?.['Talk']?.provenance).toEqual({ work: 'measured' });
  });

  it('asks no source of a decision', () => {
    expect(setParameter(empty, 'Talk', 'priority', 2).elements).toEqual({ Talk: { priority: 2 } });
  });

  it('forgets the source with the figure, and an element left without parameters', () => {
    expect(setParameter(setParameter(empty, 'Talk', 'work', ten), 'Talk', 'work', undefined).elements).toEqual({});
  });

  it('writes the figure along when only its source is stated, for it may be inherited', () => {
    expect(setProvenance(empty, 'Talk', 'work', ten, 'measured').elements).toEqual({
      Talk: { work: ten, provenance: { work: 'measured' } },
    });
  });

  it('leaves the scenario it was given alone', () => {
    const before = JSON.stringify(office);
    setParameter(office, 'Talk', 'work', { ...ten, unit: 'h' });
    expect(JSON.stringify(office)).toBe(before);
  });

  it('gives several steps the same people', () => {
    const needs = [[{ pool: 'Agents', units: 1 }]];
    const next = setResources(office, ['Talk', 'Check'], needs);
    expect([next.elements?.['Talk']?.resources, next.elements?.['Check']?.resources]).toEqual([needs, needs]);
    expect(next.elements?.['Talk']?.work).toEqual(ten);
  });
});

describe('branches', () => {
  const shares = [
    { id: 'f1', share: 0.7 },
    { id: 'f2', share: 0.3 },
  ];
  const condition = formulaOf('grade = "urgent"');

  it('sets all shares in one go', () => {
    const next = setShares(empty, shares);
    expect(next.elements?.['f1']?.probability).toBe(0.7);
    expect(next.elements?.['f2']).toEqual({ probability: 0.3, provenance: { probability: 'expert' } });
  });

  it('switches between shares and conditions without leaving both', () => {
    const byConditions = chooseByConditions(setShares(empty, shares), [{ id: 'f1', condition }, { id: 'f2' }]);
    expect(byConditions.elements).toEqual({ f1: { condition } });
    const back = chooseByShares(byConditions, shares);
    expect(back.elements?.['f1']).toEqual({ probability: 0.7, provenance: { probability: 'expert' } });
  });
});

describe('pools', () => {
  it('finds free ids', () => {
    expect(freshId('Pool', ['Pool_1', 'Pool_3'])).toBe('Pool_2');
    expect(newPool('Agents', ['Pool_1']).id).toBe('Pool_2');
  });

  it('adds at the end and replaces in place', () => {
    const added = setPool(office, newPool('Trainees', ['Agents']));
    expect(added.pools?.map((p) => p.name)).toEqual(['Agents', 'Engineers', 'Trainees']);
    const renamed = setPool(added, { id: 'Agents', name: 'Service', staffing: [] });
    expect(renamed.pools?.map((p) => p.name)).toEqual(['Service', 'Engineers', 'Trainees']);
  });

  it('knows who needs a pool and takes it out of their needs', () => {
    expect(elementsNeeding(office, 'Agents')).toEqual(['Talk']);
    const next = removePool(office, 'Agents');
    expect(next.pools?.map((p) => p.id)).toEqual(['Engineers']);
    expect(next.elements?.['Talk']?.resources).toEqual([[{ pool: 'Engineers', units: 1 }]]);
  });
});

describe('calendars', () => {
  it('knows everything that follows one', () => {
    expect(usesOfCalendar(office, 'Office')).toEqual({
      pools: ['Agents'],
      elements: ['Start', 'Timer'],
      slas: ['A'],
      run: true,
    });
  });

  it('leaves no reference behind', () => {
    const next = removeCalendar(office, 'Office');
    expect(JSON.stringify(next)).not.toContain('Office');
    expect(next.run).toEqual({ replications: 10 });
    expect(next.elements?.['Timer']).toEqual({ delay: ten, clock: 'business' });
    expect(next.elements?.['Start']).toEqual({ arrivals: { interval: ten } });
  });

  it('adds one with the usual hours', () => {
    const next = setCalendar(office, newCalendar('Night', ['Office']));
    expect(next.calendars?.map((c) => c.id)).toEqual(['Office', 'Calendar_1']);
  });
});

describe('SLAs', () => {
  it('are found at a step by its own promise and by segments', () => {
    const own = newSla('Talk in time', { type: 'activity', element: 'Talk' }, ['A']);
    const segment = newSla(
      'Until paid',
      { type: 'segment', from: { element: 'Talk', at: 'left' }, to: { element: 'Pay', at: 'left' } },
      ['A', own.id],
    );
    const scenario = setSla(setSla(office, own), segment);
    expect(slasAt(scenario, 'Talk')).toEqual([own, segment]);
    expect(slasAt(removeSla(scenario, own.id), 'Talk')).toEqual([segment]);
  });
});

describe('case attributes', () => {
  const grade = { name: 'grade', type: 'category', values: [{ value: 'urgent', share: 1 }] } as const;

  it('are replaced under their old name', () => {
    const next = setAttribute(setAttribute(empty, 'grade', grade), 'grade', { ...grade, name: 'class' });
    expect(next.attributes?.map((a) => a.name)).toEqual(['class']);
    expect(removeAttribute(next, 'class').attributes).toEqual([]);
  });

  it('are found in conditions, exceptions, assignments and SLAs', () => {
    const when = formulaOf('if amount > 3 then grade = "urgent" else false');
    const scenario: Scenario = {
      ...office,
      elements: {
        f1: { condition: when },
        Talk: { workWhen: [{ when, distribution: ten }] },
        Grade: { assign: { grade: formulaOf('"urgent"') } },
        Other: { condition: formulaOf('amount > 3') },
      },
      slas: [{ ...newSla('Urgent', { type: 'case' }, []), when }],
    };
    expect(usesOfAttribute(scenario, 'grade')).toEqual(['f1', 'Talk', 'Grade', 'SLA_1']);
  });
});

describe('the scenario itself', () => {
  it('drops what is set to nothing', () => {
    expect(setRun(office, 'replications', undefined).run).toEqual({ businessCalendar: 'Office' });
    expect(setParticular({ ...empty, description: 'x' }, 'description', undefined)).toEqual(empty);
  });

  it('lists what an heir states itself, and takes it back', () => {
    const heir: Scenario = {
      id: 'H',
      name: 'H',
      inherits: 'S',
      run: { replications: 50 },
      pools: [{ id: 'Agents', name: 'Agents', staffing: [{ capacity: 3 }] }],
      elements: { Talk: { work: ten, provenance: { work: 'guess' } } },
    };
    const overrides = overridesOf(heir);
    expect(overrides).toEqual([
      { type: 'run', id: 'replications' },
      { type: 'pool', id: 'Agents' },
      { type: 'element', id: 'Talk', parameter: 'work' },
    ]);
    const bare = overrides.reduce(dropOverride, heir);
    expect(bare).toEqual({ id: 'H', name: 'H', inherits: 'S', run: {}, pools: [], elements: {} });
  });
});
