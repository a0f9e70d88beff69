/** Files that go wrong in daily life and worse ones: what the page is given for each, by the numbers of the list of bad inputs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '#simulation';
import {
  completeScenario,
  isRefusal,
  prepareDocument,
  proposeScenario,
  readProcess,
  toXml,
  type PreparedDocument,
} from '../../../src/bpmn/index.ts';
import { parse } from '../../../src/bpmn/front-door/parse.ts';
import { contained, idOf } from '../../../src/bpmn/moddle.ts';
import { parseElsewhere } from '../../support/second-parser.ts';

const SAMPLE = readFileSync('samples/complaint-handling/as-is.bpmn', 'utf8');
const NAMESPACES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" ' +
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" ' +
  'xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"';
const file = (process: string, beside = '', before = ''): string =>
  `<?xml version="1.0"?>${before}<definitions ${NAMESPACES} id="D"><process id="P">${process}</process>${beside}</definitions>`;
const diagram = (shapes: string, id = 'Dia'): string =>
  `<bpmndi:BPMNDiagram id="${id}"><bpmndi:BPMNPlane id="${id}_p" bpmnElement="P">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const shape = (id: string, bounds = 'x="0" y="0" width="100" height="80"', more = '', name = `${id}_di`): string =>
  `<bpmndi:BPMNShape id="${name}" bpmnElement="${id}" ${more}><dc:Bounds ${bounds}/></bpmndi:BPMNShape>`;

async function open(source: string | Uint8Array) {
  const prepared = await prepareDocument(source, 'x.bpmn');
  if (isRefusal(prepared)) throw new Error(JSON.stringify(prepared.issues));
  const parsed = await parse(prepared.xml);
  if (!('definitions' in parsed)) throw new Error(JSON.stringify(parsed));
  const { model } = readProcess(parsed.definitions);
  const save = (): Promise<string> => toXml({ ...parsed, keepsakes: prepared.keepsakes });
  return { prepared, definitions: parsed.definitions, model, save, codes: codesOf(prepared) };
}

const codesOf = ({ reading, issues }: PreparedDocument): readonly string[] =>
  [...reading, ...issues].map(({ code }) => code);

async function refusalOf(source: string | Uint8Array): Promise<string> {
  const refusal = await prepareDocument(source, 'x.bpmn');
  if (!isRefusal(refusal)) throw new Error('opened');
  return refusal.issues.at(-1)?.code ?? '';
}

describe('bad inputs', () => {
  it.each([
    ['1 nothing', '', 'file-is-empty'],
    ['1 a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file-is-image'],
    ['1 a web page', '<!doctype html><html></html>', 'file-is-html'],
    ['2 a cut end', SAMPLE.slice(0, -30), 'xml-cut-off'],
    ['2 a cut attribute', SAMPLE.slice(0, SAMPLE.indexOf('name="') + 9), 'xml-cut-off'],
    ['12 a name with an &', file('<task id="A" na&me="x"/>'), 'xml-broken'],
    ['4 no namespace', '<definitions/>', 'file-without-bpmn-namespace'],
    ['4 XPDL', '<Package xmlns="http://www.wfmc.org/2009/XPDL2.2"/>', 'file-is-xpdl'],
    ['4 a Bizagi archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'file-is-zip'],
    ['7 100,000 attributes', file(`<task id="A" ${attributes(100_000)}/>`), 'xml-too-many-attributes'],
    ['11 300 sub-processes', file(nested(300)), 'processes-too-deep'],
    ['11 20,000 sub-processes', file(nested(20_000)), 'xml-too-deep'],
    ['12 a comment without end', `<!-- ${'x'.repeat(5_000_000)}`, 'xml-cut-off'],
    ['12 200,000 brackets', '<'.repeat(200_000), 'xml-broken'],
  ])('%s is refused by name', async (_, source, code) => {
    expect(await refusalOf(source)).toBe(code);
  });

  it.each([
    ['5 billion laughs', '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', '&b;'],
    ['6 an external entity', '<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/passwd">]>', '&b;'],
  ])('%s is not expanded, and told of', async (_, doctype, reference) => {
    const { model, codes, save } = await open(file(`<task id="A" name="${reference}"/>`, '', doctype));
    expect(model.nodes[0]?.name).toBe('&b;');
    expect(codes).toContain('doctype-ignored');
    expect(await save()).not.toContain('DOCTYPE');
  });

  it('5 names of entities that nobody defined, and a bare &, become texts that every reader takes', async () => {
    const extension = '<extensionElements><x:a xmlns:x="urn:x"><![CDATA[a & b]]>&nbsp;</x:a></extensionElements>';
    const { model, codes, save } = await open(
      file(`<task id="A" name="Sales &nbsp; & &amp; &#38;">${extension}</task>`),
    );
    expect(model.nodes[0]?.name).toBe('Sales &nbsp; & & &');
    expect(codes).toContain('ampersands-escaped');
    const saved = await save();
    expect(saved).toContain('<![CDATA[a & b]]>&amp;nbsp;');
    const task = parseElsewhere(saved).find(({ localName }) => localName === 'task');
    expect(task?.attributes.get('name')).toBe('Sales &nbsp; & & &');
  });

  it('7 thousands of attributes of a prefix that nobody declared are kept, with one finding', async () => {
    const { prepared, model } = await open(file(`<task id="A" ${attributes(1_900)}/>`));
    expect(model.nodes).toHaveLength(1);
    expect([...prepared.reading, ...prepared.issues].map(({ code }) => code)).toEqual([
      'prefix-declared',
      'diagram-laid-out',
    ]);
  });

  it('8 a name of 10 MB is saved intact', async () => {
    const name = 'ä'.repeat(10_000_000);
    const { model, save } = await open(file(`<task id="A" name="${name}"/>`));
    expect(model.nodes[0]?.name?.length).toBe(name.length);
    expect((await save()).includes(name)).toBe(true);
  });

  it('9 20,000 tasks can be simulated, not drawn', async () => {
    const { model, codes } = await open(file(Array.from({ length: 20_000 }, (_, i) => `<task id="T${i}"/>`).join('')));
    expect(model.nodes).toHaveLength(20_000);
    expect(codes).toEqual(['too-many-to-draw']);
  });

  it('11 a hundred sub-processes inside of each other open and are saved', async () => {
    const { save } = await open(file(nested(100)));
    expect(parseElsewhere(await save()).filter(({ localName }) => localName === 'subProcess')).toHaveLength(100);
  });

  it('13–15 ids that tools drop keep their elements and come back from saving', async () => {
    const ids = ['任务1', 'Tâche', '1abc', 'a b', 'T', 'T', 'constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const { model, save } = await open(file(ids.map((id, i) => `<task id="${id}" name="n${i}"/>`).join('')));
    expect(model.nodes.map(({ name }) => name)).toEqual(ids.map((_, i) => `n${i}`));
    expect(new Set(model.nodes.map(({ id }) => id)).size).toBe(ids.length);
    const saved = parseElsewhere(await save()).filter(({ localName }) => localName === 'task');
    // The second T has been drawn, and its shape has to mean it.
    expect(saved.map(({ attributes }) => attributes.get('id'))).toEqual(ids.map((id, i) => (i === 5 ? 'T_2' : id)));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('16 flows to nowhere are told of and saved; those to themselves and into other pools are kept', async () => {
    const flow = (id: string, from: string, to: string): string =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
    const { codes, save } = await open(
      file(
        `<task id="A"/>${flow('F', 'A', 'nowhere')}${flow('G', 'A', 'A')}${flow('H', 'A', 'B')}`,
        '<process id="Q"><task id="B"/></process>',
      ),
    );
    expect(codes).toContain('reference-dangles');
    const saved = await save();
    for (const target of ['nowhere', 'A', 'B']) expect(saved).toContain(`targetRef="${target}"`);
  });

  it.each([
    [
      'two shapes for one element',
      diagram(shape('A') + shape('A', 'x="300" y="0" width="100" height="80"', '', 'other')),
    ],
    ['two diagrams', diagram(shape('A')) + diagram(shape('A', undefined, '', 'other'), 'Dia2')],
    ['no diagram', ''],
    ['half a diagram', diagram(shape('A'))],
    ['a shape of nothing', diagram(`${shape('A')}${shape('gone')}<bpmndi:BPMNShape id="x"/>`)],
    ['a line without points', diagram(`${shape('A')}${shape('B')}<bpmndi:BPMNEdge id="e" bpmnElement="F"/>`)],
  ])('17 %s shows every step and saves the same twice', async (_, drawing) => {
    const { definitions, save } = await open(
      file('<task id="A"/><task id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/>', drawing),
    );
    const drawn = [...contained(definitions)].flatMap((element) => {
      const shown = element.get('bpmnElement');
      return element.$type === 'bpmndi:BPMNShape' && typeof shown === 'object' && shown !== null && 'id' in shown
        ? [shown.id]
        : [];
    });
    expect(new Set(drawn)).toEqual(new Set(['A', 'B']));
    const saved = await save();
    const again = await open(saved);
    expect(await again.save()).toBe(saved);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e308', '1e9', 'x', ''])(
    '18 a place of %s becomes one that can be seen',
    async (value) => {
      const { definitions, codes } = await open(
        file('<task id="A"/>', diagram(shape('A', `x="${value}" y="0" width="${value}" height="-5"`))),
      );
      expect(codes).toContain('shape-moved');
      for (const bounds of [...contained(definitions)].filter(({ $type }) => $type === 'dc:Bounds'))
        for (const side of ['x', 'y', 'width', 'height'])
          expect(Math.abs(Number(bounds.get(side)))).toBeLessThan(1_000_001);
    },
  );

  it('19–20 names keep every character that XML allows', async () => {
    const name = 'a&#9;b&#10;c&#13;d&#x20BB7;&#x1F600;\u202eעברית\u202c Z̸̡͎a𠮷';
    const { model, save } = await open(file(`<task id="A" name="${name}\u0000\u0007&#1;&#xD800;"/>`));
    const expected = 'a\tb\nc\rd𠮷😀\u202eעברית\u202c Z̸̡͎a𠮷';
    expect(model.nodes[0]?.name).toBe(expected);
    expect(
      parseElsewhere(await save())
        .find(({ localName }) => localName === 'task')
        ?.attributes.get('name'),
    ).toBe(expected);
  });

  it.each([
    'url(https://evil.example)',
    'red;background:url(https://evil.example)',
    'javascript:alert(1)',
    'var(--x)',
    '#12',
  ])('22 the colour %s is dropped and told of; plain ones stay', async (color) => {
    const attributes = `bioc:fill="${color}" color:border-color="${color}" bioc:stroke="#ffe0b2"`;
    const { codes, save, prepared } = await open(file('<task id="A"/>', diagram(shape('A', undefined, attributes))));
    expect(codes).toEqual(['color-removed']);
    expect(prepared.report.totals.dropped).toBe(1);
    const saved = await save();
    expect(saved).not.toContain(color);
    expect(saved).toContain('bioc:stroke="#ffe0b2"');
  });

  it('23 extensions of vendors are saved letter by letter', async () => {
    const extension =
      "<extensionElements><!-- c --><acme:a xmlns:acme='urn:acme' b='1'>mixed <acme:c/> text &#38; <![CDATA[<raw>]]></acme:a></extensionElements>";
    const { save } = await open(file(`<task id="A">${extension}</task>`));
    expect(await save()).toContain(extension);
  });

  it.each([
    ['complexGateway', ''],
    ['transaction', ''],
    ['adHocSubProcess', '<task id="in"/>'],
    ['callActivity', ''],
  ])('24 a %s opens, and Run names it or can run it', async (tag, inside) => {
    const { model } = await open(
      file(`<startEvent id="S"/><${tag} id="X">${inside}</${tag}><sequenceFlow id="F" sourceRef="S" targetRef="X"/>`),
    );
    expect(model.nodes.map(({ id }) => id)).toContain('X');
    const { issues } = compile({ model, scenario: proposeScenario(model) });
    for (const found of issues.filter(({ severity }) => severity === 'error')) expect(found.elementId).toBe('X');
  });

  it.each([
    ['no start', '<task id="A"/><endEvent id="E"/><sequenceFlow id="F" sourceRef="A" targetRef="E"/>'],
    ['no end', '<startEvent id="S"/><task id="A"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/>'],
    ['an island', '<startEvent id="S"/><task id="A"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/><task id="B"/>'],
    [
      'an empty sub-process',
      '<startEvent id="S"/><subProcess id="A"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/>',
    ],
  ])('25 %s opens and can run', async (_, process) => {
    const { model } = await open(file(process));
    const { scenario } = completeScenario(model, proposeScenario(model));
    expect(compile({ model, scenario }).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('25 a gateway without outgoing flow opens', async () => {
    const { definitions } = await open(
      file('<startEvent id="S"/><exclusiveGateway id="G"/><sequenceFlow id="F" sourceRef="S" targetRef="G"/>'),
    );
    expect([...contained(definitions)].map(idOf)).toContain('G');
  });
});

function attributes(count: number): string {
  return Array.from({ length: count }, (_, i) => `x:a${i}="1"`).join(' ');
}

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, i) => `<subProcess id="s${i}">`).join('');
  return `${open}${'</subProcess>'.repeat(depth)}`;
}
