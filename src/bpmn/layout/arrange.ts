/** Where the steps of one process go when none of them has a place: bpmn-auto-layout for the usual, columns for the huge. */
import { layoutProcess } from 'bpmn-auto-layout';
import type { ModdleElement } from '../moddle.ts';
import type { Contents } from './contents.ts';
import { usualSize } from './contents.ts';
import { moved, type Bounds, type Point } from './geometry.ts';

export interface Arrangement {
  readonly shapes: ReadonlyMap<ModdleElement, Bounds>;
  /** Lines that lead around shapes. */
  readonly lines: ReadonlyMap<ModdleElement, readonly Point[]>;
}

/** Cells of the library's grid, in diagram units. */
export const CELL = { width: 150, height: 140 };
/** The library's time grows faster than the process: 1,000 steps take some seconds. */
const MOST_ARRANGED = 300;

/** Places steps from left to right, beginning at the origin. */
export async function arrange({ nodes, boundaryEvents, connections }: Contents): Promise<Arrangement> {
  const steps = [...nodes, ...boundaryEvents];
  const known = new Map(steps.map((step, i) => [step, `n${i}`]));
  const flows = connections.filter(
    ({ element, source, target }) => element.$type === 'bpmn:SequenceFlow' && known.has(source) && known.has(target),
  );
  if (steps.length > MOST_ARRANGED) return { shapes: columns(nodes, flows), lines: new Map() };
  const xml = skeleton(steps, known, flows);
  let drawn: string;
  try {
    drawn = await layoutProcess(xml);
  } catch {
    // The library gives up on some shapes of flow; a plain order is better than none.
    return { shapes: columns(nodes, flows), lines: new Map() };
  }
  const shapes = new Map<ModdleElement, Bounds>();
  for (const [step, id] of known) {
    const bounds = boundsIn(drawn, id);
    if (bounds) shapes.set(step, bounds);
  }
  const lines = new Map(flows.map(({ element }, i) => [element, waypointsIn(drawn, `f${i}`)] as const));
  return { shapes, lines: new Map([...lines].filter(([, points]) => points.length > 1)) };
}

type Flow = Contents['connections'][number];

/** The process with nothing but its flow. Sub-processes are steps here. */
function skeleton(
  steps: readonly ModdleElement[],
  ids: ReadonlyMap<ModdleElement, string>,
  flows: readonly Flow[],
): string {
  const refs = (step: ModdleElement): string =>
    flows
      .map(({ source, target }, i) =>
        [target === step ? `<incoming>f${i}</incoming>` : '', source === step ? `<outgoing>f${i}</outgoing>` : ''].join(
          '',
        ),
      )
      .join('');
  const nodes = steps.map((step) => {
    const host = step.get('attachedToRef');
    const attached = [...ids].find(([other]) => other === host)?.[1];
    const tag = tagOf(step, attached !== undefined);
    return `<${tag} id="${ids.get(step) ?? ''}"${attached ? ` attachedToRef="${attached}"` : ''}>${refs(step)}</${tag}>`;
  });
  const lines = flows.map(
    ({ source, target }, i) =>
      `<sequenceFlow id="f${i}" sourceRef="${ids.get(source) ?? ''}" targetRef="${ids.get(target) ?? ''}"/>`,
  );
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D"><process id="P">${nodes.join('')}${lines.join('')}</process></definitions>`;
}

function tagOf(step: ModdleElement, attached: boolean): string {
  if (attached) return 'boundaryEvent';
  if (step.$type === 'bpmn:StartEvent') return 'startEvent';
  if (step.$type === 'bpmn:EndEvent') return 'endEvent';
  if (step.$instanceOf('bpmn:Event')) return 'intermediateThrowEvent';
  return step.$instanceOf('bpmn:Gateway') ? 'exclusiveGateway' : 'task';
}

function boundsIn(xml: string, id: string): Bounds | undefined {
  const found = new RegExp(
    `bpmnElement="${id}"[^>]*>\\s*<dc:Bounds x="([-\\d.]+)" y="([-\\d.]+)" width="([-\\d.]+)" height="([-\\d.]+)"`,
  ).exec(xml);
  const [x = NaN, y = NaN, width = NaN, height = NaN] = (found ?? []).slice(1).map(Number);
  return found ? { x, y, width, height } : undefined;
}

function waypointsIn(xml: string, id: string): readonly Point[] {
  const edge = new RegExp(`bpmnElement="${id}"[^>]*>([^]*?)</bpmndi:BPMNEdge>`).exec(xml)?.[1] ?? '';
  const points = Array.from(edge.matchAll(/<di:waypoint x="([-\d.]+)" y="([-\d.]+)"/g), ([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  return points.filter((point, i) => point.x !== points[i - 1]?.x || point.y !== points[i - 1]?.y);
}

/** Each step one column behind the step it was first reached from. */
function columns(nodes: readonly ModdleElement[], flows: readonly Flow[]): ReadonlyMap<ModdleElement, Bounds> {
  const next = new Map<ModdleElement, ModdleElement[]>();
  const reached = new Set<ModdleElement>();
  for (const { source, target } of flows) {
    next.set(source, [...(next.get(source) ?? []), target]);
    reached.add(target);
  }
  const starts = nodes.filter((node) => !reached.has(node));
  const column = new Map<ModdleElement, number>();
  const queue: [ModdleElement, number][] = [...(starts.length > 0 ? starts : nodes.slice(0, 1)), ...nodes].map((n) => [
    n,
    0,
  ]);
  for (let at = 0; at < queue.length; at++) {
    const [node, depth] = queue[at] ?? [];
    if (!node || depth === undefined || column.has(node)) continue;
    column.set(node, depth);
    // Those reached come before the rest of the list, which only catches what nothing leads to.
    queue.splice(at + 1, 0, ...(next.get(node) ?? []).map((n): [ModdleElement, number] => [n, depth + 1]));
  }
  const rows = new Map<number, number>();
  return new Map(
    nodes.map((node) => {
      const x = column.get(node) ?? 0;
      const y = rows.get(x) ?? 0;
      rows.set(x, y + 1);
      const size = usualSize(node);
      const inCell = { x: (CELL.width - size.width) / 2, y: (CELL.height - size.height) / 2 };
      return [node, moved(size, { x: x * CELL.width + inCell.x, y: y * CELL.height + inCell.y })];
    }),
  );
}
