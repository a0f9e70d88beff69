/** A drawing without simulation data runs at once on visible guesses; what a scenario says stays. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, resolveScenario, type Scenario } from '#simulation';
import {
  applyNames,
  completeScenario,
  isRefusal,
  openDocument,
  proposeScenario,
  readProcess,
  readScenarios,
  renameInScenario,
  writeScenarios,
} from '../../../../src/bpmn/index.ts';

async function open() {
  const document = await openDocument(readFileSync('test/fixtures/bpmn/round-trip.bpmn', 'utf8'));
  if (isRefusal(document)) throw new Error('refused');
  return { document, model: readProcess(document.definitions).model };
}

describe('proposing a scenario', () => {
  it('gives people, work, shares, arrivals and a promise, all marked as guesses', async () => {
    const { model } = await open();
    const { pools = [], elements = {}, slas = [], run, calendars = [] } = proposeScenario(model);
    expect(pools).toEqual([
      {
        id: 'Pool_Process_1',
        name: 'Office',
        staffing: [{ capacity: 1, calendar: calendars[0]?.id }],
        provenance: { staffing: 'guess' },
      },
    ]);
    expect(calendars[0]?.rules).toEqual([{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }]);
    expect(elements.Task_1).toEqual({
      work: { type: 'triangular', params: { min: 5, mode: 10, max: 20 }, unit: 'min' },
      resources: [[{ pool: 'Pool_Process_1', units: 1 }]],
      provenance: { work: 'guess', resources: 'guess' },
    });
    expect(elements.Flow_yes).toEqual({ probability: 0.5, provenance: { probability: 'guess' } });
    expect(elements.Message_1?.latency).toBeDefined();
    expect(run).toMatchObject({ horizon: { value: 4, unit: 'week' }, replications: 30 });
    expect(slas).toMatchObject([{ on: { type: 'case' }, target: 0.9 }]);
  });

  it('lets cases come so that the busiest pool is about 70 % used', async () => {
    const { model } = await open();
    const interval = proposeScenario(model).elements?.Start_1?.arrivals?.interval;
    // One check (35/3 min) per case and half a decision as long, by one person.
    const load = (35 / 3) * 1.5;
    expect(load / Number(interval?.params.mean)).toBeGreaterThan(0.65);
    expect(load / Number(interval?.params.mean)).toBeLessThanOrEqual(0.7);
  });

  it('survives the file', async () => {
    const { document, model } = await open();
    const proposed = proposeScenario(model);
    writeScenarios(document.definitions, document.moddle, [proposed]);
    expect(readScenarios(document.definitions)).toEqual({ scenarios: [proposed], issues: [] });
  });

  it('lets cases come to a process without a start event, and keeps that in the file', async () => {
    const document = await openDocument(
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D"><process id="P"><task id="A"/><task id="B"/>' +
        '<sequenceFlow id="F" sourceRef="A" targetRef="B"/></process></definitions>',
    );
    if (isRefusal(document)) throw new Error('refused');
    const { model } = readProcess(document.definitions);
    const proposed = proposeScenario(model);
    expect(proposed.elements?.P?.arrivals?.interval?.type).toBe('exponential');
    expect(compile({ model, scenario: proposed }).issues.map((i) => i.code)).toEqual(['implicit-start']);
    writeScenarios(document.definitions, document.moddle, [proposed]);
    expect(readScenarios(document.definitions)).toEqual({ scenarios: [proposed], issues: [] });
  });

  it('runs even for a drawing without anything in it', () => {
    const model = { id: 'D', processes: [], participants: [], messageFlows: [], nodes: [], flows: [], resources: [] };
    expect(proposeScenario(model).run?.horizon).toEqual({ value: 4, unit: 'week' });
  });
});

describe('completing a scenario', () => {
  it('guesses what is missing for a run and says so', async () => {
    const { model } = await open();
    const own: Scenario = {
      id: 'S',
      name: 'S',
      elements: { Task_1: { resources: [[{ pool: 'A', units: 1 }]] } },
      pools: [{ id: 'A', name: 'A', staffing: [{ capacity: 1 }] }],
    };
    const { scenario, issues } = completeScenario(model, own);
    expect(issues.map((i) => [i.code, i.elementId])).toEqual([
      ['guessed-work', 'Task_1'],
      ['guessed-shares', 'Gateway_1'],
      ['work-counts-as-zero', 'Task_2'],
      ['guessed-latency', 'Message_1'],
      ['guessed-arrivals', 'Start_1'],
      ['guessed-horizon', undefined],
    ]);
    expect(scenario.elements?.Task_1?.resources).toEqual(own.elements?.Task_1?.resources);
    expect(completeScenario(model, scenario).issues.map((i) => i.code)).toEqual(['work-counts-as-zero']);
  });

  it('does not take arrivals at elements that are gone for arrivals', async () => {
    const { model } = await open();
    const arrivals = { interval: { type: 'constant', params: { value: 5 }, unit: 'min' } } as const;
    const { issues } = completeScenario(model, { id: 'S', name: 'S', elements: { Gone: { arrivals } } });
    expect(issues.map((i) => [i.code, i.elementId])).toContainEqual(['guessed-arrivals', 'Start_1']);
  });

  it('leaves conditions alone that can be decided', async () => {
    const { model } = await open();
    const attributes = [
      { name: 'amount', type: 'number', distribution: { type: 'constant', params: { value: 7 } } },
    ] as const;
    const { issues } = completeScenario(model, { id: 'S', name: 'S', attributes });
    expect(issues.map((i) => i.code)).not.toContain('guessed-shares');
  });
});

describe('renaming', () => {
  it('sets names of elements, pools and scenarios by id', async () => {
    const { document } = await open();
    applyNames(document.definitions, { Task_1: '检查', Participant_1: '办公室', unknown: 'x' });
    const { model } = readProcess(document.definitions);
    expect(model.nodes.find((node) => node.id === 'Task_1')?.name).toBe('检查');
    expect(model.participants[0]?.name).toBe('办公室');
    const renamed = renameInScenario(proposeScenario(model), {
      Scenario_1: '现状',
      OfficeHours: '工作时间',
      Sla_1: '承诺',
    });
    expect([renamed.name, renamed.calendars?.[0]?.name, renamed.slas?.[0]?.name]).toEqual(['现状', '工作时间', '承诺']);
    expect(resolveScenario([renamed], 'Scenario_1').scenario).toEqual(renamed);
  });
});
