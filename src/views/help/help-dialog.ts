/** `<pf-help>`: what every figure means, how the statistics work, which elements are simulated, and how other tools’ files come in. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/tab-group/tab-group.js';
import '@awesome.me/webawesome/dist/components/tab-panel/tab-panel.js';
import '@awesome.me/webawesome/dist/components/tab/tab.js';
import { families } from '../../charts/families/index.ts';
import { elementsHelp } from './elements-help.ts';
import { filesHelp } from './files-help.ts';
import { helpStyles } from './help-styles.ts';
import { kpiText, type KpiId } from './kpi-texts.ts';
import { proofHelp } from './proof-help.ts';
import { statisticsHelp } from './statistics-help.ts';

/** In the order one meets them. */
const FIGURES: readonly KpiId[] = [
  'hit-rate',
  'cycle-time',
  'waiting',
  'utilisation',
  'cost-per-case',
  'interval',
  'percentile',
  'decomposition',
  'work-in-progress',
  'throughput',
  'flow-efficiency',
  'rework',
  'cost-split',
  ...families.map(({ id }) => id),
];

@customElement('pf-help')
@localized()
export class HelpDialog extends LitElement {
  static override readonly styles = helpStyles;

  @property({ type: Boolean }) open = false;

  override render(): TemplateResult {
    return html`<wa-dialog label=${msg('Help')} light-dismiss ?open=${this.open} @wa-after-hide=${this.closed}>
      ${this.open ? this.tabs() : nothing}
    </wa-dialog>`;
  }

  private tabs(): TemplateResult {
    return html`<wa-tab-group>
      <wa-tab panel="figures">${msg('Figures')}</wa-tab>
      <wa-tab panel="statistics">${msg('Statistics')}</wa-tab>
      <wa-tab panel="proof">${msg('Proof')}</wa-tab>
      <wa-tab panel="elements">${msg('BPMN elements')}</wa-tab>
      <wa-tab panel="files">${msg('Files of other tools')}</wa-tab>
      <wa-tab-panel name="figures">${FIGURES.map(figure)}</wa-tab-panel>
      <wa-tab-panel name="statistics">${statisticsHelp()}</wa-tab-panel>
      <wa-tab-panel name="proof">${proofHelp()}</wa-tab-panel>
      <wa-tab-panel name="elements">${elementsHelp()}</wa-tab-panel>
      <wa-tab-panel name="files">${filesHelp()}</wa-tab-panel>
    </wa-tab-group>`;
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}

function figure(id: KpiId): TemplateResult {
  const { name, sentence, formula, not, unit } = kpiText(id);
  return html`<section>
    <h3>${name}</h3>
    <p>${sentence} ${not}</p>
    <dl>
      <dt>${msg('Formula')}</dt>
      <dd>${formula}</dd>
      <dt>${msg('Unit')}</dt>
      <dd>${unit}</dd>
    </dl>
  </section>`;
}
