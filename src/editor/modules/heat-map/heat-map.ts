/** Figures on the diagram: a ring behind each shape, a band behind each flow, and the number itself. Never part of the document. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { HeatMap as Heat } from '../../design-editor.ts';
import { centre, rootOf, type DiagramElement, type ElementRegistry } from '../../diagram.ts';

const OVERLAY = 'heat';
const LAYER = 'heat-map';
/** Behind the planes that hold the diagram. */
const BEHIND = -1;
/** How far the ring reaches beyond the shape, in diagram units. */
const RING = 7;
const SVG = 'http://www.w3.org/2000/svg';

export class HeatMap {
  static readonly $inject = ['canvas', 'elementRegistry', 'eventBus', 'overlays'];

  private readonly canvas: Canvas;
  private readonly registry: ElementRegistry;
  private readonly overlays: Overlays;
  private values: ReadonlyMap<string, Heat> | undefined;

  constructor(canvas: Canvas, elementRegistry: ElementRegistry, eventBus: EventBus, overlays: Overlays) {
    this.canvas = canvas;
    this.registry = elementRegistry;
    this.overlays = overlays;
    eventBus.on(['elements.changed', 'root.set', 'import.done'], () => {
      if (this.values) this.draw();
    });
    eventBus.on(['diagram.clear', 'diagram.destroy'], 2000, () => {
      this.show(undefined);
    });
  }

  /** Shows these values instead of what was there; undefined removes everything. */
  show(values: ReadonlyMap<string, Heat> | undefined): void {
    if (!values && !this.values) return;
    this.values = values;
    this.draw();
  }

  private draw(): void {
    this.overlays.remove({ type: OVERLAY });
    const layer = this.canvas.getLayer(LAYER, BEHIND);
    layer.replaceChildren();
    const root = this.canvas.getRootElement();
    for (const [id, heat] of this.values ?? []) {
      const element = this.registry.get(id);
      if (!element) continue;
      this.overlays.add(id, OVERLAY, { position: badgePosition(element), html: badge(heat) });
      if (rootOf(element).id === root.id) layer.append(glow(element, heat));
    }
  }
}

function glow(element: DiagramElement, heat: Heat): SVGElement {
  const shape = element.waypoints ? band(element.waypoints, heat) : ring(element);
  shape.classList.add(element.waypoints ? 'heat-band' : 'heat-ring');
  shape.style.setProperty('--heat', String(share(heat)));
  return shape;
}

/** Follows the outline roughly: circle for events, diamond for gateways, rounded box for the rest. */
function ring(element: DiagramElement): SVGElement {
  const { x, y, width, height, businessObject } = element;
  if (businessObject.$instanceOf('bpmn:Gateway')) {
    const { x: cx, y: cy } = centre(element);
    const reach = { x: width / 2 + RING * 1.5, y: height / 2 + RING * 1.5 };
    const points = [`${cx},${cy - reach.y}`, `${cx + reach.x},${cy}`, `${cx},${cy + reach.y}`, `${cx - reach.x},${cy}`];
    return svg('polygon', { points: points.join(' ') });
  }
  const radius = businessObject.$instanceOf('bpmn:Event') ? width / 2 + RING : 10 + RING;
  return svg('rect', { x: x - RING, y: y - RING, width: width + 2 * RING, height: height + 2 * RING, rx: radius });
}

const band = (waypoints: NonNullable<DiagramElement['waypoints']>, heat: Heat): SVGElement =>
  svg('polyline', {
    points: waypoints.map(({ x, y }) => `${x},${y}`).join(' '),
    'stroke-width': 4 + 12 * share(heat),
  });

function badge(heat: Heat): HTMLElement {
  const element = document.createElement('div');
  element.className = 'heat-badge';
  element.textContent = heat.label;
  element.style.setProperty('--heat', String(share(heat)));
  return element;
}

/** Tasks carry the badge on their lower edge, events and gateways on the upper, for their name is below; flows on their middle. */
function badgePosition(element: DiagramElement): { readonly left: number; readonly top: number } {
  const named = element.label !== undefined && !element.host;
  if (!element.waypoints) return { left: element.width / 2, top: named ? -RING : element.height + RING };
  const middle = centre(element);
  const left = Math.min(...element.waypoints.map(({ x }) => x));
  const top = Math.min(...element.waypoints.map(({ y }) => y));
  return { left: middle.x - left, top: middle.y - top };
}

/** Levels outside the scale are its ends; what cannot be placed counts as none. */
const share = ({ level }: Heat): number => (Number.isFinite(level) ? Math.min(1, Math.max(0, level)) : 0);

function svg(name: 'rect' | 'polygon' | 'polyline', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
