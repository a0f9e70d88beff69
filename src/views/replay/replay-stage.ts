/** `<pf-replay-stage>`: one design with its tokens: a canvas with a picture of the diagram, painted every frame. */
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { localized, msg, str } from '@lit/localize';
import type { Box, Point } from '../../replay/geometry.ts';
import { emptyScene, layOut, tokenAt, type Scene } from '../../replay/scene.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { locale } from '../../i18n/locale.ts';
import type { StepHeat } from '../../replay/step-heat.ts';
import { Backdrop } from './backdrop.ts';
import { heatMarks } from './heat-marks.ts';
import { PixelSheet } from './pixel-sheet.ts';
import { paletteOf, TokenPainter, type Viewport } from './token-painter.ts';

/** Free space around the diagram, px. Queues pile up above the topmost steps. */
const MARGIN = { most: 36, share: 0.07 };
const LARGEST = 3;
/** Tokens of a diagram smaller than this are drawn as large as at this scale. */
const SMALLEST = 0.75;
/** Pixels of the canvas for each of the page: as sharp as the screen, up to what can be painted sixty times a second. */
const SHARPEST = 2;
const MOST_PIXELS = 4_200_000;
const pixelRatio = (width: number, height: number): number =>
  Math.max(1, Math.min(SHARPEST, devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height))));

