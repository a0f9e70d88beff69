/** `<pf-replay-timeline>`: the whole replay at a glance: cases in progress, missed promises, off hours; scrubbed by mouse and keys. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { locale } from '../../i18n/locale.ts';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { clockText } from './replay-texts.ts';

/** Units of the drawing, which is stretched to the width there is. */
const WIDTH = 1000;
const HEIGHT = 40;
/** Below the curve: missed promises. */
const MISSES = 8;

@customElement('pf-replay-timeline')
@localized()
export class ReplayTimeline extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      gap: 3px;
      touch-action: none;
    }
    .track {
      position: relative;
      block-size: var(--pf-timeline-size, 44px);
      border-radius: var(--wa-border-radius-s);
      background: var(--wa-color-surface-lowered);
      cursor: pointer;
    }
    .track:focus-visible {
      outline: 2px solid var(--wa-color-focus);
      outline-offset: 2px;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    .curve {
      fill: color-mix(in srgb, var(--colour) 32%, transparent);
      stroke: var(--colour);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
    .warm-up {
      fill: var(--wa-color-text-normal);
      opacity: 0.12;
    }
    .misses {
      stroke: var(--pf-late);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
    .head {
      position: absolute;
      inset-block: -3px;
      inline-size: 3px;
      margin-inline-start: -1.5px;
      border-radius: 2px;
      background: var(--wa-color-text-normal);
      pointer-events: none;
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  private curves: { readonly of: ReplayDeck; readonly drawn: readonly TemplateResult[] } | undefined;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { deck } = this;
    const [first] = deck?.sides ?? [];
    if (!deck || !first) return nothing;
    if (this.curves?.of !== deck)
      this.curves = { of: deck, drawn: deck.sides.map((side, i) => drawing(side, deck, i)) };
    return html`${repeat(
      deck.sides,
      (_, i) => i,
      (_side, i) =>
        html`<div
          class="track"
          style="--colour:var(${COLOURS[i % 2] ?? ''})"
          role="slider"
          tabindex=${i === 0 ? 0 : -1}
          aria-label=${msg('Time of the replay')}
          aria-valuemin="0"
          aria-valuemax=${Math.round(deck.clock.end / 60_000)}
          aria-valuenow=${Math.round(deck.time / 60_000)}
          aria-valuetext=${clockText(first.recording, deck.time, locale())}
          title=${msg('Cases in progress; red marks are missed promises')}
          @pointerdown=${this.grab}
          @pointermove=${this.drag}
        >
          ${this.curves?.drawn[i] ?? nothing}
          <div class="head" style="inset-inline-start:${(100 * deck.time) / deck.clock.end}%"></div>
        </div>`,
    )}`;
  }

  private grab(event: PointerEvent & { currentTarget: HTMLElement }): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    this.deck?.pause();
    this.scrub(event);
  }

  private drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) this.scrub(event);
  }

  private scrub({ currentTarget, clientX }: PointerEvent & { currentTarget: HTMLElement }): void {
    const { left, width } = currentTarget.getBoundingClientRect();
    if (this.deck && width > 0) this.deck.seek(((clientX - left) / width) * this.deck.clock.end);
  }
}

const COLOURS = ['--pf-as-is', '--pf-to-be'];

function drawing(
  { progress, recording, player }: DeckSide,
  { clock, sides }: ReplayDeck,
  place: number,
): TemplateResult {
  const most = Math.max(1, ...sides.map((side) => side.progress.most));
  const own = (recording.trace.end / clock.end) * WIDTH;
  const bottom = HEIGHT - MISSES;
  const points = Array.from(
    progress.values,
    (value, i) =>
      `${(((i + 1) * own) / progress.values.length).toFixed(1)},${(bottom - (value / most) * (bottom - 2)).toFixed(1)}`,
  );
  const { at, met } = player.verdicts;
  const missed = new Set(Array.from(at, (time, i) => (met[i] === 0 ? Math.round((time / clock.end) * WIDTH) : -1)));
  const ticks = [...missed].filter((x) => x >= 0).map((x) => `M${x},${bottom + 1}V${HEIGHT}`);
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" data-side=${place}>
    <polygon class="curve" points="0,${bottom} ${points.join(' ')} ${own.toFixed(1)},${bottom}"></polygon>
    <rect class="warm-up" width=${(recording.warmUp / clock.end) * WIDTH} height=${HEIGHT}></rect>
    <path class="misses" d=${ticks.join('')}></path>
  </svg>`;
}
