/** What the model has no place for comes back from saving: foreign blocks, comments, attributes and ids. */
import { describe, expect, it } from 'vitest';
import { foreignBlocks, isRefusal, openDocument, readProcess, toXml } from '../../../../src/bpmn/index.ts';
import { contained, idOf, list } from '../../../../src/bpmn/moddle.ts';

const BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const QBP = `<qbp:processSimulationInfo id="sim" processInstances="100">
    <qbp:elements><qbp:element elementId="1a"><qbp:durationDistribution type="NORMAL" mean="60"/></qbp:element></qbp:elements>
  </qbp:processSimulationInfo>`;
const document = (content: string, beside = '', attributes = ''): string =>
  `<?xml version="1.0"?>
<definitions ${BPMN} xmlns:qbp="http://www.qbp-simulator.com/Schema201212" id="D" targetNamespace="urn:x"${attributes}>
  <process id="P">
    ${content}
  </process>
  ${beside}
</definitions>`;

async function open(source: string) {
  const opened = await openDocument(source);
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened.issues));
  return opened;
}
const saved = async (source: string): Promise<string> => toXml(await open(source));

describe('foreign blocks', () => {
  it('under the definitions are saved as they were, and told of', async () => {
    const opened = await open(document('<task id="T"/>', QBP));
    const xml = await toXml(opened);
    expect(xml).toContain(QBP);
    expect(xml).toContain('xmlns:qbp="http://www.qbp-simulator.com/Schema201212"');
    expect(opened.issues).toMatchObject([{ code: 'contents-kept', severity: 'info', values: { count: 1 } }]);
    expect(opened.report.entries).toMatchObject([
      { outcome: 'kept', issue: { code: 'content-kept', values: { content: '<qbp:processSimulationInfo>', line: 6 } } },
    ]);
    expect(await saved(xml)).toBe(xml);
  });

  it('keep their place between elements', async () => {
    const xml = await saved(document('<task id="A"/><acme:x xmlns:acme="urn:acme">text</acme:x><task id="B"/>'));
    expect(xml.replace(/\s+/g, ' ')).toContain(
      '<task id="A" /> <acme:x xmlns:acme="urn:acme">text</acme:x> <task id="B" />',
    );
  });

  it('go with the element they belong to', async () => {
    const opened = await open(document('<subProcess id="S"><odd:x xmlns:odd="urn:odd"/></subProcess><task id="B"/>'));
    const process = [...contained(opened.definitions)].find((element) => idOf(element) === 'P');
    if (process) list(process, 'flowElements').splice(0, 1);
    expect(await toXml(opened)).not.toContain('odd:x');
  });

  it('open an element that the writer closes at once', async () => {
    const xml = await saved(document('<subProcess id="S"><odd:x xmlns:odd="urn:odd"/></subProcess>'));
    expect(xml).toMatch(/<subProcess id="S">\s*<odd:x xmlns:odd="urn:odd"\/>\s*<\/subProcess>/);
  });

  it('of BPMN itself, where BPMN has no place for them, are kept too', async () => {
    const loop = '<standardLoopCharacteristics id="L"><LoopCounter>1</LoopCounter></standardLoopCharacteristics>';
    expect(await saved(document(`<task id="A">${loop}</task>`))).toContain('<LoopCounter>1</LoopCounter>');
  });

  it('can be read on their own, with the ids of the tree', async () => {
    const opened = await open(document('<task id="1a" name="One"/>', QBP));
    const blocks = foreignBlocks(opened.xml, (namespace) => namespace.includes('qbp'));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ localName: 'processSimulationInfo' });
    expect(blocks[0]?.xml).toContain('xmlns:qbp="http://www.qbp-simulator.com/Schema201212"');
    const [id] = readProcess(opened.definitions).model.nodes.map((node) => node.id);
    expect(blocks[0]?.xml).toContain(`elementId="${id ?? ''}"`);
    expect(await toXml(opened)).toContain('elementId="1a"');
  });
});

