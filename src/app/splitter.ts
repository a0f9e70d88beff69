/** `<pf-splitter>`: a bar between two panels, moved by pointer or arrow keys; it tells its panel's size and remembers nothing. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Fired as `pf-resize` with the new size in px. */
export class ResizeEvent extends Event {
  constructor(readonly size: number) {
    super('pf-resize');
  }
}

const STEP = 20;

@customElement('pf-splitter')
export class Splitter extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      position: relative;
      background: var(--wa-color-surface-border);
      touch-action: none;
      user-select: none;
      outline: none;
    }
    :host([axis='x']) {
      inline-size: 1px;
      cursor: col-resize;
    }
    :host([axis='y']) {
      block-size: 1px;
      cursor: row-resize;
    }
    .grip {
      position: absolute;
      z-index: 5;
    }
    :host([axis='x']) .grip {
      inset: 0 -5px;
    }
    :host([axis='y']) .grip {
      inset: -5px 0;
    }
    :host(:hover),
    :host(:focus-visible) {
      background: var(--wa-color-brand-border-loud);
      box-shadow: 0 0 0 1px var(--wa-color-brand-border-loud);
    }
  `;

  /** `x` resizes the panel to the right, `y` the panel below. */
  @property({ reflect: true }) axis: 'x' | 'y' = 'x';
  /** Size of the panel in px. */
  @property({ type: Number }) size = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1000;
  @property() label = '';

  private start: { readonly at: number; readonly size: number } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'separator');
    this.addEventListener('pointerdown', this.grab);
    this.addEventListener('pointermove', this.drag);
    this.addEventListener('pointerup', this.drop);
    this.addEventListener('keydown', this.key);
  }

  override updated(): void {
    this.setAttribute('aria-orientation', this.axis === 'x' ? 'vertical' : 'horizontal');
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuenow', String(Math.round(this.size)));
    this.setAttribute('aria-valuemin', String(Math.round(this.min)));
    this.setAttribute('aria-valuemax', String(Math.round(this.max)));
  }

  override render(): TemplateResult {
    return html`<div class="grip"></div>`;
  }

  private readonly grab = (event: PointerEvent): void => {
    this.setPointerCapture(event.pointerId);
    this.start = { at: this.axis === 'x' ? event.clientX : event.clientY, size: this.size };
  };

  private readonly drag = (event: PointerEvent): void => {
    if (!this.start) return;
    const moved = (this.axis === 'x' ? event.clientX : event.clientY) - this.start.at;
    this.resize(this.start.size - moved);
  };

  private readonly drop = (): void => {
    this.start = undefined;
  };

  private readonly key = (event: KeyboardEvent): void => {
    const grows = this.axis === 'x' ? 'ArrowLeft' : 'ArrowUp';
    const shrinks = this.axis === 'x' ? 'ArrowRight' : 'ArrowDown';
    if (event.key === grows) this.resize(this.size + STEP);
    else if (event.key === shrinks) this.resize(this.size - STEP);
    else return;
    event.preventDefault();
  };

  private resize(size: number): void {
    this.dispatchEvent(new ResizeEvent(Math.min(Math.max(size, this.min), this.max)));
  }
}
