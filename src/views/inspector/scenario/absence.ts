/** Illness, training, breakdowns of a pool's people or machines. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Absence, DistributionSpec, ResourcePool } from '#simulation';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import { omit } from '../edits/omit.ts';
import type { Change } from './staffing-rows.ts';

const DAYS = (mean: number): DistributionSpec => ({ type: 'exponential', params: { mean }, unit: 'day' });

export function renderAbsence(pool: ResourcePool, change: Change): TemplateResult {
  const { absence } = pool;
  if (!absence)
    return html`<div>
      <button
        class="plain"
        type="button"
        @click=${() => change({ ...pool, absence: { every: DAYS(60), lasts: DAYS(3) } })}
      >
        <wa-icon name="plus"></wa-icon>${msg('Absence or breakdown')}
      </button>
    </div>`;
  const set = (part: Partial<Absence>): void => change({ ...pool, absence: { ...absence, ...part } });
  return html`<details class="item">
    <summary><span class="says">${msg('Absence or breakdown')}</span></summary>
    <div class="stack">
      <p class="hint">
        ${msg('For each person or machine by itself, day and night; work under way waits for the return.')}
      </p>
      <pf-distribution-field
        label=${msg('Time from one return to the next absence')}
        .value=${absence.every}
        @change=${(event: FieldChange<DistributionSpec>) => set({ every: event.detail })}
      ></pf-distribution-field>
      <pf-distribution-field
        label=${msg('An absence lasts')}
        .value=${absence.lasts}
        @change=${(event: FieldChange<DistributionSpec>) => set({ lasts: event.detail })}
      ></pf-distribution-field>
      <div class="end">
        <button class="plain danger" type="button" @click=${() => change(omit(pool, 'absence'))}>
          <wa-icon name="trash"></wa-icon>${msg('Remove')}
        </button>
      </div>
    </div>
  </details>`;
}
