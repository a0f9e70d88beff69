/** `<pf-kpi-help kpi="hit-rate">`: a button that explains a KPI, by mouse and by keyboard. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { kpiText, type KpiId } from './kpi-texts.ts';

@customElement('pf-kpi-help')
@localized()
export class KpiHelp extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-block;
      vertical-align: middle;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      margin: -4px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--wa-color-text-quiet);
      cursor: pointer;
      font-size: 15px;
    }
    button:hover {
      color: var(--wa-color-text-normal);
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    wa-popover {
      --max-width: 340px;
      font-size: var(--wa-font-size-s);
      line-height: 1.45;
      white-space: normal;
    }
    h3 {
      margin: 0 0 6px;
      font-size: var(--wa-font-size-m);
    }
    p {
      margin: 0 0 8px;
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 4px 10px;
      margin: 0;
    }
    dt {
      color: var(--wa-color-text-quiet);
    }
    dd {
      margin: 0;
    }
  `;

  @property() kpi: KpiId = 'interval';

  override render(): TemplateResult {
    const { name, sentence, formula, not, unit } = kpiText(this.kpi);
    return html`<button id="anchor" type="button" aria-label=${msg(str`What is “${name}”?`)}>
        <wa-icon name="info"></wa-icon>
      </button>
      <wa-popover for="anchor" placement="top">
        <h3>${name}</h3>
        <p>${sentence}</p>
        <p>${not}</p>
        <dl>
          <dt>${msg('Formula')}</dt>
          <dd>${formula}</dd>
          <dt>${msg('Unit')}</dt>
          <dd>${unit}</dd>
        </dl>
      </wa-popover>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-kpi-help': KpiHelp;
  }
}
