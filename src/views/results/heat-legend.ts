/** `<pf-heat-legend>`: what the colours on the diagram mean, with units and the ends of the scale. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HeatLegend } from './heat.ts';
import { FEWEST_EXECUTIONS } from './heat.ts';

@customElement('pf-heat-legend')
@localized()
export class HeatLegendElement extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-inline-size: 0;
      font-size: var(--wa-font-size-xs);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      color: var(--wa-color-text-normal);
    }
    :host([hidden]) {
      display: none;
    }
    .scale {
      flex: none;
      inline-size: 72px;
      block-size: 10px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-s);
      background: linear-gradient(to right in oklab, var(--heat-light, #fbe3ef), var(--heat-dark, #7d0a4f));
    }
    .quiet {
      color: var(--wa-color-text-quiet);
    }
    .title {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `;

  @property({ attribute: false }) legend: HeatLegend | undefined;

  override render(): TemplateResult | typeof nothing {
    const { legend } = this;
    if (!legend) return nothing;
    const { from, to, title, tooFew } = legend;
    return html`<span class="title" title=${title}>${title}</span>
      <span>${from}</span>
      <span class="scale" role="img" aria-label=${msg(str`Scale from ${from} to ${to}`)}></span>
      <span>${to}</span>
      ${tooFew > 0 ? html`<span class="quiet">${msg(str`n = … where below ${FEWEST_EXECUTIONS}`)}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-heat-legend': HeatLegendElement;
  }
}
