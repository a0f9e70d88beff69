/** Cases over time. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import '../chart-figure.ts';
import type { Panel } from './panel.ts';

const CHARTS = ['work-in-progress'] as const;

export const casesPanel: Panel = {
  id: 'cases',
  label: () => msg('Cases over time'),
  render: ({ input, streaming }) =>
    html`<pf-chart fill kpi="work-in-progress" .charts=${CHARTS} .input=${input} .streaming=${streaming}></pf-chart>`,
};
