/** `<pf-run-progress>`: how far a run is, how sure its main figure already is, and the way to stop it. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/progress-bar/progress-bar.js';
import type { RunState } from '../../app/session.ts';
import { formatDuration, formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { mainFigure } from './tiles.ts';

export type Running = Extract<RunState, { readonly status: 'running' }>;

@customElement('pf-run-progress')
@localized()
export class RunProgress extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 10px;
      min-inline-size: 0;
      font-size: var(--wa-font-size-xs);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    wa-progress-bar {
      --track-height: 8px;
      flex: 0 1 120px;
      min-inline-size: 60px;
    }
    .main {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .quiet {
      color: var(--wa-color-text-quiet);
    }
  `;

  @property({ attribute: false }) run: Running | undefined;

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (!run) return nothing;
    const count = (value: number) => formatNumber(value, locale(), 0);
    const percent = run.planned > 0 ? (100 * run.done) / run.planned : 0;
    const main = run.result && mainFigure(run.result, locale());
    const left = run.timeLeft === undefined ? undefined : formatDuration(run.timeLeft, { locale: locale() });
    return html`<wa-progress-bar value=${percent} label=${msg('Replications done')}></wa-progress-bar>
      <span>${msg(str`R = ${count(run.done)} of ${count(run.planned)}`)}</span>
      ${main ? html`<span class="main">${main.name} ${main.text}</span>` : nothing}
      ${left === undefined ? nothing : html`<span class="quiet">${msg(str`${left} left`)}</span>`}
      <wa-button size="xs" appearance="outlined" @click=${this.cancel}>
        <wa-icon slot="start" name="stop"></wa-icon>${msg('Stop')}
      </wa-button>`;
  }

  private readonly cancel = (): void => {
    this.dispatchEvent(new CustomEvent('pf-cancel', { bubbles: true, composed: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-run-progress': RunProgress;
  }
}
