/** `<pf-replay-stage>`: one design with its tokens: a picture of the diagram, and a canvas over it that is painted every frame. */
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { localized, msg, str } from '@lit/localize';
import type { Box, Point } from '../../replay/geometry.ts';
import { emptyScene, layOut, tokenAt, type Scene } from '../../replay/scene.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { paletteOf, TokenPainter, type Viewport } from './token-painter.ts';

/** Free space around the diagram, px. Queues pile up above the topmost steps. */
const MARGIN = { most: 36, share: 0.07 };
const LARGEST = 3;

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
    img {
      position: absolute;
      inset: 0 auto auto 0;
      transform-origin: 0 0;
      max-inline-size: none;
      user-select: none;
      pointer-events: none;
    }
    canvas {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
    }
    :host([resting]) img {
      opacity: 0.45;
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) side: DeckSide | undefined;
  /** Part of the diagram to show, in its own units; undefined = all of it. */
  @property({ attribute: false }) view: Box | undefined;
  /** Nobody is at work: the diagram is dimmed. */
  @property({ type: Boolean, reflect: true }) resting = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;

  private url = '';
  private scene: Scene | undefined;
  private painter: TokenPainter | undefined;
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
    URL.revokeObjectURL(this.url);
    this.url = '';
    this.removeEventListener('wheel', this.wheel);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('side') && !changed.has('deck')) return;
    const { side } = this;
    if (!side) return;
    URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(new Blob([side.picture.svg], { type: 'image/svg+xml' }));
    this.scene = emptyScene(side.recording.nodes.length);
    this.painter = new TokenPainter(side, paletteOf(this));
    this.listen();
  }

  override render(): TemplateResult {
    const name = this.side?.name ?? '';
    return html`<img src=${this.url} alt="" /><canvas
        role="img"
        aria-label=${msg(str`Diagram of ${name} with its cases`)}
        @pointerdown=${this.grab}
        @pointermove=${this.drag}
        @pointerup=${this.release}
        @pointercancel=${this.release}
      ></canvas>`;
  }

  override updated(): void {
    this.place();
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

  /** Draws the picture with its tokens onto a canvas, which takes the size of the stage in device pixels. */
  async compose(target: HTMLCanvasElement): Promise<void> {
    const context = target.getContext('2d');
    const image = this.renderRoot.querySelector('img');
    if (!context || !image || !this.canvas || !this.side) return;
    await image.decode();
    const { x, y, scale } = this.viewport;
    const ratio = this.canvas.width / Math.max(1, this.clientWidth);
    const { view } = this.side.picture;
    target.width = this.canvas.width;
    target.height = this.canvas.height;
    context.fillStyle = paletteOf(this).paper;
    context.fillRect(0, 0, target.width, target.height);
    const s = scale * ratio;
    context.drawImage(image, (view.x - x) * s, (view.y - y) * s, view.width * s, view.height * s);
    context.drawImage(this.canvas, 0, 0);
  }

  private listen(): void {
    this.stop?.();
    this.stop = this.deck?.onChange(() => {
      this.queued ||= requestAnimationFrame(() => {
        this.queued = 0;
        this.paint();
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

  /** Puts the picture where the view says, and the tokens onto it. */
  private place(): void {
    const image = this.renderRoot.querySelector('img');
    const { canvas, side } = this;
    if (!image || !canvas || !side || this.clientWidth === 0) return;
    const { x, y, scale } = this.viewport;
    const { view } = side.picture;
    image.style.inlineSize = `${view.width * scale}px`;
    image.style.transform = `translate(${(view.x - x) * scale}px, ${(view.y - y) * scale}px)`;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(this.clientWidth * ratio);
    canvas.height = Math.round(this.clientHeight * ratio);
    this.paint();
  }

  private paint(): void {
    const { canvas, deck, side, scene, painter } = this;
    const context = canvas?.getContext('2d', { desynchronized: true });
    if (!canvas || !context || !deck || !side || !scene || !painter) return;
    const { x, y, scale } = this.viewport;
    const ratio = canvas.width / Math.max(1, this.clientWidth);
    context.clearRect(0, 0, canvas.width, canvas.height);
    layOut(side.player, side.geometry, { travel: deck.travel }, scene);
    painter.paint(
      context,
      scene,
      { x, y, scale: scale * ratio },
      { colouring: deck.colouring, followed: deck.followedOn(side) },
    );
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
