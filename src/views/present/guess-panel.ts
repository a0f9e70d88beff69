/** `<pf-guess-panel>`: the room bets on the hit rate before it is told; guesses are dots on its line, and the nearest one wins. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { formatPercent, parseNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { controlStyles } from '../replay/control-styles.ts';

/** A guess was entered: 0..1. */
export class GuessEvent extends Event {
  constructor(readonly guess: number) {
    super('pf-guess', { bubbles: true, composed: true });
  }
}

@customElement('pf-guess-panel')
@localized()
export class GuessPanel extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3em 1em;
      }
      input {
        inline-size: 5em;
      }
    `,
  ];

  @property({ attribute: false }) guesses: readonly number[] = [];
  /** The hit rate, once it is told. */
  @property({ type: Number }) truth: number | undefined;
  @query('input') private readonly input!: HTMLInputElement;

  override firstUpdated(): void {
    this.input.focus();
  }

  override render(): TemplateResult {
    const { guesses, truth } = this;
    const list = guesses.map((guess) => formatPercent(guess, locale(), 0)).join(' · ');
    return html`<form @submit=${this.enter}>
        <label>${msg('What share will be on time?')} <input inputmode="decimal" autocomplete="off" /> %</label>
        <button type="submit">${msg('Add the guess')}</button>
        <button
          type="button"
          class="main"
          @click=${() => this.dispatchEvent(new Event('pf-reveal-truth', { bubbles: true, composed: true }))}
        >
          ${msg('Reveal')}
        </button>
      </form>
      <span>${guesses.length > 0 ? msg(str`Guesses: ${list}`) : nothing}</span>
      <strong role="status">${truth === undefined ? nothing : this.outcome(truth)}</strong>`;
  }

  private outcome(truth: number): string | typeof nothing {
    const [nearest] = [...this.guesses].sort((a, b) => Math.abs(a - truth) - Math.abs(b - truth));
    if (nearest === undefined) return nothing;
    const [is, guessed] = [formatPercent(truth, locale()), formatPercent(nearest, locale(), 0)];
    return msg(str`It is ${is}. Nearest guess: ${guessed}.`);
  }

  private enter(event: Event): void {
    event.preventDefault();
    const percent = parseNumber(this.input.value.replace('%', ''));
    if (percent === undefined || !(percent >= 0 && percent <= 100)) {
      this.input.select();
      return;
    }
    this.input.value = '';
    this.dispatchEvent(new GuessEvent(percent / 100));
  }
}
