/** Every figure of the run as tables. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import { caseTable } from '../../../charts/case-table.ts';
import { spreadTable } from '../../../charts/cycle-time-text.ts';
import { familyTables } from '../../../charts/families/family-table.ts';
import { poolTable } from '../../../charts/pool-table.ts';
import { slaTable } from '../../../charts/sla-table.ts';
import { stepTable } from '../../../charts/step-table.ts';
import { visitTable } from '../../../charts/visit-table.ts';
import '../figure-table-view.ts';
import type { Panel } from './panel.ts';

export const tablesPanel: Panel = {
  id: 'tables',
  label: () => msg('Tables'),
  render({ input, model, locale }) {
    const { document } = input.result;
    const names = new Map([...model.nodes, ...model.flows].map(({ id, name }) => [id, name]));
    const tables = [
      caseTable(input, locale),
      spreadTable(input, locale),
      slaTable(input, locale),
      stepTable(input, locale),
      poolTable(input, locale),
      ...familyTables(input, locale),
      visitTable(msg('Events'), document.events, document.outcomes, names, locale),
      visitTable(msg('Flows'), document.flows, document.flowShares, names, locale),
    ];
    return html`<div class="stack">
      ${tables
        .filter((table) => table.rows.length > 0)
        .map((table) => html`<pf-figure-table .table=${table}></pf-figure-table>`)}
    </div>`;
  },
};
