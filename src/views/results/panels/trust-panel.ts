/** How far the figures can be trusted: checks of the run, the precision reached, and whether the start has worn off. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '../chart-figure.ts';
import { checksOf, type Check } from '../trust/checks.ts';
import '../trust/precision-table.ts';
import { renderAdvice } from '../trust/warm-up-advice.ts';
import type { Panel } from './panel.ts';

const CHARTS = ['warm-up'] as const;
const ICONS: Readonly<Record<Check['kind'], string>> = { good: 'check', bad: 'warning', note: 'info' };

export const trustPanel: Panel = {
  id: 'trust',
  label: () => msg('How sure'),
  render: ({ input, model, locale, streaming, settled }) =>
    html`<div class="stack">
      ${settled ? '' : html`<p class="quiet">${msg('Not all replications are in: whoever decides at the first glance that looks good is fooled more often than in 1 of 20.')}</p>`}
      <dl class="checks">
        ${checksOf(input, model, locale).map(
          ({ kind, title, text }) =>
            html`<div class=${kind}>
              <dt><wa-icon name=${ICONS[kind]}></wa-icon>${title}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      <div class="sure">
        <pf-precision-table .input=${input}></pf-precision-table>
        <div>
          <pf-chart .charts=${CHARTS} .input=${input} .streaming=${streaming}></pf-chart>
          ${renderAdvice(input, locale)}
        </div>
      </div>
    </div>`,
};
