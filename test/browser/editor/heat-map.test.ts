import { expect } from 'chai';
import type { HeatMap } from '../../../src/editor/design-editor.ts';
import { BRANCHES, closeEditors, openEditor, press } from './support.ts';

const VALUES: ReadonlyMap<string, HeatMap> = new Map([
  ['Check', { level: 0.9, label: '2 h 10 min' }],
  ['Choice', { level: 0, label: '0 min' }],
  ['Yes', { level: 0.5, label: '70 %' }],
  ['Gone', { level: 0.5, label: '1' }],
]);

const badges = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.heat-badge')].map((b) => b.textContent);
const rings = (): readonly SVGElement[] => [...document.querySelectorAll<SVGElement>('.heat-ring')];

describe('figures on the diagram', () => {
  afterEach(closeEditors);

  it('print the number at each element and draw rings and bands behind', async () => {
    const editor = await openEditor(BRANCHES);
    editor.showHeatMap(VALUES);
    expect(badges()).to.have.members(['2 h 10 min', '0 min', '70 %']);
    expect(rings()).to.have.length(2);
    expect(document.querySelectorAll('.heat-band')).to.have.length(1);
  });

  it('never get into the document or the picture of it', async () => {
    const editor = await openEditor(BRANCHES);
    const [xml, svg] = [await editor.toXml(), await editor.toSvg()];
    editor.showHeatMap(VALUES);
    expect(await editor.toXml()).to.equal(xml);
    expect(await editor.toSvg()).to.equal(svg);
    expect(editor.canUndo).to.equal(false);
  });

  it('are removed without a trace', async () => {
    const editor = await openEditor(BRANCHES);
    editor.showHeatMap(VALUES);
    editor.showHeatMap(undefined);
    expect(badges()).to.deep.equal([]);
    expect(document.querySelectorAll('.heat-ring, .heat-band')).to.have.length(0);
  });

  it('follow shapes that are moved, deleted and brought back', async () => {
    const editor = await openEditor(BRANCHES);
    editor.showHeatMap(VALUES);
    const before = rings().map((ring) => ring.getAttribute('x'));
    editor.select('Check');
    press('ArrowDown', { shiftKey: true });
    press('ArrowLeft', { shiftKey: true });
    expect(rings().map((ring) => ring.getAttribute('x'))).not.to.deep.equal(before);
    press('Delete');
    expect(badges()).not.to.include('2 h 10 min');
    editor.undo();
    expect(badges()).to.include('2 h 10 min');
  });

  it('make way for the next document', async () => {
    const editor = await openEditor(BRANCHES);
    editor.showHeatMap(VALUES);
    await editor.open(BRANCHES);
    expect(badges()).to.deep.equal([]);
  });

  it('mark elements that have problems with the sentence that explains them', async () => {
    const editor = await openEditor(BRANCHES, {
      issueText: ({ code, elementName }) => `${code}: ${elementName ?? ''}`,
    });
    editor.showIssues([
      { code: 'no-pool', severity: 'error', elementId: 'Check', elementName: 'Check claim' },
      { code: 'guess', severity: 'warning', elementId: 'Check', elementName: 'Check claim' },
      { code: 'fyi', severity: 'info', elementId: 'Pay' },
    ]);
    const markers = [...document.querySelectorAll<HTMLElement>('.issue-marker')];
    expect(markers.map(({ title }) => title)).to.deep.equal(['no-pool: Check claim\nguess: Check claim']);
    markers[0]?.click();
    expect(editor.selected).to.equal('Check');
    editor.showIssues([]);
    expect(document.querySelectorAll('.issue-marker')).to.have.length(0);
  });
});
