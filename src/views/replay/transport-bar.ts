/** `<pf-transport>`: play, step, speed, the business clock, and what the tokens’ colours mean. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { locale } from '../../i18n/locale.ts';
import { DeckController } from './deck-controller.ts';
import type { ReplayDeck } from './replay-deck.ts';
import { clockText, speedText } from './replay-texts.ts';
import { controlStyles } from './control-styles.ts';

@customElement('pf-transport')
@localized()
export class TransportBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 10px;
      }
      .group {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      .clock {
        min-inline-size: 15em;
        font-weight: var(--wa-font-weight-semibold);
        font-variant-numeric: tabular-nums;
      }
      .speed {
        min-inline-size: 4em;
        text-align: center;
        font-variant-numeric: tabular-nums;
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
    const { playing, speed } = deck.clock;
    return html`<div class="group" role="group" aria-label=${msg('Playback')}>
        ${button('skip-back', msg('To the beginning'), () => {
          deck.pause();
          deck.seek(0);
        })}
        ${button('step-back', msg('One event back'), () => deck.step(-1))}
        ${
          playing
            ? button('pause', msg('Pause'), () => deck.pause(), 'main')
            : button('play', msg('Play'), () => deck.play(), 'main')
        }
        ${button('step-forward', msg('One event on'), () => deck.step(1))}
        ${button('late', msg('To the next missed promise'), () => deck.toNextMiss())}
      </div>
      <div class="clock" role="timer">${clockText(first.recording, deck.time, locale())}</div>
      <div class="group" role="group" aria-label=${msg('Speed')}>
        ${button('minus', msg('Slower'), () => deck.changeSpeed(-1))}
        <span class="speed" title=${msg('Simulated minutes per second')}>${speedText(speed, locale())}</span>
        ${button('plus', msg('Faster'), () => deck.changeSpeed(1))}
      </div>
      ${this.brief ? nothing : offHours(deck)}`;
  }
}

const button = (icon: string, label: string, act: () => unknown, kind = ''): TemplateResult =>
  html`<button class="icon ${kind}" title=${label} aria-label=${label} @click=${act}>
    <wa-icon name=${icon}></wa-icon>
  </button>`;

const offHours = (deck: ReplayDeck): TemplateResult =>
  html`<label class="check"
    ><input
      type="checkbox"
      .checked=${deck.skips}
      @change=${(event: Event & { currentTarget: HTMLInputElement }) => deck.skipOffHours(event.currentTarget.checked)}
    />${msg('Jump over off hours')}</label
  >`;