@customElement('pf-replay-stage')
@localized()
export class ReplayStage extends LitElement {
  static override readonly styles = css`
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      min-block-size: 0;
      min-inline-size: 0;
      background: var(--pf-paper);
      color: var(--pf-ink);
      cursor: grab;
      touch-action: none;
    }
    canvas {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) side: DeckSide | undefined;
  /** Part of the diagram to show, in its own units; undefined = all of it. */
  @property({ attribute: false }) view: Box | undefined;
  /** Nobody is at work: the diagram is dimmed. */
  @property({ type: Boolean }) resting = false;
  @query('canvas') readonly canvas!: HTMLCanvasElement | null;

  private backdrop: Backdrop | undefined;
  private sheet: PixelSheet | undefined;
  private scene: Scene | undefined;
  private painter: TokenPainter | undefined;
  /** Pixels of the canvas for each of the page. */
  private ratio = 1;
  /** What colours the steps of the diagram as it was drawn last. */
  private drawnHeat: StepHeat | undefined;
  private stop: (() => void) | undefined;
  private queued = 0;
  private grip: (Point & { readonly moved: boolean }) | undefined;
  private readonly sizes = new ResizeObserver(() => {
    this.place();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.listen();
    this.addEventListener('wheel', this.wheel, { passive: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.stop?.();
    cancelAnimationFrame(this.queued);
    this.queued = 0;
    this.backdrop?.dispose();
    this.removeEventListener('wheel', this.wheel);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('side') && !changed.has('deck')) return;
    const { side } = this;
    if (!side) return;
    const palette = paletteOf(this);
    this.backdrop?.dispose();
    const backdrop = new Backdrop(side.picture, palette.paper);
    this.backdrop = backdrop;
    void backdrop.ready.then(() => {
      if (backdrop === this.backdrop) this.place();
    });
    this.scene = emptyScene(side.recording.nodes.length);
    this.painter = new TokenPainter(side, palette);
    this.listen();
  }

  override render(): TemplateResult {
    const name = this.side?.name ?? '';
    return html`<canvas
      role="img"
      aria-label=${msg(str`Diagram of ${name} with its cases`)}
      @pointerdown=${this.grab}
      @pointermove=${this.drag}
      @pointerup=${this.release}
      @pointercancel=${this.release}
    ></canvas>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.size === 1 && changed.has('resting')) this.paint();
    else this.place();
  }

  /** Where in the window a place of the diagram is; undefined when it is not seen. */
  spotOf({ x, y }: Pick<Box, 'x' | 'y'>): { readonly x: number; readonly y: number } | undefined {
    const { left, top, width, height } = this.getBoundingClientRect();
    const { shown } = this;
    const across = (x - shown.x) / shown.width;
    const down = (y - shown.y) / shown.height;
    const isSeen = across >= 0 && across <= 1 && down >= 0 && down <= 1;
    return isSeen ? { x: left + across * width, y: top + down * height } : undefined;
  }

  /** What is seen now, in diagram units. */
  get shown(): Box {
    const { x, y, scale } = this.viewport;
    return { x, y, width: this.clientWidth / scale, height: this.clientHeight / scale };
  }

  /** Larger (1) or smaller (-1) around the middle, or all of it (0). */
  zoom(by: 1 | -1 | 0): void {
    if (by === 0) this.view = undefined;
    else this.zoomAt({ x: this.clientWidth / 2, y: this.clientHeight / 2 }, by === 1 ? 1.25 : 0.8);
  }

  /** What shows, once the diagram is drawn. */
  async picture(): Promise<HTMLCanvasElement | undefined> {
    await this.updateComplete;
    await this.backdrop?.ready;
    this.place();
    return this.canvas ?? undefined;
  }

  private listen(): void {
    this.stop?.();
    this.stop = this.deck?.onChange(() => {
      this.queued ||= requestAnimationFrame(() => {
        this.queued = 0;
        if (this.deck?.heat === this.drawnHeat) this.paint();
        else this.place();
      });
    });
  }

  private get viewport(): Viewport {
    const { clientWidth: width, clientHeight: height } = this;
    const box = this.view ?? this.side?.picture.view ?? { x: 0, y: 0, width: 1, height: 1 };
    const margin = this.view ? 0 : Math.min(MARGIN.most, MARGIN.share * Math.min(width, height));
    const scale = Math.min(
      LARGEST,
      Math.max(1, width - 2 * margin) / box.width,
      Math.max(1, height - 2 * margin) / box.height,
    );
    return { scale, x: box.x + box.width / 2 - width / 2 / scale, y: box.y + box.height / 2 - height / 2 / scale };
  }

  /** Draws the diagram where the view says, and the tokens onto it. */
  private place(): void {
    const { canvas, backdrop } = this;
    // The pixels are made in memory: a canvas on the graphics card would have to fetch them.
    const context = canvas?.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!canvas || !context || !backdrop || this.clientWidth === 0 || this.clientHeight === 0) return;
    this.ratio = pixelRatio(this.clientWidth, this.clientHeight);
    canvas.width = Math.round(this.clientWidth * this.ratio);
    canvas.height = Math.round(this.clientHeight * this.ratio);
    const { deck, side } = this;
    this.drawnHeat = deck?.heat;
    backdrop.draw(context, this.pixelViewport, deck && side ? heatMarks(deck, side, locale()) : []);
    this.sheet = new PixelSheet(context);
    this.paint();
  }

  private paint(): void {
    const { deck, side, scene, painter, sheet, backdrop } = this;
    if (!deck || !side || !scene || !painter || !sheet || !backdrop) return;
    if (this.clientWidth === 0) return; // taken out of the page
    layOut(side.player, side.geometry, { travel: deck.travel }, scene);
    sheet.begin(backdrop.pixels(this.resting));
    painter.paint(sheet, scene, this.pixelViewport, {
      colouring: deck.colouring,
      followed: deck.followedOn(side),
      leastScale: SMALLEST * this.ratio,
    });
    sheet.show();
  }

  private get pixelViewport(): Viewport {
    const { x, y, scale } = this.viewport;
    return { x, y, scale: scale * this.ratio };
  }

  private zoomAt({ x, y }: Point, by: number): void {
    const { shown } = this;
    const width = shown.width / by;
    const height = shown.height / by;
    const place = {
      x: shown.x + (x / this.clientWidth) * shown.width,
      y: shown.y + (y / this.clientHeight) * shown.height,
    };
    this.view = {
      x: place.x - (x / this.clientWidth) * width,
      y: place.y - (y / this.clientHeight) * height,
      width,
      height,
    };
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.zoomAt({ x: event.offsetX, y: event.offsetY }, event.deltaY < 0 ? 1.12 : 1 / 1.12);
  };

  private grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.grip = { x: event.offsetX, y: event.offsetY, moved: false };
    this.canvas?.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    const { grip } = this;
    if (!grip) return;
    const [dx, dy] = [event.offsetX - grip.x, event.offsetY - grip.y];
    if (!grip.moved && Math.hypot(dx, dy) < 4) return;
    const { shown } = this;
    const unit = shown.width / this.clientWidth;
    this.view = { ...shown, x: shown.x - dx * unit, y: shown.y - dy * unit };
    this.grip = { x: event.offsetX, y: event.offsetY, moved: true };
  }

  /** A click on a token follows its case. */
  private release(event: PointerEvent): void {
    const { grip, scene, deck, side } = this;
    this.grip = undefined;
    if (!grip || grip.moved || !scene || !deck || !side || side !== deck.sides[0]) return;
    const { x, y, scale } = this.viewport;
    const point = { x: x + event.offsetX / scale, y: y + event.offsetY / scale };
    const token = tokenAt(scene, point, 12);
    if (token === undefined) return;
    deck.followed = side.recording.trace.tokenCase[token];
    deck.colourBy(deck.colouring);
  }
}
