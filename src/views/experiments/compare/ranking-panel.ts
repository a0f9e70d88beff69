/** `<pf-ranking>`: more than two designs in order of a figure the reader chooses, ties named as ties. Light DOM, as the page. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MAIN_PATH, samePath } from '../../../comparison/figure-list.ts';
import { kpisOf } from '../../../comparison/kpis.ts';
import { isRanked, readRanking } from '../../../comparison/ranking-words.ts';
import type { PairedRuns } from '../../../experiments/index.ts';
import { locale } from '../../../i18n/locale.ts';
import '../../results/figure-table-view.ts';

@customElement('pf-ranking')
@localized()
export class RankingPanel extends LitElement {
  @property({ attribute: false }) paired: PairedRuns | undefined;
  @property({ attribute: false }) names: readonly string[] = [];
  /** Path of the figure, as text. */
  @state() private by = MAIN_PATH.join('/');

  protected override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { paired } = this;
    if (!paired || paired.runs.length < 3) return nothing;
    const runs = paired.runs.map(({ result, alternative }) => ({
      document: result.document,
      scenario: alternative.study.scenario,
    }));
    const kpis = kpisOf(runs, locale()).filter(isRanked);
    const kpi =
      kpis.find(({ path }) => path.join('/') === this.by) ??
      kpis.find(({ path }) => samePath(path, MAIN_PATH)) ??
      kpis[0];
    if (!kpi) return nothing;
    const { sentence, table } = readRanking(paired, this.names, kpi, locale());
    return html`<section class="pf-ranking" aria-label=${msg('Ranking')}>
      <header>
        <h2>${msg('Ranking')}</h2>
        <label>
          ${msg('by')}
          <select
            @change=${(event: Event & { currentTarget: HTMLSelectElement }) => (this.by = event.currentTarget.value)}
          >
            ${kpis.map(({ path, name }) => {
              const value = path.join('/');
              return html`<option value=${value} ?selected=${path === kpi.path}>${name}</option>`;
            })}
          </select>
        </label>
      </header>
      <p>${sentence}</p>
      <pf-figure-table .table=${table}></pf-figure-table>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-ranking': RankingPanel;
  }
}
