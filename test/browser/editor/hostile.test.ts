import { expect } from 'chai';
import { closeEditors, openEditor, press, processXml } from './support.ts';

const NAMES = [
  '&lt;img src=x onerror=&quot;window.__xss=1&quot;&gt;',
  '&lt;script&gt;window.__xss=1&lt;/script&gt;',
  '&quot;&gt;&lt;svg onload=window.__xss=1&gt;',
  'javascript:window.__xss=1',
];

const COLORS = ['url(https://evil.example/a.png)', 'red;background:url(https://evil.example/b)', 'javascript:alert(1)'];

const colored = (color: string): string =>
  processXml([{ id: 'T', tag: 'task' }], []).replace(
    'bpmnElement="T"',
    `bpmnElement="T" bioc:fill="${color}" bioc:stroke="${color}" color:background-color="${color}" color:border-color="${color}"`,
  );

describe('hostile documents', () => {
  afterEach(closeEditors);

  it('cannot run scripts through names, markers, menus or search', async () => {
    const steps = NAMES.map((name, i) => ({ id: `T${i}`, tag: 'task', name }));
    const editor = await openEditor(processXml(steps, []), { issueText: ({ elementName }) => elementName ?? '' });
    for (const { id } of steps) {
      editor.select(id);
      const elementName = editor.model.nodes.find((node) => node.id === id)?.name ?? '';
      editor.showIssues([{ code: 'x', severity: 'error', elementId: id, elementName }]);
      editor.showHeatMap(new Map([[id, { level: 1, label: elementName }]]));
      press('r');
      press('e');
    }
    editor.openSearch();
    await new Promise((done) => setTimeout(done, 50));
    expect('__xss' in window).to.equal(false);
    expect(document.querySelector('.design-editor script, .design-editor img[src="x"]')).to.equal(null);
    expect(await editor.toSvg()).not.to.match(/<script|<img/);
  });

  for (const color of COLORS)
    it(`are not asked for the color ${color}`, async () => {
      const requests: string[] = [];
      const observer = new PerformanceObserver((list) => requests.push(...list.getEntries().map(({ name }) => name)));
      observer.observe({ type: 'resource' });
      const editor = await openEditor(processXml([{ id: 'Other', tag: 'task' }], []));
      const issues = await editor.open(colored(color));
      await new Promise((done) => setTimeout(done, 100));
      observer.disconnect();
      expect(issues.map(({ code, elementId }) => [code, elementId])).to.deep.include(['color-removed', 'T']);
      expect(requests.filter((url) => url.includes('evil'))).to.deep.equal([]);
      expect(await editor.toSvg()).not.to.contain('evil');
      expect(await editor.toXml()).not.to.contain(color);
    });

  it('keep their plain colors', async () => {
    const editor = await openEditor(colored('#ffe0b2'));
    expect(await editor.toXml()).to.contain('bioc:fill="#ffe0b2"');
    expect((await editor.toSvg()).toLowerCase()).to.match(/#ffe0b2|rgb\(255, 224, 178\)/);
  });

  it('refer to nothing outside their picture', async () => {
    const editor = await openEditor(
      processXml(
        NAMES.map((name, i) => ({ id: `T${i}`, tag: 'task', name })),
        [],
      ),
    );
    const svg = new DOMParser().parseFromString(await editor.toSvg(), 'image/svg+xml');
    const outside = [...svg.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name, value }) => /href$/.test(name) || /url\((?!["']?#)/.test(value)),
    );
    expect(outside.filter(({ value }) => !value.startsWith('#'))).to.deep.equal([]);
    expect(svg.querySelectorAll('text')).to.have.length(NAMES.length);
  });
});
