/** Which figure an experiment looks at; all of them come from the same runs. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Kpi } from '../../comparison/kpis.ts';

export const kpiKey = ({ path }: Kpi): string => path.join('/');

export const kpiPicker = (kpis: readonly Kpi[], chosen: Kpi, choose: (key: string) => void): TemplateResult =>
  html`<label class="pf-x-field pf-x-kpi">
    <span>${msg('Figure')}</span>
    <select @change=${(event: Event & { currentTarget: HTMLSelectElement }) => choose(event.currentTarget.value)}>
      ${kpis.map((kpi) => html`<option value=${kpiKey(kpi)} ?selected=${kpiKey(kpi) === kpiKey(chosen)}>${kpi.name}</option>`)}
    </select>
  </label>`;
