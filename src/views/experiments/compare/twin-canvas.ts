/**
 * `<pf-twin-canvas>`: two diagrams side by side that move and zoom as one, with what differs marked on both. Light DOM, as the
 * diagram's style sheet and fonts must reach them.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { DiagramDiff } from '../../../comparison/diagram-diff.ts';
import type { Shift, Twins } from '../../../comparison/twins.ts';
import type { Box, DesignViewer } from '../../../editor/design-viewer.ts';

export interface TwinDesign {
  readonly name: string;
  readonly xml: string;
}

/** The element the user pointed at on either side, with its twin where there is one. */
export type TwinSelectEvent = CustomEvent<{ readonly from?: string; readonly to?: string }>;

const MARGIN = 16;
/** Of the bpmn.io watermark, which stays free. */
const FOOT = 40;

@customElement('pf-twin-canvas')
@localized()
export class TwinCanvas extends LitElement {
  @property({ attribute: false }) from: TwinDesign | undefined;
  @property({ attribute: false }) to: TwinDesign | undefined;
  @property({ attribute: false }) diff: DiagramDiff | undefined;
  @property({ attribute: false }) twins: readonly Twins[] = [];
  /** How far the second is drawn from the first. */
  @property({ attribute: false }) shift: Shift = { x: 0, y: 0 };
  @property({ attribute: false }) createViewer: ((container: HTMLElement) => DesignViewer) | undefined;
  @query('.pf-twin-from') private readonly fromPlace!: HTMLElement;
  @query('.pf-twin-to') private readonly toPlace!: HTMLElement;

  private viewers: readonly [from: DesignViewer, to: DesignViewer] | undefined;
  private drawn: Promise<unknown> = Promise.resolve();
  private shownXml: readonly string[] = [];
  private readonly sizes = new ResizeObserver(() => this.fit());

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    for (const viewer of this.viewers ?? []) viewer.destroy();
    this.viewers = undefined;
    this.shownXml = [];
  }

  override render(): TemplateResult {
    const [a, b] = [this.from?.name ?? '', this.to?.name ?? ''];
    return html`<div class="pf-twin-side">
        <h3 class="pf-twin-name as-is">${a}</h3>
        <div class="pf-twin-from" role="region" aria-label=${msg(str`Diagram: ${a}`)}></div>
      </div>
      <div class="pf-twin-side">
        <h3 class="pf-twin-name to-be">${b}</h3>
        <div class="pf-twin-to" role="region" aria-label=${msg(str`Diagram: ${b}`)}></div>
      </div>
      <div class="pf-twin-tools">
        <button type="button" title=${msg('Zoom in')} @click=${() => this.zoom(1)}>
          <wa-icon name="plus" label=${msg('Zoom in')}></wa-icon>
        </button>
        <button type="button" title=${msg('Zoom out')} @click=${() => this.zoom(-1)}>
          <wa-icon name="minus" label=${msg('Zoom out')}></wa-icon>
        </button>
        <button type="button" title=${msg('Fit both diagrams')} @click=${() => this.fit()}>
          <wa-icon name="fit" label=${msg('Fit both diagrams')}></wa-icon>
        </button>
      </div>`;
  }

  /** Resolves when what was asked for last is drawn. */
  get ready(): Promise<unknown> {
    return this.drawn;
  }

  /** Shows an element on both sides, where it has a twin. */
  show(ids: { readonly from?: string | undefined; readonly to?: string | undefined }): void {
    const [a, b] = this.viewers ?? [];
    a?.highlight(ids.from === undefined ? [] : [ids.from]);
    b?.highlight(ids.to === undefined ? [] : [ids.to]);
    if (ids.to !== undefined) this.reveal(1, ids.to);
    else if (ids.from !== undefined) this.reveal(0, ids.from);
  }

  /** Both diagrams with their marks, as SVG. */
  async toSvg(): Promise<readonly [from: string, to: string] | undefined> {
    await this.drawn;
    const [a, b] = this.viewers ?? [];
    return a && b ? [await a.toSvg(), await b.toSvg()] : undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { from, to } = this;
    if (!from || !to || !this.createViewer) return;
    const first = this.viewers === undefined;
    if (first) this.start(this.createViewer);
    const moved = changed.has('shift') && this.shownXml.length > 0;
    if (from.xml !== this.shownXml[0] || to.xml !== this.shownXml[1]) {
      this.shownXml = [from.xml, to.xml];
      this.drawn = this.drawn.then(() => this.load(from.xml, to.xml));
    } else if (changed.has('diff')) void this.drawn.then(() => this.mark());
    if (moved) void this.drawn.then(() => this.follow(0));
  }

  private start(create: (container: HTMLElement) => DesignViewer): void {
    const viewers = [create(this.fromPlace), create(this.toPlace)] as const;
    this.viewers = viewers;
    viewers.forEach((viewer, side) => {
      viewer.on('viewed', () => this.follow(side));
      viewer.on('selected', () => this.pointed(side));
    });
    this.sizes.observe(this.fromPlace);
  }

  private async load(from: string, to: string): Promise<void> {
    const [a, b] = this.viewers ?? [];
    if (!a || !b) return;
    await Promise.all([a.open(from), b.open(to)]);
    this.mark();
    this.fit();
  }

  private mark(): void {
    const [a, b] = this.viewers ?? [];
    a?.mark(this.diff?.from ?? new Map());
    b?.mark(this.diff?.to ?? new Map());
  }

  /** Shows both diagrams wholly, at one scale, twins at one height. */
  private fit(): void {
    const [a, b] = this.viewers ?? [];
    const place = this.fromPlace;
    if (!a || !b || place.clientWidth === 0 || place.clientHeight === 0) return;
    const both = union(a.bounds, moved(b.bounds, { x: -this.shift.x, y: -this.shift.y }));
    if (both.width === 0) return;
    const [width, height] = [place.clientWidth - 2 * MARGIN, place.clientHeight - MARGIN - FOOT];
    const scale = Math.min(1, width / both.width, height / both.height);
    a.view = {
      x: both.x + both.width / 2 - place.clientWidth / 2 / scale,
      y: both.y - MARGIN / scale - Math.max(0, (height - both.height * scale) / 2 / scale),
      width: place.clientWidth / scale,
      height: place.clientHeight / scale,
    };
    this.follow(0);
  }

  private zoom(step: 1 | -1): void {
    this.viewers?.[0].zoom(step);
  }

  /** Brings the other side to where this one is. */
  private follow(side: number): void {
    if (!this.viewers) return;
    const [from, to] = this.viewers;
    const { x, y } = this.shift;
    if (side === 0) to.view = moved(from.view, { x, y });
    else from.view = moved(to.view, { x: -x, y: -y });
  }

  private reveal(side: number, id: string): void {
    this.viewers?.[side]?.reveal(id);
    this.follow(side);
  }

  private pointed(side: number): void {
    const id = this.viewers?.[side]?.selected;
    const pair = this.twins.find((twins) => (side === 0 ? twins.from : twins.to) === id);
    const detail = id === undefined ? {} : (pair ?? (side === 0 ? { from: id } : { to: id }));
    const [a, b] = this.viewers ?? [];
    if ('from' in detail) a?.highlight([detail.from ?? '']);
    if ('to' in detail) b?.highlight([detail.to ?? '']);
    if (pair || id === undefined) this.show(detail);
    this.dispatchEvent(new CustomEvent('pf-twin-select', { detail, bubbles: true }));
  }
}

const moved = (box: Box, { x, y }: Shift): Box => ({ ...box, x: box.x + x, y: box.y + y });

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-twin-canvas': TwinCanvas;
  }
}
