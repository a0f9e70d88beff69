/** Where the time goes: over the whole case, by step, and every step's figures. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import { stepTable } from '../../../charts/step-table.ts';
import '../chart-figure.ts';
import '../figure-table-view.ts';
import { renderFamilies } from './families.ts';
import type { Panel } from './panel.ts';

const CHARTS = ['time-decomposition', 'step-times'] as const;

export const timesPanel: Panel = {
  id: 'times',
  label: () => msg('Times'),
  render: ({ input, locale, streaming }) =>
    html`<div class="stack">
      <pf-chart kpi="decomposition" .charts=${CHARTS} .input=${input} .streaming=${streaming}></pf-chart>
      ${renderFamilies('steps', input, streaming)}
      <pf-figure-table .table=${stepTable(input, locale)}></pf-figure-table>
    </div>`,
};
