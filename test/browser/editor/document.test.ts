import { expect } from 'chai';
import { newDiagram } from '../../../src/editor/index.ts';
import { BRANCHES, closeEditors, openEditor, processXml } from './support.ts';

const NAMES = { process: 'Claims', start: 'Arrived', task: 'Check <it> & "go"', end: 'Done' };

describe('opening and saving designs', () => {
  afterEach(closeEditors);

  it('reads the process of the document that is open', async () => {
    const editor = await openEditor(BRANCHES);
    expect(editor.model.nodes.map(({ id }) => id)).to.deep.equal(['Start', 'Check', 'Choice', 'Pay', 'End']);
    expect(editor.model.flows).to.have.length(5);
  });

  it('saves the same text after opening what it saved', async () => {
    const editor = await openEditor(BRANCHES);
    const saved = await editor.toXml();
    await editor.open(saved);
    expect(await editor.toXml()).to.equal(saved);
  });

  it('keeps the open document when the next one is unusable', async () => {
    const editor = await openEditor(BRANCHES);
    const issues = await editor.open('hello');
    expect(issues.some(({ severity }) => severity === 'error')).to.equal(true);
    expect(editor.model.nodes).to.have.length(5);
  });

  it('opens many documents in turn without leaving anything behind', async () => {
    const editor = await openEditor(BRANCHES);
    const before = document.querySelectorAll('*').length;
    for (let i = 0; i < 5; i++) await editor.open(BRANCHES);
    expect(document.querySelectorAll('*').length).to.equal(before);
    editor.destroy();
    expect(document.querySelector('.bjs-container')).to.equal(null);
  });

  it('shows the last of several documents that were asked for at once', async () => {
    const editor = await openEditor(BRANCHES);
    await Promise.all([editor.open(BRANCHES), editor.open(newDiagram(NAMES))]);
    expect(editor.model.nodes).to.have.length(3);
  });

  it('starts new designs with a drawn process in the words of the user', async () => {
    const editor = await openEditor(newDiagram(NAMES));
    expect(editor.model.nodes.map(({ name }) => name)).to.deep.equal(['Arrived', 'Check <it> & "go"', 'Done']);
    editor.select('Task_1');
    expect(editor.selected).to.equal('Task_1');
  });

  it('puts shapes with impossible places where they can be moved', async () => {
    const xml = processXml([{ id: 'T', tag: 'task' }], [])
      .replace('x="100"', 'x="NaN"')
      .replace('width="80"', 'width="-5"');
    const editor = await openEditor(BRANCHES);
    const issues = await editor.open(xml);
    expect(issues.map(({ code, elementId }) => [code, elementId])).to.deep.include(['shape-moved', 'T']);
    expect(await editor.toXml()).not.to.contain('NaN');
    expect(await editor.toSvg()).not.to.contain('NaN');
  });

  it('draws a process that came without a diagram and says so', async () => {
    const editor = await openEditor(BRANCHES);
    const xml = BRANCHES.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
    const issues = await editor.open(xml);
    expect(issues.map(({ code }) => code)).to.deep.equal(['diagram-laid-out']);
    expect(editor.model.nodes).to.have.length(5);
    editor.select('Check');
    expect(editor.selected).to.equal('Check');
    expect(await editor.toXml()).to.match(/BPMNShape [^>]*bpmnElement="Check"/);
  });
});
