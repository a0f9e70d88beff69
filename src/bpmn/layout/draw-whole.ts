/** A process or sub-process of which nothing is drawn, drawn as one block. */
import type { ModdleElement } from '../moddle.ts';
import { arrange } from './arrange.ts';
import { usualSize, type Contents } from './contents.ts';
import { around, bottom, moved, route, type Bounds, type Point } from './geometry.ts';
import type { Sheet } from './sheet.ts';

/** Draws everything with its top left corner at `origin`. */
export async function drawWhole(sheet: Sheet, plane: ModdleElement, contents: Contents, origin: Point): Promise<void> {
  const { shapes, lines } = await arrange(contents);
  for (const [step, bounds] of shapes) addStep(sheet, plane, step, moved(bounds, origin));
  for (const [flow, points] of lines)
    sheet.addLine(
      plane,
      flow,
      points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })),
    );
  drawBesides(sheet, plane, contents);
}

/** A step; gateways show their cross, sub-processes keep their inside to themselves. */
export function addStep(sheet: Sheet, plane: ModdleElement, step: ModdleElement, at: Bounds): void {
  const more =
    step.$type === 'bpmn:ExclusiveGateway'
      ? { isMarkerVisible: true }
      : step.$instanceOf('bpmn:SubProcess')
        ? { isExpanded: false }
        : {};
  sheet.addShape(plane, step, at, more);
}

/** Events on borders, data and notes, and every line that is not drawn yet, where the steps are drawn. */
export function drawBesides(sheet: Sheet, plane: ModdleElement, contents: Contents): void {
  drawBoundaryEvents(sheet, plane, contents);
  const around_ = around(contents.nodes.flatMap((node) => sheet.shapes.get(node) ?? []));
  let x = around_?.x ?? 0;
  const y = around_ ? bottom(around_) + 40 : 0;
  for (const artifact of contents.artifacts) {
    if (sheet.shapes.has(artifact)) continue;
    const size = usualSize(artifact);
    sheet.addShape(plane, artifact, moved(size, { x, y }));
    x += size.width + 50;
  }
  for (const { element, source, target } of contents.connections) {
    const [from, to] = [sheet.shapes.get(source), sheet.shapes.get(target)];
    if (!sheet.lines.has(element) && from && to) sheet.addLine(plane, element, route(from, to));
  }
}

/** On the lower border of their host, from the left. */
function drawBoundaryEvents(sheet: Sheet, plane: ModdleElement, { boundaryEvents, nodes }: Contents): void {
  const used = new Map<ModdleElement, number>();
  for (const event of boundaryEvents) {
    if (sheet.shapes.has(event)) continue;
    const host = nodes.find((node) => node === event.get('attachedToRef'));
    const at = host && sheet.shapes.get(host);
    if (!at) continue;
    const before = used.get(host) ?? 0;
    used.set(host, before + 1);
    const size = usualSize(event);
    sheet.addShape(plane, event, moved(size, { x: at.x + 10 + before * 42, y: bottom(at) - size.height / 2 }));
  }
}
