/** Marks on a diagram: a ring and a sign at each element that differs. Never part of the document, but of its picture. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { ElementMark } from '../../design-viewer.ts';
import { centre, rootOf, type DiagramElement, type ElementRegistry } from '../../diagram.ts';
import { outlineOf, svgElement } from '../../outline.ts';

/** Name of a mark in the language of the page. */
export type MarkText = (mark: ElementMark) => string;

/** Colours on paper, at least 4.5:1, and signs for those who do not see them. */
const LOOKS: Readonly<Record<ElementMark, { readonly ink: string; readonly wash: string; readonly sign: string }>> = {
  added: { ink: '#0f766e', wash: '#d5f0ec', sign: '+' },
  removed: { ink: '#b93410', wash: '#fbe0d8', sign: '−' },
  changed: { ink: '#6d2fd6', wash: '#e9dffc', sign: '≠' },
  moved: { ink: '#556377', wash: 'none', sign: '↔' },
};

const RINGS = 'difference-rings';
const SIGNS = 'difference-signs';
const BEHIND = -1;
const ABOVE = 500;
const REACH = 6;
/** Width of the strip with the name of a pool or lane. */
const HEAD = 30;

export class DifferenceMarks {
  static readonly $inject = ['canvas', 'elementRegistry', 'eventBus', 'config.markText'];

  private marks: ReadonlyMap<string, ElementMark> = new Map();

  constructor(
    private readonly canvas: Canvas,
    private readonly registry: ElementRegistry,
    eventBus: EventBus,
    private readonly text: MarkText | null,
  ) {
    eventBus.on('root.set', () => {
      this.draw();
    });
    eventBus.on('diagram.clear', 2000, () => {
      this.show(new Map());
    });
  }

  show(marks: ReadonlyMap<string, ElementMark>): void {
    this.marks = marks;
    this.draw();
  }

  /** Rings and signs of the plane that shows, for a picture. */
  picture(): { readonly behind: readonly SVGElement[]; readonly above: readonly SVGElement[] } {
    const drawn = this.shown().map(([element, mark]) => ({
      ring: ringOf(element, mark),
      sign: this.signOf(element, mark),
    }));
    return { behind: drawn.map(({ ring }) => ring), above: drawn.map(({ sign }) => sign) };
  }

  private draw(): void {
    const { behind, above } = this.picture();
    this.canvas.getLayer(RINGS, BEHIND).replaceChildren(...behind);
    this.canvas.getLayer(SIGNS, ABOVE).replaceChildren(...above);
  }

  private shown(): readonly (readonly [DiagramElement, ElementMark])[] {
    const root = this.canvas.getRootElement().id;
    return [...this.marks].flatMap(([id, mark]) => {
      const element = this.registry.get(id);
      return element && rootOf(element).id === root && tells(element, mark) ? [[element, mark] as const] : [];
    });
  }

  private signOf(element: DiagramElement, mark: ElementMark): SVGElement {
    const { ink, sign } = LOOKS[mark];
    const { x, y } = placeOf(element);
    const name = this.text?.(mark) ?? mark;
    const group = svgElement('g', {
      transform: `translate(${x} ${y})`,
      role: 'img',
      'aria-label': name,
      class: 'difference-sign',
    });
    const title = svgElement('title', {});
    title.textContent = name;
    const text = svgElement('text', {
      y: 5,
      'text-anchor': 'middle',
      fill: '#fff',
      'font-size': 15,
      'font-weight': 700,
      'font-family': 'system-ui, sans-serif',
    });
    text.textContent = sign;
    group.append(title, svgElement('circle', { r: 9.5, fill: ink, stroke: '#fff', 'stroke-width': 1.5 }), text);
    return group;
  }
}

/** A shape that merely moved is worth a mark; a flow, a pool or a lane that did has only followed. */
const tells = (element: DiagramElement, mark: ElementMark): boolean =>
  mark === 'added' || mark === 'removed' || !(element.waypoints !== undefined ? mark === 'moved' : isSwimlane(element));

function ringOf(element: DiagramElement, mark: ElementMark): SVGElement {
  const { ink, wash } = LOOKS[mark];
  const outline = isSwimlane(element)
    ? svgElement('rect', { x: element.x, y: element.y, width: HEAD, height: element.height })
    : outlineOf(element, REACH);
  const line = element.waypoints !== undefined;
  const look = line
    ? { fill: 'none', stroke: wash, 'stroke-width': 10, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
    : { fill: wash, stroke: ink, 'stroke-width': 1.5, ...(mark === 'moved' ? { 'stroke-dasharray': '5 4' } : {}) };
  for (const [name, value] of Object.entries(look)) outline.setAttribute(name, String(value));
  return outline;
}

/** On the upper right corner of shapes, on the middle of flows, in the head of pools and lanes. */
function placeOf(element: DiagramElement): { readonly x: number; readonly y: number } {
  if (element.waypoints) return centre(element);
  if (isSwimlane(element)) return { x: element.x + HEAD / 2, y: element.y + 14 };
  return { x: element.x + element.width + 1, y: element.y - 1 };
}

const isSwimlane = ({ businessObject }: DiagramElement): boolean =>
  businessObject.$instanceOf('bpmn:Participant') || businessObject.$instanceOf('bpmn:Lane');
