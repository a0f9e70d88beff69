/** Pictures of the figures that only some models have, two beside each other where there is room. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ChartInput } from '../../../charts/chart.ts';
import { families, type FigureFamily } from '../../../charts/families/index.ts';
import '../chart-figure.ts';

export function renderFamilies(
  of: FigureFamily['of'],
  input: ChartInput,
  streaming: boolean,
): TemplateResult | typeof nothing {
  const shown = families.filter((family) => family.of === of && family.subjects(input.result.document).length > 0);
  if (shown.length === 0) return nothing;
  return html`<div class="pair">
    ${shown.map(
      ({ id }) => html`<pf-chart kpi=${id} .charts=${chartOf[id]} .input=${input} .streaming=${streaming}></pf-chart>`,
    )}
  </div>`;
}

/** The same list every time, so that nothing is drawn anew for it. */
const chartOf = Object.fromEntries(families.map(({ id }) => [id, [id]]));
