/** A thumbnail of a diagram as plain numbers, read from the diagram interchange without drawing the diagram. */

/** Boxes, circles, diamonds and lines in the coordinates of `view` (x, y, width, height). */
export interface Sketch {
  readonly view: readonly [number, number, number, number];
  readonly shapes: readonly SketchShape[];
  /** Points of each line: x1, y1, x2, y2 … */
  readonly lines: readonly (readonly number[])[];
}

export interface SketchShape {
  readonly kind: 'box' | 'circle' | 'diamond' | 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More would not be seen in a thumbnail. */
const MAX_MARKS = 400;
const MARGIN = 12;
const EMPTY: Sketch = { view: [0, 0, 100, 60], shapes: [], lines: [] };

/** Sketches the first diagram of a BPMN document; an unreadable document gives an empty sketch. */
export function sketch(xml: string): Sketch {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const plane = document.getElementsByTagNameNS('*', 'BPMNPlane')[0];
  if (!plane) return EMPTY;
  const kinds = kindsById(document);
  const shapes = elements(plane, 'BPMNShape').flatMap((shape) => {
    const bounds = shape.getElementsByTagNameNS('*', 'Bounds')[0];
    const kind = kinds.get(shape.getAttribute('bpmnElement') ?? '');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((a) => Number(bounds?.getAttribute(a)));
    return kind && finite(x) && finite(y) && finite(width) && finite(height) && width > 0 && height > 0
      ? [{ kind, x, y, width, height }]
      : [];
  });
  if (shapes.length === 0) return EMPTY;
  const lines = elements(plane, 'BPMNEdge').flatMap((edge) => {
    const points = [...edge.getElementsByTagNameNS('*', 'waypoint')].flatMap((p) => [
      Number(p.getAttribute('x')),
      Number(p.getAttribute('y')),
    ]);
    return points.length >= 4 && points.every(finite) ? [points] : [];
  });
  return { view: around(shapes), shapes, lines };
}

const finite = (n: number | undefined): n is number => n !== undefined && Number.isFinite(n);

const elements = (plane: Element, name: string): readonly Element[] =>
  [...plane.getElementsByTagNameNS('*', name)].slice(0, MAX_MARKS);

function kindsById(document: Document): ReadonlyMap<string, SketchShape['kind']> {
  const kinds = new Map<string, SketchShape['kind']>();
  for (const element of document.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    const kind = kindOf(element.localName);
    if (id && kind) kinds.set(id, kind);
  }
  return kinds;
}

function kindOf(name: string): SketchShape['kind'] | undefined {
  if (/event$/i.test(name)) return 'circle';
  if (/gateway$/i.test(name)) return 'diamond';
  if (/task$|^(subProcess|callActivity|transaction|adHocSubProcess)$/i.test(name)) return 'box';
  if (/^(participant|lane)$/.test(name)) return 'frame';
  return undefined;
}

function around(shapes: readonly SketchShape[]): Sketch['view'] {
  const left = Math.min(...shapes.map((s) => s.x)) - MARGIN;
  const top = Math.min(...shapes.map((s) => s.y)) - MARGIN;
  const right = Math.max(...shapes.map((s) => s.x + s.width)) + MARGIN;
  const bottom = Math.max(...shapes.map((s) => s.y + s.height)) + MARGIN;
  return [left, top, right - left, bottom - top];
}
