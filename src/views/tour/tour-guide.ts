/** `<pf-tour>`: leads through the workspace in five steps. Escape ends it, and nothing is locked meanwhile. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { tourSteps, type TourStep } from './tour-steps.ts';

const CARD = { width: 340, height: 220, gap: 12 };

@customElement('pf-tour')
@localized()
export class TourGuide extends LitElement {
  static override readonly styles = css`
    :host {
      position: fixed;
      inset: 0;
      z-index: 500;
      pointer-events: none;
    }
    .ring {
      position: fixed;
      border: 3px solid var(--wa-color-brand-border-loud);
      border-radius: var(--wa-border-radius-l);
      transition: all var(--pf-motion);
    }
    .card {
      position: fixed;
      box-sizing: border-box;
      inline-size: 340px;
      padding: 16px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-l);
      background: var(--wa-color-surface-raised);
      color: var(--wa-color-text-normal);
      box-shadow: 0 8px 32px rgb(0 0 0 / 25%);
      pointer-events: auto;
    }
    .count {
      font-size: var(--wa-font-size-xs);
      color: var(--wa-color-text-quiet);
    }
    h2 {
      margin: 2px 0 6px;
      font-size: var(--wa-font-size-l);
      font-weight: var(--wa-font-weight-semibold);
    }
    p {
      margin: 0 0 12px;
      line-height: 1.5;
    }
    .buttons {
      display: flex;
      gap: 8px;
    }
    .buttons :last-child {
      margin-inline-start: auto;
    }
  `;

  @state() private index = 0;
  @state() private place: DOMRect | undefined;
  @query('.next') private readonly nextButton!: HTMLElement | null;
  private readonly controller = new WorkbenchController(this);
  private begun = -1;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.measure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.measure);
  }

  protected override updated(): void {
    const session = this.controller.workbench?.session;
    if (!session || this.begun === this.index) return;
    this.begun = this.index;
    this.step.begin?.(session);
    requestAnimationFrame(() => {
      this.measure();
      void this.updateComplete.then(() => this.nextButton?.focus());
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.controller.workbench?.session) return nothing;
    const { place, step, index } = this;
    if (!place) return nothing;
    const { x, y } = cardAt(place, step.side);
    return html`
      <div
        class="ring"
        style=${styleMap({
          left: `${place.left}px`,
          top: `${place.top}px`,
          width: `${place.width - 6}px`,
          height: `${place.height - 6}px`,
        })}
      ></div>
      <div
        class="card"
        role="dialog"
        aria-labelledby="title"
        aria-describedby="text"
        style=${styleMap({ left: `${x}px`, top: `${y}px` })}
        @keydown=${this.pressed}
      >
        <div class="count">${msg(str`Step ${index + 1} of ${tourSteps.length}`)}</div>
        <h2 id="title">${step.title()}</h2>
        <p id="text">${step.text()}</p>
        <div class="buttons">
          <wa-button size="s" appearance="plain" @click=${this.finish}>${msg('End the tour')}</wa-button>
          ${
            index > 0
              ? html`<wa-button size="s" appearance="outlined" @click=${this.back}>${msg('Back')}</wa-button>`
              : nothing
          }
          <wa-button class="next" size="s" variant="brand" @click=${this.next}
            >${step.next?.() ?? msg('Next')}</wa-button
          >
        </div>
      </div>
    `;
  }

  private get step(): TourStep {
    const step = tourSteps[this.index];
    if (!step) throw new Error(`no step <${this.index}> in the tour`);
    return step;
  }

  private readonly measure = (): void => {
    let found: Element | undefined;
    for (const selector of this.step.where)
      found = (found ? (found.shadowRoot ?? found) : document).querySelector(selector) ?? undefined;
    this.place = found?.getBoundingClientRect();
  };

  private readonly next = (): void => {
    const session = this.controller.workbench?.session;
    if (session) this.step.end?.(session);
    if (this.index + 1 < tourSteps.length) this.index++;
    else this.finish();
  };

  private readonly back = (): void => {
    this.index--;
  };

  private readonly finish = (): void => {
    this.dispatchEvent(new Event('pf-close'));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.finish();
  };
}

/** Where the card stands so that it is beside what it speaks of and inside the window. */
function cardAt(place: DOMRect, side: TourStep['side']): { readonly x: number; readonly y: number } {
  const { width, height, gap } = CARD;
  const wanted = {
    inside: { x: place.right - width - gap, y: place.bottom - height - 2 * gap },
    left: { x: place.left - width - gap, y: place.top + 60 },
    right: { x: place.right + gap, y: place.top },
    above: { x: place.left + 60, y: place.top - height - gap },
    below: { x: place.left, y: place.bottom + gap },
  }[side];
  return {
    x: Math.max(gap, Math.min(innerWidth - width - gap, wanted.x)),
    y: Math.max(gap, Math.min(innerHeight - height - gap, wanted.y)),
  };
}
