/** Shows the whole diagram, and goes on showing it when the room for it changes, until the user looks elsewhere. */
import { besidePalette, fitted } from './diagram.ts';
import type { Services } from './services.ts';

export class FittedView {
  /** The container had no size yet when all of the diagram was asked for. */
  private waits = false;
  /** What was shown when all of the diagram was shown last. */
  private shown = '';
  /** The size of the container then. */
  private size = '';

  constructor(
    private readonly container: HTMLElement,
    private readonly services: Pick<Services, 'canvas' | 'directEditing' | 'dragging' | 'popupMenu'>,
    /** Pixels around the diagram. */
    private readonly margin: number,
  ) {}

  fit(): void {
    this.waits = this.container.clientWidth === 0 || this.container.clientHeight === 0;
    if (this.waits) return;
    const { canvas } = this.services;
    canvas.resized();
    canvas.viewbox(fitted(canvas.viewbox(), besidePalette(this.container, this.margin)));
    this.shown = this.looksAt();
    this.size = this.measured();
  }

  /** To be called when the container has another size. */
  resized(): void {
    const { canvas, directEditing, dragging, popupMenu } = this.services;
    if (this.container.clientWidth === 0) return;
    canvas.resized();
    if (this.waits) this.fit();
    // A browser tells the first size as well.
    if (this.measured() === this.size) return;
    // What the hand holds must not move under it.
    const busy = directEditing.isActive() || popupMenu.isOpen() || Boolean(dragging.context());
    if (this.looksAt() === this.shown && !busy) this.fit();
  }

  private measured(): string {
    const { clientWidth, clientHeight } = this.container;
    return `${clientWidth} × ${clientHeight}`;
  }

  private looksAt(): string {
    const { x, y, scale } = this.services.canvas.viewbox();
    return [this.services.canvas.getRootElement().id, x, y, scale].join();
  }
}
