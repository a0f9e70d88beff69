/** The answer at a glance: headline figures and how long cases take. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import { tilesOf } from '../tiles.ts';
import '../chart-figure.ts';
import '../kpi-tile.ts';
import { CYCLE_TIME_CHARTS, leadingChart } from './cycle-time-charts.ts';
import type { Panel } from './panel.ts';

export const overviewPanel: Panel = {
  id: 'overview',
  label: () => msg('Overview'),
  render: ({ input, locale, streaming, settled }) =>
    html`<div class="overview">
      <div class="tiles">
        ${tilesOf(input, locale).map(
          (tile, i) =>
            html`<pf-kpi-tile
              .tile=${tile}
              ?lead=${i === 0}
              .settled=${settled}
              .single=${input.result.done === 1}
            ></pf-kpi-tile>`,
        )}
      </div>
      <pf-chart
        fill
        kpi="percentile"
        .charts=${CYCLE_TIME_CHARTS[leadingChart(input)]}
        .input=${input}
        .streaming=${streaming}
      ></pf-chart>
    </div>`,
};
