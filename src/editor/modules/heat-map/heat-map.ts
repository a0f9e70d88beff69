/** Figures on the diagram: a ring behind each shape, a band behind each flow, and the number itself. Never part of the document. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { HeatMap as Heat } from '../../design-editor.ts';
import { centre, rootOf, type DiagramElement, type ElementRegistry } from '../../diagram.ts';
import { outlineOf } from '../../outline.ts';

const OVERLAY = 'heat';
const LAYER = 'heat-map';
/** Behind the planes that hold the diagram. */
const BEHIND = -1;
/** How far the ring reaches beyond the shape, in diagram units. */
const RING = 7;

/** What is drawn for one element. */
interface Drawn {
  readonly glow: SVGElement;
  readonly badge: HTMLElement;
  readonly overlay: string;
}

interface Changed {
  readonly elements: readonly { readonly id: string }[];
}

interface Removed {
  readonly element: { readonly id: string };
}

export class HeatMap {
  static readonly $inject = ['canvas', 'elementRegistry', 'eventBus', 'overlays'];

  private values: ReadonlyMap<string, Heat> = new Map();
  private readonly drawn = new Map<string, Drawn>();

  constructor(
    private readonly canvas: Canvas,
    private readonly registry: ElementRegistry,
    eventBus: EventBus,
    private readonly overlays: Overlays,
  ) {
    eventBus.on('elements.changed', ({ elements }: Changed) => {
      for (const { id } of elements) if (this.values.has(id)) this.redraw(id);
    });
    eventBus.on(['shape.removed', 'connection.removed'], ({ element }: Removed) => {
      this.erase(element.id);
    });
    eventBus.on('root.set', () => {
      for (const id of this.values.keys()) this.redraw(id);
    });
    eventBus.on(['diagram.clear', 'diagram.destroy'], 2000, () => {
      this.show(undefined);
    });
  }

  /** Shows these values instead of what was there; undefined removes everything. */
  show(values: ReadonlyMap<string, Heat> | undefined): void {
    this.values = values ?? new Map();
    for (const id of [...this.drawn.keys()]) if (!this.values.has(id)) this.erase(id);
    for (const [id, heat] of this.values) {
      const drawn = this.drawn.get(id);
      if (drawn) update(drawn, heat);
      else this.redraw(id);
    }
  }

  private redraw(id: string): void {
    this.erase(id);
    const heat = this.values.get(id);
    const element = this.registry.get(id);
    if (!heat || !element) return;
    const badge = document.createElement('div');
    badge.className = 'heat-badge';
    const overlay = this.overlays.add(id, OVERLAY, { position: badgePosition(element), html: badge });
    const glow = glowOf(element);
    update({ glow, badge, overlay }, heat);
    if (rootOf(element).id === this.canvas.getRootElement().id) this.canvas.getLayer(LAYER, BEHIND).append(glow);
    this.drawn.set(id, { glow, badge, overlay });
  }

  private erase(id: string): void {
    const drawn = this.drawn.get(id);
    if (!drawn) return;
    this.drawn.delete(id);
    drawn.glow.remove();
    this.overlays.remove(drawn.overlay);
  }
}

function update({ glow, badge }: Drawn, heat: Heat): void {
  for (const { style } of [glow, badge]) style.setProperty('--heat', String(share(heat)));
  if (glow.localName === 'polyline') glow.setAttribute('stroke-width', String(4 + 12 * share(heat)));
  if (badge.textContent !== heat.label) badge.textContent = heat.label;
}

function glowOf(element: DiagramElement): SVGElement {
  const glow = outlineOf(element, RING);
  glow.classList.add(element.waypoints ? 'heat-band' : 'heat-ring');
  return glow;
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
