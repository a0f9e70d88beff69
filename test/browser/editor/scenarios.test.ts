import { expect } from 'chai';
import type { DistributionSpec, ElementParameters, Scenario } from '#simulation';
import type { DesignEditor } from '../../../src/editor/design-editor.ts';
import { BRANCHES, closeEditors, openEditor, pasteAt, press, processXml } from './support.ts';

const DURATION: DistributionSpec = { type: 'triangular', params: { min: 5, mode: 10, max: 20 }, unit: 'min' };

const WORK: ElementParameters = {
  work: DURATION,
  resources: [[{ pool: 'Clerks', units: 1 }]],
};

const BASE: Scenario = {
  id: 'Base',
  name: 'Base',
  elements: { Check: WORK, Yes: { probability: 0.7 }, No: { probability: 0.3 } },
  pools: [{ id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 3 }] }],
  slas: [
    {
      id: 'Sla',
      name: 'Fast check',
      on: { type: 'activity', element: 'Check' },
      limit: { value: 1, unit: 'h' },
      clock: 'calendar',
      target: 0.9,
    },
  ],
};

const FASTER: Scenario = {
  id: 'Faster',
  name: 'Faster',
  inherits: 'Base',
  elements: { Check: { work: { type: 'constant', params: { value: 5 }, unit: 'min' } } },
};

async function withScenarios(xml = BRANCHES): Promise<DesignEditor> {
  const editor = await openEditor(xml);
  editor.edit('Add scenarios', () => [BASE, FASTER]);
  return editor;
}

const parametersOf = (editor: DesignEditor, scenario: string, element: string): ElementParameters | undefined =>
  editor.scenarios.find(({ id }) => id === scenario)?.elements?.[element];

const copy = (id: string, source: DesignEditor): void => {
  source.select(id);
  press('c', { ctrlKey: true });
};

