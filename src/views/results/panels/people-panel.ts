/** The people: how busy they are, what queues before them and what they cost. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import { poolTable } from '../../../charts/pool-table.ts';
import '../chart-figure.ts';
import '../figure-table-view.ts';
import { renderFamilies } from './families.ts';
import type { Panel } from './panel.ts';

const UTILISATION = ['utilisation', 'utilisation-by-hour'] as const;
const COST = ['cost-split'] as const;

export const peoplePanel: Panel = {
  id: 'people',
  label: () => msg('People'),
  render: ({ input, locale, streaming }) =>
    html`<div class="stack">
      <div class="pair">
        <pf-chart kpi="utilisation" .charts=${UTILISATION} .input=${input} .streaming=${streaming}></pf-chart>
        <pf-chart kpi="cost-split" .charts=${COST} .input=${input} .streaming=${streaming}></pf-chart>
      </div>
      ${renderFamilies('people', input, streaming)}
      <pf-figure-table .table=${poolTable(input, locale)}></pf-figure-table>
    </div>`,
};
