/** The picture of a diagram as pixels, as it lies under the tokens: by day, and faded while nobody is at work. */
import type { DiagramPicture } from '../../editor/design-editor.ts';
import { drawHeat, type HeatMark } from './heat-marks.ts';
import { faded } from './pixel-sheet.ts';
import type { Viewport } from './token-painter.ts';

/** How much of the picture is left while nobody is at work. */
const AT_REST = 0.45;

export class Backdrop {
  /** Resolves when the picture can be drawn. */
  readonly ready: Promise<void>;
  private readonly image = new Image();
  private readonly url: string;
  private day = new Uint32Array(0);
  private night: Uint32Array | undefined;
  private paperPixel = 0;

  constructor(
    private readonly picture: DiagramPicture,
    private readonly paper: string,
  ) {
    this.url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
    this.image.src = this.url;
    this.ready = this.image.decode();
  }

  /** Draws what is seen of it onto the canvas, steps coloured by `heat`, and keeps it; the paper alone before it is ready. */
  draw(context: CanvasRenderingContext2D, viewport: Viewport, heat: readonly HeatMark[]): void {
    const { x, y, scale } = viewport;
    const { width, height } = context.canvas;
    const { view } = this.picture;
    context.fillStyle = this.paper;
    context.fillRect(0, 0, width, height);
    this.paperPixel = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
    if (this.image.complete)
      context.drawImage(
        this.image,
        (view.x - x) * scale,
        (view.y - y) * scale,
        view.width * scale,
        view.height * scale,
      );
    drawHeat(context, viewport, heat);
    this.day = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    this.night = undefined;
  }

  pixels(resting: boolean): Uint32Array {
    if (!resting) return this.day;
    this.night ??= faded(this.day, this.paperPixel, AT_REST);
    return this.night;
  }

  dispose(): void {
    URL.revokeObjectURL(this.url);
  }
}
