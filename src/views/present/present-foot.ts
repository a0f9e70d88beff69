/** `<pf-present-foot>`: what moves the replay: the step of the story, staffing and bets when asked for, timeline, playback, colours. */
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RunState } from '../../app/session.ts';
import '../replay/colour-legend.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import '../replay/replay-timeline.ts';
import '../replay/transport-bar.ts';
import './guess-panel.ts';
import type { Room } from './room.ts';
import './staffing-panel.ts';

/** A step of the story as the room reads it. */
export interface Caption {
  readonly title: string;
  readonly note: string;
  /** Place among the steps, from 1. */
  readonly number: number;
  readonly count: number;
}

@customElement('pf-present-foot')
@localized()
export class PresentFoot extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      gap: 0.35em;
    }
    .caption {
      display: flex;
      gap: 0.8em;
      max-block-size: 20vh;
      overflow: auto;
      white-space: pre-line;
    }
    .spring {
      flex: 1;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.3em 1.2em;
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) run: RunState | undefined;
  @property({ attribute: false }) caption: Caption | undefined;
  @property({ type: Boolean }) staffing = false;
  @property({ attribute: false }) guessing: Room['guessing'] = 'off';
  /** Guesses of the hit rate, 0..1. */
  @property({ attribute: false }) guesses: readonly number[] = [];
  /** Without what has a key and is rarely changed before a room. */
  @property({ type: Boolean }) brief = false;
  override render(): TemplateResult {
    const { deck, caption, brief } = this;
    return html`${caption ? step(caption) : nothing}
      ${this.staffing ? html`<pf-staffing-panel></pf-staffing-panel>` : nothing}
      ${this.guessing === 'off' ? nothing : this.bets()}
      <pf-replay-timeline .deck=${deck}></pf-replay-timeline>
      <div class="bar">
        <pf-transport ?brief=${brief} .deck=${deck}></pf-transport>
        <pf-colour-legend ?brief=${brief} .deck=${deck}></pf-colour-legend>
        <slot></slot>
      </div>`;
  }

  private bets(): TemplateResult {
    const { run } = this;
    const truth = run && 'result' in run ? run.result.document.slas[0]?.hitRate.value : undefined;
    return html`<pf-guess-panel
      .guesses=${this.guesses}
      .truth=${this.guessing === 'told' ? (truth ?? undefined) : undefined}
    ></pf-guess-panel>`;
  }
}

const step = ({ title, note, number, count }: Caption): TemplateResult =>
  html`<div class="caption" role="status">
    <strong>${title}</strong> <span>${note}</span><span class="spring"></span><span>${number} / ${count}</span>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'pf-present-foot': PresentFoot;
  }
}
