/** Which variant an experiment is about. */
import { html, type TemplateResult } from 'lit';
import type { Variant } from '../../app/experiments/variants.ts';

export const scenarioPicker = (
  label: string,
  all: readonly Variant[],
  chosen: Variant,
  choose: (variant: Variant) => void,
): TemplateResult =>
  html`<label class="pf-x-field">
    <span>${label}</span>
    <select
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
        const found = all.find(({ id }) => id === event.currentTarget.value);
        if (found) choose(found);
      }}
    >
      ${all.map(
        ({ id, design, scenario }) =>
          html`<option value=${id} ?selected=${id === chosen.id}>${design.name} · ${scenario.name}</option>`,
      )}
    </select>
  </label>`;
