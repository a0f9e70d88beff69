/** `<pf-case-panel>`: follows one case and tells its story in words: when it waited, for whom, how long and why. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { locale } from '../../i18n/locale.ts';
import { controlStyles } from './control-styles.ts';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { caseName, clockText, nodeName, sideName, stayTexts, storyHead } from './replay-texts.ts';

@customElement('pf-case-panel')
@localized()
export class CasePanel extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      .choose {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      input {
        inline-size: 5em;
      }
      h3 {
        margin: 0.8em 0 0.2em;
        font-size: 1em;
        font-weight: var(--wa-font-weight-semibold);
      }
      p {
        margin: 0 0 0.5em;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 0.35em 0 0.35em 0.7em;
        border-inline-start: 3px solid var(--wa-color-surface-border);
      }
      li[aria-current] {
        border-color: var(--wa-color-brand-fill-loud);
        background: var(--wa-color-brand-fill-quiet);
      }
      li b {
        font-weight: var(--wa-font-weight-semibold);
      }
      .at {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) deck: ReplayDeck | undefined;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { deck } = this;
    if (!deck) return nothing;
    return html`<div class="choose">
        <button @click=${() => deck.followQuantile(0.5)}>${msg('Median case')}</button>
        <button @click=${() => deck.followQuantile(0.95)}>${msg('P95 case')}</button>
        <label
          >${msg('Case')}
          <input
            inputmode="numeric"
            .value=${deck.followed === undefined ? '' : String(deck.followed + 1)}
            @change=${this.chosen}
        /></label>
        ${
          deck.followed === undefined
            ? nothing
            : html`<button @click=${() => deck.follow(undefined)}>${msg('Follow nobody')}</button>`
        }
      </div>
      ${deck.followed === undefined ? nothing : deck.sides.map((side) => this.story(deck, side))}`;
  }

  private story(deck: ReplayDeck, side: DeckSide): TemplateResult {
    const story = deck.story(side);
    const { recording } = side;
    const head = deck.sides.length > 1 ? html`<h3>${sideName(side, deck.sides)}</h3>` : nothing;
    if (!story)
      return html`${head}
        <p>${msg('This customer did not come here.')}</p>`;
    return html`${head}
      <h3>${msg(str`Story of ${caseName(story.case)}`)}</h3>
      <p>${storyHead(recording, story, locale())}</p>
      <ol>
        ${story.stays.map((stay) => {
          const now = stay.from <= deck.time && !(stay.to <= deck.time);
          return html`<li aria-current=${now ? 'step' : nothing}>
            <b>${nodeName(recording, stay.node)}</b>
            <div class="at">${clockText(recording, stay.from, locale())}</div>
            ${stayTexts(recording, stay, locale()).map((text) => html`<div>${text}</div>`)}
          </li>`;
        })}
      </ol>`;
  }

  private chosen(event: Event & { currentTarget: HTMLInputElement }): void {
    const number = Number.parseInt(event.currentTarget.value, 10);
    this.deck?.follow(number >= 1 ? number - 1 : undefined);
    this.requestUpdate();
  }
}
