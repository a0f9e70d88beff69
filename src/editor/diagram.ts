/** The diagram as this folder sees it: shapes and flows of diagram-js with their BPMN elements, without loose types. */
import type { ModdleElement } from '../bpmn/index.ts';

/** A corner or bend of a flow, in diagram units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape, a flow, a label or the root of a plane. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly di?: ModdleElement;
  readonly parent?: DiagramElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly waypoints?: readonly Point[];
  readonly incoming: readonly DiagramElement[];
  readonly outgoing: readonly DiagramElement[];
  readonly source?: DiagramElement;
  readonly target?: DiagramElement;
  readonly host?: DiagramElement;
  readonly attachers?: readonly DiagramElement[];
  /** Set on labels: the element that is labelled. */
  readonly labelTarget?: DiagramElement;
  readonly label?: DiagramElement;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  filter(test: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Selection {
  get(): DiagramElement[];
  select(elements: DiagramElement | readonly DiagramElement[] | null): void;
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Readonly<Record<string, unknown>>): void;
  updateLabel(element: DiagramElement, text: string): void;
}

/** Where something new belongs: with `beside`, else on the sheet, or in its first pool when there are pools. */
export function sheetFor(
  beside: DiagramElement | undefined,
  canvas: { getRootElement(): { readonly id: string } },
  registry: ElementRegistry,
): DiagramElement | undefined {
  const root = registry.get(canvas.getRootElement().id);
  const parent = beside?.parent;
  if (parent && parent.id !== root?.id) return parent;
  if (!root?.businessObject.$instanceOf('bpmn:Collaboration') || beside?.type === 'bpmn:Participant') return root;
  return registry.filter(({ type }) => type === 'bpmn:Participant')[0] ?? root;
}

/** Where the two ends and the middle of a flow or shape are. */
export function centre(element: DiagramElement): Point {
  if (!element.waypoints) return { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  return midpoint(element.waypoints);
}

interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** What a canvas shows: `inner` is the diagram in its own units, `outer` the canvas in pixels. */
interface View {
  readonly inner: Rectangle;
  readonly outer: { readonly width: number; readonly height: number };
}

/** Space in pixels around what is to be seen. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Height of the watermark with the space below it, in pixels: no part of the diagram may lie under it. */
const WATERMARK = 36;

/** Margins of `space` pixels inside the canvas, beside its palette and above its watermark. */
export function besidePalette(container: Element, space: number): Margins {
  const palette = container.querySelector<HTMLElement>('.djs-palette');
  const left = palette ? palette.offsetLeft + palette.offsetWidth : 0;
  return { top: space, right: space, bottom: Math.max(space, WATERMARK + 6), left: left + space };
}

/** The part of the sheet to show so that the whole diagram is seen in the middle of what the margins (in pixels) leave, at most at full size. */
export function fitted({ inner, outer }: View, margin: Margins): Rectangle {
  const width = Math.max(1, outer.width - margin.left - margin.right);
  const height = Math.max(1, outer.height - margin.top - margin.bottom);
  const scale = Math.min(1, width / Math.max(1, inner.width), height / Math.max(1, inner.height));
  return {
    x: inner.x + inner.width / 2 - (margin.left + width / 2) / scale,
    y: inner.y + inner.height / 2 - (margin.top + height / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  };
}

/** The element itself, or what a label belongs to. */
export const labelled = (element: DiagramElement): DiagramElement => element.labelTarget ?? element;

/** The root of the plane an element is drawn on. */
export function rootOf(element: DiagramElement): DiagramElement {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}

function midpoint(points: readonly Point[]): Point {
  const lengths = points
    .slice(1)
    .map((point, i) => Math.hypot(point.x - (points[i]?.x ?? 0), point.y - (points[i]?.y ?? 0)));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const from = points[i];
    const to = points[i + 1];
    if (from && to && rest <= length) {
      const share = length === 0 ? 0 : rest / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    rest -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}