describe('comments and processing instructions', () => {
  it('are saved beside their neighbours', async () => {
    const source = `<?xml version="1.0"?>
<?xml-stylesheet href="x.xsl"?><!-- head -->
<definitions ${BPMN} id="D"><!-- first --><process id="P"><task id="A"/><!-- between --><task id="B"/><?tool here?></process></definitions>
<!-- tail -->`;
    const opened = await open(source);
    const xml = await toXml(opened);
    const order = ['<?xml-stylesheet href="x.xsl"?>', '<!-- head -->', '<definitions', '<!-- first -->', '<process'];
    const rest = ['id="A"', '<!-- between -->', 'id="B"', '<?tool here?>', '</definitions>', '<!-- tail -->'];
    const places = [...order, ...rest].map((part) => xml.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(opened.report.entries).toMatchObject([
      { outcome: 'kept', issue: { code: 'remarks-kept', values: { count: 6 } } },
    ]);
    expect(await saved(xml)).toBe(xml);
  });

  it('do not change the text they stand in', async () => {
    const xml = await saved(document('<task id="A"><documentation>one<!-- c --> two</documentation></task>'));
    expect(xml).toContain('<!-- c -->');
    expect(xml.replace(/<!--.*?-->/g, '')).toContain('<documentation>one two</documentation>');
  });
});

describe('attributes', () => {
  it('that say what is the default anyway are saved', async () => {
    const xml = await saved(
      document('<task id="A" isForCompensation="false" startQuantity="1"/>', '', ' exporter="X"'),
    );
    expect(xml).toMatch(/<task id="A" isForCompensation="false" startQuantity="1" \/>/);
  });

  it('that refer to nothing are saved as long as nobody gives them another value', async () => {
    const source = document('<receiveTask id="A" messageRef="M"/>', '<message id="N"/>');
    const opened = await open(source);
    expect(opened.issues).toMatchObject([{ code: 'reference-dangles', elementId: 'A', values: { reference: 'M' } }]);
    expect(await toXml(opened)).toContain('messageRef="M"');
    const elements = [...contained(opened.definitions)];
    const [task, message] = ['A', 'N'].map((id) => elements.find((element) => idOf(element) === id));
    task?.set('messageRef', message);
    expect(await toXml(opened)).toMatch(/<receiveTask id="A" messageRef="N"/);
  });

  it('and elements that refer to nothing are saved', async () => {
    expect(await saved(document('<task id="A"><incoming>nowhere</incoming></task>'))).toContain(
      '<incoming>nowhere</incoming>',
    );
  });
});

describe('ids', () => {
  const CHINESE =
    '<startEvent id="开始"><outgoing>流1</outgoing></startEvent><task id="任务1" name="审批"><incoming>流1</incoming></task>' +
    '<sequenceFlow id="流1" sourceRef="开始" targetRef="任务1"/>';

  it('are saved as they were, with everything that names them', async () => {
    const opened = await open(document(CHINESE));
    expect(readProcess(opened.definitions).model.nodes.map(({ id }) => id)).toEqual(['_u5F00_u59CB', '_u4EFB_u52A11']);
    const xml = await toXml(opened);
    expect(xml).toContain('<sequenceFlow id="流1" sourceRef="开始" targetRef="任务1" />');
    expect(xml).toContain('<incoming>流1</incoming>');
    expect(xml).not.toContain('_u');
    expect(await saved(xml)).toBe(xml);
    expect(opened.report.entries[1]).toMatchObject({
      outcome: 'repaired',
      issue: { code: 'id-replaced', elementId: '_u4EFB_u52A11', elementName: '审批', values: { id: '任务1' } },
    });
  });

  it('that were doubled stay apart where something means the second', async () => {
    const twice =
      '<task id="T"><documentation id="X">a</documentation></task><task id="T"><documentation id="X">b</documentation></task>';
    const opened = await open(document(twice));
    expect(await toXml(opened)).toMatch(/<task id="T">[^]*<task id="T">/);
    const [, second] = readProcess(opened.definitions).model.nodes;
    const elements = [...contained(opened.definitions)];
    const process = elements.find(({ $type }) => $type === 'bpmn:Process');
    const flow = opened.moddle.create('bpmn:SequenceFlow', { id: 'F' });
    flow.set(
      'targetRef',
      elements.find((element) => idOf(element) === second?.id),
    );
    if (process) list(process, 'flowElements').push(flow);
    const xml = await toXml(opened);
    expect(xml).toContain(`targetRef="${second?.id ?? ''}"`);
    expect(xml).toContain(`<task id="${second?.id ?? ''}">`);
  });

  it('are followed into the expressions of BPSim', async () => {
    const bpsim = (resource: string): string => `<relationship type="BPSimData"><extensionElements>
      <b:BPSimData xmlns:b="http://www.bpsim.org/schemas/2.0"><b:Scenario id="S"><b:ElementParameters elementRef="1a">
        <b:ResourceParameters><b:Selection><b:ExpressionParameter value="bpsim:getResource('${resource}',1)"/></b:Selection></b:ResourceParameters>
      </b:ElementParameters></b:Scenario></b:BPSimData></extensionElements><source>D</source><target>D</target></relationship>`;
    const opened = await open(document('<task id="1a"/>', `<resource id="7 people" name="R"/>${bpsim('7 people')}`));
    expect(opened.xml).toContain("getResource('_7_people',1)");
    expect(opened.xml).toContain('elementRef="_1a"');
    const xml = await toXml(opened);
    expect(xml).toContain('getResource(&#39;7 people&#39;,1)');
    expect(xml).toContain('elementRef="1a"');
  });
});

describe('text between elements of another vocabulary', () => {
  const BPSIM = `<relationship type="BPSimData"><extensionElements><bpsim:BPSimData xmlns:bpsim="http://www.bpsim.org/schemas/2.0">alpha
    <bpsim:Scenario id="S1" name="S1">one<bpsim:ScenarioParameters replication="2"/>two
      lines<bpsim:Calendar id="C" name="c">BEGIN:VCALENDAR
      END:VCALENDAR</bpsim:Calendar></bpsim:Scenario></bpsim:BPSimData></extensionElements><source>D</source><target>D</target></relationship>`;

  it('is saved alike however often the document is opened and saved', async () => {
    const once = await saved(document('<task id="T"/>', BPSIM));
    expect(once).toMatch(/alpha\s+<bpsim:Scenario/);
    expect(once).toMatch(/onetwo\s+lines\s/);
    expect(once).toMatch(/BEGIN:VCALENDAR\s+END:VCALENDAR</);
    const twice = await saved(once);
    expect(twice).toBe(once);
    expect(await saved(twice)).toBe(once);
  });
});

describe('a second prefix for BPMN itself', () => {
  it('is declared again where a part that was kept needs it, and does not become the first', async () => {
    const kept = '<bpmn:sequenceFlow id="Lost"/>';
    const source = document(`<task id="T"/><dataObject id="O">${kept}</dataObject>`).replace(
      '<definitions ',
      '<definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" ',
    );
    const once = await saved(source);
    expect(once).toContain(kept);
    expect(once).toMatch(/<definitions xmlns:bpmn=/);
    expect(await saved(once)).toBe(once);
  });
});
