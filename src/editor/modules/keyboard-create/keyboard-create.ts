/**
 * New elements without a mouse: what is chosen with a key from the create menu (N) or the append menu (A) is put on the sheet at
 * once instead of hanging on the pointer; from there the arrow keys with Shift move it.
 */
import type Canvas from 'diagram-js/lib/core/Canvas';
import {
  labelled,
  sheetFor,
  type DiagramElement,
  type ElementRegistry,
  type Point,
  type Selection,
} from '../../diagram.ts';

/** Free space between a new element and what is there, in diagram units. */
const GAP = 40;

interface Create {
  /** What the menus create is one element; what is pasted comes as a list. */
  start(event: Event, created: NewElement | readonly NewElement[], context?: Context): unknown;
}
interface Context {
  /** What the element is appended to. */
  readonly source?: DiagramElement;
}
interface NewElement {
  readonly type: string;
  readonly width: number;
  readonly height: number;
}
interface CreatesElements {
  createElements(
    element: NewElement,
    position: Point,
    parent: DiagramElement,
    hints?: { readonly attach: boolean },
  ): readonly DiagramElement[];
}

export class KeyboardCreate {
  static readonly $inject = ['canvas', 'create', 'elementRegistry', 'modeling', 'selection'];

  private byKey = false;

  constructor(
    private readonly canvas: Canvas,
    create: Create,
    private readonly registry: ElementRegistry,
    private readonly modeling: CreatesElements,
    private readonly selection: Selection,
  ) {
    const start = create.start.bind(create);
    create.start = (event, created, context) =>
      this.byKey && isOne(created) ? this.place(created, context?.source) : start(event, created, context);
    const pressed = (): void => {
      this.byKey = true;
      setTimeout(() => {
        this.byKey = false;
      });
    };
    canvas.getContainer().addEventListener('keydown', pressed, { capture: true });
  }

  private place(element: NewElement, source: DiagramElement | undefined): void {
    const [selected] = this.selection.get();
    const beside = source ?? (selected && labelled(selected));
    const created =
      element.type === 'bpmn:BoundaryEvent' && source
        ? this.modeling.createElements(element, attachedTo(source), source, { attach: true })
        : this.createOn(sheetFor(beside, this.canvas, this.registry), element, beside);
    const [first] = created;
    if (!first) return;
    this.selection.select(first);
    this.canvas.scrollToElement(first.id);
  }

  private createOn(
    parent: DiagramElement | undefined,
    element: NewElement,
    beside: DiagramElement | undefined,
  ): readonly DiagramElement[] {
    return parent ? this.modeling.createElements(element, this.freePlace(element, beside), parent) : [];
  }

  /** Right of the selection, else in the middle of what is seen; moved down until nothing is in the way. */
  private freePlace({ width, height }: NewElement, beside: DiagramElement | undefined): Point {
    const view = this.canvas.viewbox();
    const x = beside ? beside.x + beside.width + GAP + width / 2 : view.x + view.width / 2;
    let y = beside ? beside.y + beside.height / 2 : view.y + view.height / 2;
    const isTaken = (shape: DiagramElement): boolean =>
      Math.abs(shape.x + shape.width / 2 - x) < (shape.width + width) / 2 + GAP / 2 &&
      Math.abs(shape.y + shape.height / 2 - y) < (shape.height + height) / 2 + GAP / 2;
    const shapes = this.registry.filter((shape) => shape.parent !== undefined && !shape.waypoints && !isFrame(shape));
    for (let blocking = shapes.find(isTaken); blocking; blocking = shapes.find(isTaken))
      y = blocking.y + blocking.height + GAP + height / 2;
    return { x: Math.round(x), y: Math.round(y) };
  }
}

const isOne = (created: NewElement | readonly NewElement[]): created is NewElement => !Array.isArray(created);

/** Contains others; a new element may lie on it. */
const isFrame = ({ type }: DiagramElement): boolean => type === 'bpmn:Participant' || type === 'bpmn:Lane';

/** The lower edge, right of the boundary events that are there. */
const attachedTo = ({ x, y, width, height, attachers }: DiagramElement): Point => ({
  x: x + width / 2 + (attachers?.length ?? 0) * GAP,
  y: y + height,
});
