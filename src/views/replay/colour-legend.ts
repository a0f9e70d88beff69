/** `<pf-colour-legend>`: what the tokens’ colours mean, and the choice of what they show. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import { STEP_HEATS } from '../../replay/step-heat.ts';
import { heatTitle, standingName } from './replay-texts.ts';
import { CLASS_COLOURS, STANDINGS, standingColour } from './token-painter.ts';

@customElement('pf-colour-legend')
@localized()
export class ColourLegend extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.1em 1em;
        margin-inline-start: auto;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 0.35em;
      }
      i {
        inline-size: 0.7em;
        block-size: 0.7em;
        border-radius: 50%;
        background: var(--colour);
      }
    `,
  ];

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  /** Without what has a key and is rarely changed before a room. */
  @property({ type: Boolean }) brief = false;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { deck } = this;
    const [first] = deck?.sides ?? [];
    if (!deck || !first) return nothing;
    return html`${this.heat(deck)} ${!this.brief && deck.colourings.length > 1 ? choice(deck, first) : nothing}
    ${entries(deck, first).map(({ name, colour }) => html`<span><i style="--colour:var(${colour})"></i>${name}</span>`)}`;
  }

  /** Before a room only what the colours mean; the choice has a key there. */
  private heat(deck: ReplayDeck): TemplateResult | typeof nothing {
    if (!this.brief) return heatChoice(deck);
    return deck.heat === undefined ? nothing : html`<span>${heatTitle(deck.heat)}</span>`;
  }
}

function heatChoice(deck: ReplayDeck): TemplateResult {
  return html`<select
    aria-label=${msg('Colour of the steps')}
    @change=${({ currentTarget }: Event & { currentTarget: HTMLSelectElement }) => {
      deck.showHeat(STEP_HEATS.find((heat) => heat === currentTarget.value));
    }}
  >
    <option value="" ?selected=${deck.heat === undefined}>${msg('Steps without colour')}</option>
    ${STEP_HEATS.map((heat) => html`<option value=${heat} ?selected=${heat === deck.heat}>${heatTitle(heat)}</option>`)}
  </select>`;
}

function choice(deck: ReplayDeck, { recording }: DeckSide): TemplateResult {
  return html`<select
    aria-label=${msg('Colour of the cases')}
    @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
      const { value } = event.currentTarget;
      deck.colourBy(value === 'standing' ? value : Number(value));
    }}
  >
    ${deck.colourings.map(
      (colouring) =>
        html`<option value=${colouring} ?selected=${colouring === deck.colouring}>
          ${colouring === 'standing' ? msg('Promise') : recording.attributes[colouring]?.name}
        </option>`,
    )}
  </select>`;
}

function entries({ colouring }: ReplayDeck, { recording }: DeckSide): readonly { name: string; colour: string }[] {
  if (colouring === 'standing')
    return STANDINGS.map((standing) => ({ name: standingName(standing), colour: standingColour(standing) }));
  const values = [...(recording.attributes[colouring]?.values?.values() ?? [])];
  return values.map((name, i) => ({ name, colour: CLASS_COLOURS[i % CLASS_COLOURS.length] ?? '' }));
}