describe('parameters of a design', () => {
  afterEach(closeEditors);

  it('change in one step that undo takes back and redo repeats', async () => {
    const editor = await openEditor(BRANCHES);
    let changes = 0;
    editor.on('changed', () => (changes += 1));
    editor.edit('Add scenarios', () => [BASE]);
    expect(editor.scenarios).to.deep.equal([BASE]);
    expect(editor.undoLabel).to.equal('Add scenarios');
    editor.undo();
    expect(editor.scenarios).to.deep.equal([]);
    expect(editor.redoLabel).to.equal('Add scenarios');
    editor.redo();
    expect(editor.scenarios).to.deep.equal([BASE]);
    expect(changes).to.equal(3);
  });

  it('take results of another simulator along until undo takes them back', async () => {
    const editor = await withScenarios();
    const results = { id: 'R', of: 'Base', vendor: 'Other', figures: [] };
    editor.edit('Add results', (all) => all, [results]);
    expect(await editor.toXml()).to.match(/<bpsim:Scenario id="R" name="R" vendor="Other" result="Base">/);
    editor.undo();
    expect(await editor.toXml()).not.to.contain('result="Base"');
    editor.redo();
    editor.edit('Delete', (all) => all.filter(({ id }) => id !== 'Base'));
    expect(await editor.toXml()).not.to.contain('result="Base"');
  });

  it('stay on one stack with the shapes', async () => {
    const editor = await withScenarios();
    editor.rename('Check', 'Inspect');
    editor.edit('Halve', ([base, ...rest]) => [{ ...BASE, ...base, name: 'Half' }, ...rest]);
    editor.undo();
    expect(editor.scenarios[0]?.name).to.equal('Base');
    expect(editor.undoLabel).to.equal(undefined);
    editor.undo();
    expect(editor.model.nodes.find(({ id }) => id === 'Check')?.name).to.equal('Check claim');
    expect(editor.scenarios).to.have.length(2);
  });

  it('do nothing when the same scenarios come back', async () => {
    const editor = await openEditor(BRANCHES);
    editor.edit('Nothing', (scenarios) => scenarios);
    expect(editor.canUndo).to.equal(false);
  });

  it('are in the saved file and come back from it', async () => {
    const editor = await withScenarios();
    const xml = await editor.toXml();
    expect(xml).to.contain('BPSimData');
    const reopened = await openEditor(xml);
    expect(reopened.scenarios).to.deep.equal([BASE, FASTER]);
    expect(await reopened.toXml()).to.equal(xml);
  });

  it('leave no trace in the file when undone', async () => {
    const editor = await openEditor(BRANCHES);
    const before = await editor.toXml();
    editor.edit('Add scenarios', () => [BASE, FASTER]);
    await editor.toXml();
    editor.undo();
    expect(await editor.toXml()).to.equal(before);
  });

  it('give the same file whatever was tried before', async () => {
    const editor = await withScenarios();
    const before = await editor.toXml();
    editor.edit('Try', ([base, faster]) =>
      base && faster
        ? [
            { ...base, pools: [] },
            { ...faster, elements: {} },
          ]
        : [],
    );
    await editor.toXml();
    editor.undo();
    expect(await editor.toXml()).to.equal(before);
  });

  it('go with a deleted element and come back with it', async () => {
    const editor = await withScenarios();
    const before = await editor.toXml();
    editor.select('Check');
    press('Delete');
    expect(parametersOf(editor, 'Base', 'Check')).to.equal(undefined);
    expect(parametersOf(editor, 'Faster', 'Check')).to.equal(undefined);
    expect(await editor.toXml()).not.to.match(/elementRef="Check"|id="Check"/);
    editor.undo();
    expect(editor.scenarios).to.deep.equal([BASE, FASTER]);
    expect(await editor.toXml()).to.equal(before);
  });

  it('of every scenario are pasted with the element and undone with it', async () => {
    const editor = await withScenarios();
    const ids = new Set(editor.model.nodes.map(({ id }) => id));
    copy('Check', editor);
    pasteAt(300, 450);
    const pasted = editor.model.nodes.find(({ id }) => !ids.has(id));
    expect(pasted?.name).to.equal('Check claim');
    expect(parametersOf(editor, 'Base', pasted?.id ?? '')).to.deep.equal(WORK);
    expect(parametersOf(editor, 'Faster', pasted?.id ?? '')).to.deep.equal(FASTER.elements?.['Check']);
    editor.undo();
    expect(editor.model.nodes).to.have.length(ids.size);
    expect(editor.scenarios).to.deep.equal([BASE, FASTER]);
  });

  it('are pasted into another design with the people they need', async () => {
    const source = await withScenarios();
    copy('Check', source);
    const target = await openEditor(processXml([{ id: 'Only', tag: 'task' }], []));
    target.edit('Add a scenario', () => [{ id: 'Other', name: 'Other' }]);
    pasteAt(300, 450);
    const pasted = target.model.nodes.find(({ id }) => id !== 'Only');
    expect(parametersOf(target, 'Other', pasted?.id ?? '')).to.deep.equal(WORK);
    expect(target.scenarios[0]?.pools).to.deep.equal(BASE.pools);
    target.undo();
    expect(target.scenarios).to.deep.equal([{ id: 'Other', name: 'Other' }]);
    expect(source.scenarios).to.deep.equal([BASE, FASTER]);
  });

  it('stay with an element that becomes another kind', async () => {
    const editor = await withScenarios();
    editor.select('Check');
    press('r');
    await new Promise((done) => setTimeout(done, 50));
    document.querySelector<HTMLElement>('.djs-popup .entry[data-id="replace-with-manual-task"]')?.click();
    expect(editor.model.nodes.find(({ id }) => id === 'Check')?.type).to.equal('bpmn:ManualTask');
    expect(editor.scenarios).to.deep.equal([BASE, FASTER]);
  });

  it('of a flow go on when a shape is dropped on it', async () => {
    const editor = await withScenarios(
      processXml(
        [
          { id: 'Start', tag: 'startEvent' },
          { id: 'Choice', tag: 'exclusiveGateway' },
          { id: 'Gap', tag: 'task' },
          { id: 'Pay', tag: 'task' },
          { id: 'Loose', tag: 'task' },
        ],
        [
          ['F1', 'Start', 'Choice'],
          ['Yes', 'Choice', 'Pay'],
        ],
      ),
    );
    editor.select('Loose');
    press('x', { ctrlKey: true });
    editor.select('Gap');
    press('Delete');
    editor.fit();
    const flow = document.querySelector('[data-element-id="Yes"] .djs-hit')?.getBoundingClientRect();
    pasteAt((flow?.left ?? 0) + (flow?.width ?? 0) / 2, (flow?.top ?? 0) + (flow?.height ?? 0) / 2);
    expect(editor.model.flows.map(({ id, source, target }) => [id, source, target])).to.deep.include([
      'Yes',
      'Choice',
      'Loose',
    ]);
    expect(editor.model.flows).to.have.length(3);
    expect(parametersOf(editor, 'Base', 'Yes')).to.deep.equal({ probability: 0.7 });
  });

  it('are cut and pasted with the element under its id', async () => {
    const editor = await withScenarios();
    editor.select('Check');
    press('x', { ctrlKey: true });
    expect(parametersOf(editor, 'Base', 'Check')).to.equal(undefined);
    pasteAt(300, 450);
    expect(editor.model.nodes.some(({ id }) => id === 'Check')).to.equal(true);
    expect(parametersOf(editor, 'Base', 'Check')).to.deep.equal(WORK);
  });

  it('inside a sub-process are copied and deleted with it', async () => {
    const editor = await openEditor(NESTED);
    const scenario: Scenario = {
      id: 'Base',
      name: 'Base',
      elements: { Inner: { work: DURATION }, Edge: { delay: DURATION } },
    };
    editor.edit('Add', () => [scenario]);
    editor.select('Outer');
    press('d', { ctrlKey: true });
    const parameters = Object.values(editor.scenarios[0]?.elements ?? {});
    expect(parameters).to.have.deep.members([
      ...Object.values(scenario.elements ?? {}),
      ...Object.values(scenario.elements ?? {}),
    ]);
    editor.undo();
    editor.select('Outer');
    press('Delete');
    expect(editor.scenarios[0]?.elements).to.deep.equal({});
    editor.undo();
    expect(editor.scenarios).to.deep.equal([scenario]);
  });

  it('can be named where nothing is drawn', async () => {
    const editor = await openEditor(BRANCHES.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''));
    editor.rename('Check', 'Inspect');
    expect(editor.model.nodes.find(({ id }) => id === 'Check')?.name).to.equal('Inspect');
    editor.undo();
    expect(editor.model.nodes.find(({ id }) => id === 'Check')?.name).to.equal('Check claim');
  });
});

/** An expanded sub-process with a task in it and a timer on its edge. */
const NESTED = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="Definitions_1" targetNamespace="urn:test">
  <bpmn:process id="Process_1">
    <bpmn:subProcess id="Outer"><bpmn:task id="Inner" /></bpmn:subProcess>
    <bpmn:boundaryEvent id="Edge" attachedToRef="Outer"><bpmn:timerEventDefinition id="Timer" /></bpmn:boundaryEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="Process_1">
    <bpmndi:BPMNShape id="Outer_di" bpmnElement="Outer" isExpanded="true"><dc:Bounds x="200" y="100" width="350" height="200" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Inner_di" bpmnElement="Inner"><dc:Bounds x="300" y="160" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Edge_di" bpmnElement="Edge"><dc:Bounds x="382" y="282" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
