/** `<pf-side-counters>`: what has become of one design’s cases so far: done, late, waiting, and the running hit rate. */
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { locale } from '../../i18n/locale.ts';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { sideFigures } from './side-figures.ts';

@customElement('pf-side-counters')
@localized()
export class SideCounters extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 1.4em;
      font-variant-numeric: tabular-nums;
    }
    b {
      display: inline-block;
      min-inline-size: 2.5em;
      font-size: 1.25em;
      font-weight: var(--wa-font-weight-semibold);
    }
    .of {
      margin-inline-start: 0.4em;
      color: var(--wa-color-text-quiet);
    }
    .late b {
      color: var(--pf-late-loud);
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) side: DeckSide | undefined;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { side } = this;
    if (!side) return nothing;
    return html`${sideFigures(side, locale()).map(
      ({ name, value, late, of }) =>
        html`<span class=${late ? 'late' : ''}
          >${name} <b>${value}</b>${of ? html`<span class="of">${of}</span>` : nothing}</span
        >`,
    )}`;
  }
}
