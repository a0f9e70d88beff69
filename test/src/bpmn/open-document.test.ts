/** Files that are not what they should be: each is an answer, never an exception. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ISSUE_TEXTS } from '../../../src/i18n/issues.ts';
import { contained } from '../../../src/bpmn/moddle.ts';
import { isRefusal, openDocument, readProcess, readScenarios, toXml } from '../../../src/bpmn/index.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';

const FIXTURE = readFileSync('test/fixtures/bpmn/round-trip.bpmn', 'utf8');
const BPMN =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const process = (content: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<bpmn:definitions ${BPMN} id="D"><bpmn:process id="P">${content}</bpmn:process></bpmn:definitions>`;

async function opened(source: string | Uint8Array) {
  const document = await openDocument(source);
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  return document;
}

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), littleEndian);
  return bytes;
};

describe('refusing what is no BPMN', () => {
  const cases: readonly (readonly [what: string, source: string | Uint8Array, code: string])[] = [
    ['nothing', '', 'file-is-empty'],
    ['no bytes', new Uint8Array(), 'file-is-empty'],
    ['blanks', ' \n\t ', 'file-is-blank'],
    ['text', 'hello', 'file-is-text'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]), 'file-is-binary'],
    ['JSON', '{"a":1}', 'file-is-json'],
    ['a web page', '<!DOCTYPE html><html><body>no</body></html>', 'file-is-html'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file-is-image'],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'file-is-zip'],
    ['DMN', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'file-is-dmn'],
    ['CMMN', '<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL"/>', 'file-is-cmmn'],
    ['XPDL', '<Package xmlns="http://www.wfmc.org/2009/XPDL2.2"/>', 'file-is-xpdl'],
    ['draw.io', '<mxfile host="x"><diagram/></mxfile>', 'file-is-drawio'],
    ['early BPMN', '<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>', 'file-is-old-bpmn'],
    ['no namespace', '<definitions/>', 'file-without-bpmn-namespace'],
    ['other XML', '<a xmlns="urn:b"/>', 'file-is-other-xml'],
    ['an event log', '<log xes.version="1.0"/>', 'file-is-xes'],
    ['an open comment', `<!-- ${'x'.repeat(5_000_000)}`, 'xml-cut-off'],
    ['many brackets', '<'.repeat(200_000), 'xml-broken'],
    ['too much', 'x'.repeat(21 * 1024 * 1024), 'file-too-large'],
    ['depth', process('<subProcess>'.repeat(2000) + '</subProcess>'.repeat(2000)), 'xml-too-deep'],
  ];
  it.each(cases)('%s', async (_, source, code) => {
    const refusal = await openDocument(source, 'x.bpmn');
    expect(isRefusal(refusal)).toBe(true);
    expect(refusal.issues.at(-1)).toMatchObject({ code, severity: 'error', values: { file: 'x.bpmn' } });
    expect(Object.keys(ISSUE_TEXTS)).toContain(code);
  });

  it('says where cut XML ends', async () => {
    const refusal = await openDocument(FIXTURE.slice(0, -30));
    const line = FIXTURE.slice(0, -30).split('\n').length;
    expect(refusal.issues.at(-1)).toMatchObject({ code: 'xml-cut-off', values: { line } });
  });

  it('says where an attribute is cut', async () => {
    const refusal = await openDocument(FIXTURE.slice(0, FIXTURE.indexOf('name="Decide') + 9));
    const line = FIXTURE.slice(0, FIXTURE.indexOf('name="Decide')).split('\n').length;
    expect(refusal.issues.at(-1)).toMatchObject({ code: 'xml-cut-off', values: { line } });
  });

  it('survives every cut', async () => {
    for (let end = 0; end < FIXTURE.trimEnd().length; end += 37)
      expect(isRefusal(await openDocument(FIXTURE.slice(0, end)))).toBe(true);
  });
});

describe('opening what is unusual', () => {
  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${process('<task id="A" name="信贷审批"/>')}`)],
    [
      'UTF-16 little-endian',
      utf16(process('<task id="A" name="信贷审批"/>').replace('?>', ' encoding="UTF-16"?>'), true),
    ],
    ['UTF-16 big-endian', utf16(process('<task id="A" name="信贷审批"/>'), false)],
    [
      'GB18030 as declared',
      Uint8Array.from([
        ...new TextEncoder().encode(
          `<?xml version="1.0" encoding="GB18030"?><bpmn:definitions ${BPMN} id="D"><bpmn:process id="P"><bpmn:task id="A" name="`,
        ),
        ...[0xd0, 0xc5, 0xb4, 0xfb, 0xc9, 0xf3, 0xc5, 0xfa],
        ...new TextEncoder().encode('"/></bpmn:process></bpmn:definitions>'),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    const { definitions, issues } = await opened(bytes);
    const { model } = readProcess(definitions);
    expect(issues).toEqual([]);
    expect(model.nodes.map((node) => node.name)).toEqual(['信贷审批']);
  });

  it('does not expand entities, and says so', async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const document = await opened(process('<task id="A" name="&b;&x;"/>', bomb));
    expect(document.issues).toContainEqual(expect.objectContaining({ code: 'doctype-ignored' }));
    expect(readProcess(document.definitions).model.nodes[0]?.name).toBe('&b;&x;');
  });

  it('keeps characters beyond 16 bits and drops forbidden ones', async () => {
    const document = await opened(process('<task id="A" name="&#x20BB7;&#x1F600;&#1;\u0002a"/>'));
    expect(readProcess(document.definitions).model.nodes[0]?.name).toBe('𠮷😀a');
  });

  it('writes names with tabs and controls so that they come back', async () => {
    const document = await opened(process('<task id="A" name="x"/>'));
    const [task] = [...contained(document.definitions)].filter((e) => e.$type === 'bpmn:Task');
    task?.set('name', 'a\tb\u0000c\rd<e>&"');
    const again = await opened(await toXml(document));
    expect(readProcess(again.definitions).model.nodes[0]?.name).toBe('a\tbc\rd<e>&"');
  });

  it('caps the list of findings', async () => {
    const attributes = Array.from({ length: 1000 }, (_, i) => `x:a${i}="1"`).join(' ');
    const { issues } = await opened(process(`<task id="A" ${attributes}/>`));
    expect(issues.length).toBeLessThanOrEqual(101);
  });

  it('keeps elements whose ids are illegal or taken, and says what they are called now', async () => {
    const { issues, definitions } = await opened(
      process(
        '<startEvent id="constructor"/><task id="任务 1" name="One"/><task id="T" name="Two"/><task id="T" name="Three"/>' +
          '<task id="1a"/><task id="__proto__"/><task id="T_2"/>' +
          '<sequenceFlow id="F" sourceRef="constructor" targetRef="任务 1"/><sequenceFlow id="G" sourceRef="任务 1" targetRef="T"/>' +
          '<laneSet id="L"><lane id="M"><flowNodeRef>\n  任务 1 </flowNodeRef></lane></laneSet>',
      ),
    );
    const { model } = readProcess(definitions);
    expect(model.nodes.map(({ id, name }) => name ?? id)).toEqual([
      'constructor',
      'One',
      'Two',
      'Three',
      '_1a',
      '__proto__',
      'T_2',
    ]);
    const [, one, two, three] = model.nodes.map((node) => node.id);
    expect([one, two, three]).toEqual(['_u4EFB_u52A1_1', 'T', 'T_3']);
    expect(model.flows.map(({ source, target }) => [source, target])).toEqual([
      ['constructor', one],
      [one, 'T'],
    ]);
    expect(model.processes[0]?.lanes[0]?.nodes).toEqual([one]);
    expect(issues.map(({ code, values }) => [code, values?.count, values?.id, values?.replacement])).toEqual([
      ['ids-replaced', 2, '任务 1', one],
      ['ids-doubled', 1, 'T', 'T_3'],
      ['references-tidied', 1, undefined, undefined],
    ]);
  });

  it('follows references that name the namespace', async () => {
    const { issues, definitions } = await opened(
      process(
        '<task id="_a"/><task id="_b"/><sequenceFlow id="_f" sourceRef="bpmn:_a" targetRef="bpmn:_b"/>' +
          '<dataObject id="_d" itemSubjectRef="xsd:string"/>',
      ),
    );
    expect(readProcess(definitions).model.flows).toMatchObject([{ source: '_a', target: '_b' }]);
    expect(issues.find((i) => i.code === 'references-tidied')?.values?.count).toBe(2);
  });

  it('leaves ids and text of vendors alone', async () => {
    const vendor =
      '<task id="A" name="1 x"><extensionElements><acme:ref xmlns:acme="urn:a" id="1 x">1 x</acme:ref></extensionElements></task>';
    const document = await opened(process(vendor));
    expect([document.issues, document.xml]).toEqual([[], process(vendor)]);
  });

  it('leaves out flows without an end, and says so', async () => {
    const document = await opened(
      process(
        '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="nowhere"/><sequenceFlow id="G" sourceRef="A" targetRef="A"/>',
      ),
    );
    const { model, issues } = readProcess(document.definitions);
    expect(model.flows.map((flow) => flow.id)).toEqual(['G']);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'flow-without-end', elementId: 'F' }));
  });

  it('keeps hostile text as text', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const document = await opened(process(`<task id="A" name="${hostile.replaceAll('<', '&lt;')}"/>`));
    expect(readProcess(document.definitions).model.nodes[0]?.name).toBe(hostile);
  });
});

describe.skipIf(!hasCorpus('miwg'))('files of other tools (needs the corpus)', () => {
  it.each(corpusFiles('.', /\.(bpmn2?|bpsim|xml|xsd)$/))('opens or refuses %s', async (file) => {
    const document = await openDocument(corpusFile(file), file);
    for (const { code } of document.issues) expect(Object.keys(ISSUE_TEXTS)).toContain(code);
    if (isRefusal(document)) {
      expect(file).not.toMatch(/\.bpmn2?$/);
      return;
    }
    const { model, issues } = readProcess(document.definitions);
    const scenarios = readScenarios(document.definitions);
    for (const { code } of [...issues, ...scenarios.issues]) expect(Object.keys(ISSUE_TEXTS)).toContain(code);
    expect(model.nodes.length).toBeGreaterThan(0);
    expect(isRefusal(await openDocument(await toXml(document)))).toBe(false);
  });
});
