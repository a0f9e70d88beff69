/** The diagrams of a document as a sheet to add to: what is drawn where, and new shapes and lines. */
import { idOf, list, many, one, type Moddle, type ModdleElement } from '../moddle.ts';
import type { Bounds, Point } from './geometry.ts';

export class Sheet {
  /** Bounds of what is drawn; shapes without usable bounds are not. */
  readonly shapes = new Map<ModdleElement, Bounds>();
  readonly lines = new Set<ModdleElement>();
  /** What was added. */
  readonly added: ModdleElement[] = [];
  readonly #planes = new Map<ModdleElement, ModdleElement>();
  readonly #expanded = new Set<ModdleElement>();
  readonly #ids = new Set<string>();

  constructor(
    private readonly definitions: ModdleElement,
    private readonly moddle: Moddle,
  ) {
    for (const diagram of many(definitions, 'diagrams')) {
      const plane = one(diagram, 'plane');
      if (!plane) continue;
      this.#ids.add(idOf(diagram)).add(idOf(plane));
      const root = one(plane, 'bpmnElement');
      if (root) this.#planes.set(root, plane);
      for (const di of many(plane, 'planeElement')) this.#read(di);
    }
  }

  #read(di: ModdleElement): void {
    this.#ids.add(idOf(di));
    const element = one(di, 'bpmnElement');
    if (!element) return;
    const bounds = one(di, 'bounds');
    if (bounds) {
      this.shapes.set(element, boundsOf(bounds));
      if (di.get('isExpanded') === true) this.#expanded.add(element);
    } else if (many(di, 'waypoint').length > 1) this.lines.add(element);
  }

  get isEmpty(): boolean {
    return this.shapes.size === 0;
  }

  /** Whether a sub-process shows its inside where it stands. */
  isExpanded(element: ModdleElement): boolean {
    return this.#expanded.has(element);
  }

  /** The plane that shows `root`. */
  planeOf(root: ModdleElement): ModdleElement | undefined {
    return this.#planes.get(root);
  }

  /** The first plane of the document. */
  get firstPlane(): ModdleElement | undefined {
    return this.#planes.values().next().value;
  }

  /** A plane for `root`: the one there is, else a new one on a diagram of its own. */
  ensurePlane(root: ModdleElement): ModdleElement {
    const known = this.#planes.get(root);
    if (known) return known;
    const plane = this.moddle.create('bpmndi:BPMNPlane', {
      id: this.#freeId(`${idOf(root)}_plane`),
      bpmnElement: root,
    });
    const diagram = this.moddle.create('bpmndi:BPMNDiagram', { id: this.#freeId(`${idOf(root)}_diagram`), plane });
    plane.$parent = diagram;
    diagram.$parent = this.definitions;
    list(this.definitions, 'diagrams').push(diagram);
    this.#planes.set(root, plane);
    return plane;
  }

  addShape(
    plane: ModdleElement,
    element: ModdleElement,
    at: Bounds,
    more: Readonly<Record<string, unknown>> = {},
  ): void {
    const bounds = this.moddle.create('dc:Bounds', { ...rounded(at) });
    const di = this.moddle.create('bpmndi:BPMNShape', {
      id: this.#diId(element),
      bpmnElement: element,
      bounds,
      ...more,
    });
    bounds.$parent = di;
    this.#put(plane, di, element);
    this.shapes.set(element, at);
  }

  addLine(plane: ModdleElement, element: ModdleElement, points: readonly Point[]): void {
    const waypoint = points.map((point) => this.moddle.create('dc:Point', { ...rounded(point) }));
    const di = this.moddle.create('bpmndi:BPMNEdge', { id: this.#diId(element), bpmnElement: element, waypoint });
    for (const point of waypoint) point.$parent = di;
    this.#put(plane, di, element);
    this.lines.add(element);
  }

  #put(plane: ModdleElement, di: ModdleElement, element: ModdleElement): void {
    di.$parent = plane;
    list(plane, 'planeElement').push(di);
    this.added.push(element);
  }

  #diId(element: ModdleElement): string {
    return this.#freeId(`${idOf(element) || 'element'}_di`);
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#ids.has(id); n++) id = `${wanted}_${n}`;
    this.#ids.add(id);
    return id;
  }
}

const boundsOf = (bounds: ModdleElement): Bounds => ({
  x: numberOf(bounds.get('x')),
  y: numberOf(bounds.get('y')),
  width: numberOf(bounds.get('width')),
  height: numberOf(bounds.get('height')),
});

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const rounded = (numbers: Bounds | Point): Record<string, number> =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Math.round(Number(value))]));
