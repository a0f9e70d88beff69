/** Documents without a diagram, or with half of one, get what is missing and keep what they have. */
import { describe, expect, it } from 'vitest';
import { isRefusal, prepareDocument } from '../../../../src/bpmn/index.ts';
import { overlap, type Bounds } from '../../../../src/bpmn/layout/geometry.ts';

const process = (
  id: string,
  steps: readonly (readonly [tag: string, id: string, inside?: string])[],
  flows: string,
): string =>
  `<process id="${id}">${steps.map(([tag, id, inside = '']) => `<${tag} id="${id}">${inside}</${tag}>`).join('')}${flows
    .split(' ')
    .filter((flow) => flow !== '')
    .map((flow, i) => {
      const [source, target] = flow.split('>');
      return `<sequenceFlow id="${id}_f${i}" sourceRef="${source ?? ''}" targetRef="${target ?? ''}"/>`;
    })
    .join('')}</process>`;
const document = (content: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D">${content}</definitions>`;

async function prepared(xml: string) {
  const document = await prepareDocument(xml);
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  return document;
}

/** What is drawn: bounds of shapes by element. */
function shapesIn(xml: string): ReadonlyMap<string, Bounds> {
  const found = xml.matchAll(
    /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
  );
  return new Map(
    Array.from(found, ([, id = '', x, y, width, height]) => [
      id,
      { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    ]),
  );
}
const linesIn = (xml: string): readonly string[] =>
  Array.from(xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]+)"/g), ([, id = '']) => id).sort();

const overlapping = (shapes: ReadonlyMap<string, Bounds>, ids: readonly string[]): readonly string[] =>
  ids.flatMap((a, i) =>
    ids
      .slice(i + 1)
      .filter((b) => overlap(shapes.get(a) ?? fail(a), shapes.get(b) ?? fail(b)))
      .map((b) => `${a} on ${b}`),
  );

const fail = (id: string): never => {
  throw new Error(`not drawn: ${id}`);
};

const SIMPLE = process(
  'P',
  [
    ['startEvent', 's'],
    ['task', 'a'],
    ['exclusiveGateway', 'g'],
    ['task', 'b'],
    ['task', 'c'],
    ['endEvent', 'e'],
  ],
  's>a a>g g>b g>c b>e c>a',
);

describe('a document without a diagram', () => {
  it('is drawn from left to right, every step and flow once, nothing on top of another', async () => {
    const { xml, issues } = await prepared(document(SIMPLE));
    const shapes = shapesIn(xml);
    expect([...shapes.keys()].sort()).toEqual(['a', 'b', 'c', 'e', 'g', 's']);
    expect(linesIn(xml)).toEqual(['P_f0', 'P_f1', 'P_f2', 'P_f3', 'P_f4', 'P_f5']);
    expect(overlapping(shapes, [...shapes.keys()])).toEqual([]);
    const x = ['s', 'a', 'g', 'b', 'e'].map((id) => shapes.get(id)?.x ?? NaN);
    expect(x).toEqual([...x].sort((p, q) => p - q));
    expect(issues).toMatchObject([{ code: 'diagram-laid-out', values: { count: 12 } }]);
  });

  it('a document without a process gets an empty one to draw in', async () => {
    const { xml, text, issues } = await prepared(document('<message id="Process_1"/>'));
    expect(xml).toMatch(/<(\w+:)?process id="Process_2"/);
    expect(xml).toContain('bpmnElement="Process_2"');
    expect(issues).toMatchObject([{ severity: 'info', code: 'process-added' }]);
    // What comes of the file is kept as it is until something is drawn.
    expect(text).not.toContain('Process_2');
  });

  it('gets a plane of its own for the inside of each sub-process', async () => {
    const inner = '<startEvent id="i"/><task id="j"/><sequenceFlow id="k" sourceRef="i" targetRef="j"/>';
    const { xml } = await prepared(
      document(
        process(
          'P',
          [
            ['task', 'a'],
            ['subProcess', 'S', inner],
          ],
          'a>S',
        ),
      ),
    );
    expect(xml).toMatch(
      /<bpmndi:BPMNPlane [^>]*bpmnElement="S">[^]*bpmnElement="i"[^]*bpmnElement="j"[^]*bpmnElement="k"/,
    );
    expect(shapesIn(xml).size).toBe(4);
  });

  it('gets pools with lanes, each step inside of its lane', async () => {
    const lanes =
      '<laneSet id="L"><lane id="L1"><flowNodeRef>s</flowNodeRef><flowNodeRef>b</flowNodeRef></lane>' +
      '<lane id="L2"><flowNodeRef>a</flowNodeRef><flowNodeRef>g</flowNodeRef><flowNodeRef>c</flowNodeRef><flowNodeRef>e</flowNodeRef></lane></laneSet>';
    const { xml } = await prepared(
      document(
        `<collaboration id="C"><participant id="Us" processRef="P"/><participant id="Them"/><messageFlow id="M" sourceRef="Them" targetRef="s"/></collaboration>${SIMPLE.replace('<startEvent', `${lanes}<startEvent`)}`,
      ),
    );
    const shapes = shapesIn(xml);
    const within = (inner: string, outer: string): boolean => {
      const [a, b] = [shapes.get(inner) ?? fail(inner), shapes.get(outer) ?? fail(outer)];
      return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
    };
    for (const [id, lane] of Object.entries({
      s: 'L1',
      b: 'L1',
      a: 'L2',
      g: 'L2',
      c: 'L2',
      e: 'L2',
      L1: 'Us',
      L2: 'Us',
    }))
      expect(within(id, lane), `${id} in ${lane}`).toBe(true);
    expect(overlapping(shapes, ['s', 'a', 'g', 'b', 'c', 'e'])).toEqual([]);
    expect(overlapping(shapes, ['Us', 'Them'])).toEqual([]);
    expect(overlapping(shapes, ['L1', 'L2'])).toEqual([]);
    expect(linesIn(xml)).toContain('M');
  });

  it('shows events on the border of their host, data and notes', async () => {
    const beside =
      '<boundaryEvent id="be" attachedToRef="a"/><dataObject id="do"/><dataObjectReference id="dr" dataObjectRef="do"/>' +
      '<textAnnotation id="t"><text>note</text></textAnnotation><association id="as" sourceRef="a" targetRef="t"/>';
    const { xml } = await prepared(document(SIMPLE.replace('</process>', `${beside}</process>`)));
    const shapes = shapesIn(xml);
    const [host, event] = [shapes.get('a') ?? fail('a'), shapes.get('be') ?? fail('be')];
    expect(overlap(host, event)).toBe(true);
    expect(event.y + event.height).toBeGreaterThan(host.y + host.height);
    expect(shapes.has('dr') && shapes.has('t')).toBe(true);
    expect(linesIn(xml)).toContain('as');
  });

  it('of hundreds of steps is drawn at once', async () => {
    const steps = Array.from({ length: 900 }, (_, i) => ['task', `t${i}`] as const);
    const flows = steps
      .slice(1)
      .map((_, i) => `t${i}>t${i + 1}`)
      .join(' ');
    const { xml } = await prepared(document(process('P', steps, flows)));
    expect(shapesIn(xml).size).toBe(900);
  });
});

describe('half a diagram', () => {
  const DI = `<bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="pl" bpmnElement="P">
    <bpmndi:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="100" y="100" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="200" y="78" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f_di" bpmnElement="P_f0"><di:waypoint x="136" y="118"/><di:waypoint x="200" y="118"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

  it('keeps its shapes and gets the missing ones beside their neighbours', async () => {
    const { xml, issues, report } = await prepared(document(SIMPLE + DI));
    const shapes = shapesIn(xml);
    expect(shapes.get('a')).toEqual({ x: 200, y: 78, width: 100, height: 80 });
    expect(shapes.get('g')).toEqual({ x: 350, y: 93, width: 50, height: 50 });
    expect(overlapping(shapes, [...shapes.keys()])).toEqual([]);
    expect(linesIn(xml)).toEqual(['P_f0', 'P_f1', 'P_f2', 'P_f3', 'P_f4', 'P_f5']);
    expect(issues).toMatchObject([{ code: 'elements-laid-out', values: { count: 9 } }]);
    expect(report.entries.filter(({ issue }) => issue.code === 'element-laid-out')).toHaveLength(9);
  });

  it('is the same when it is opened again', async () => {
    const { xml } = await prepared(document(SIMPLE + DI));
    const again = await prepared(xml);
    expect([again.xml, again.issues]).toEqual([xml, []]);
  });
});

it('a diagram too large to draw is kept as it was', async () => {
  const count = 5100;
  const steps = Array.from({ length: count }, (_, i) => `<task id="t${i}"/>`).join('');
  const shapes = Array.from(
    { length: count },
    (_, i) =>
      `<bpmndi:BPMNShape id="d${i}" bpmnElement="t${i}"><dc:Bounds x="${i}" y="0" width="9" height="9"/></bpmndi:BPMNShape>`,
  ).join('');
  const edges = shapes.replaceAll('id="d', 'id="e');
  const { xml, issues, keepsakes } = await prepared(
    document(
      `<process id="P">${steps}</process><bpmndi:BPMNDiagram id="x"><bpmndi:BPMNPlane id="y" bpmnElement="P">${shapes}${edges}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    ),
  );
  expect(issues).toMatchObject([{ code: 'too-many-to-draw', values: { count: 2 * count } }]);
  expect(shapesIn(xml).size).toBe(0);
  const { restoreKeepsakes } = await import('../../../../src/bpmn/keepsakes/index.ts');
  const saved = restoreKeepsakes(xml, keepsakes);
  expect(saved).toContain(shapes);
  expect(saved).toContain('xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"');
});
