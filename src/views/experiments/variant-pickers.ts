/** Which variants stand against each other: the baseline, the other, and more for a ranking. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { ComparisonDesk } from '../../app/experiments/comparison-desk.ts';
import type { Variant } from '../../app/experiments/variants.ts';

/** A ranking of more would say little: the intervals grow with each. */
const MOST = 8;

export function variantPickers(desk: ComparisonDesk): TemplateResult {
  const { all, chosen } = desk;
  const ids = chosen.map(({ id }) => id);
  const free = all.find(({ id }) => !ids.includes(id));
  const replace = (at: number, id: string): void => {
    // Choosing what stands elsewhere changes places with it.
    const other = ids.indexOf(id);
    desk.choose(ids.map((own, i) => (i === at ? id : i === other ? (ids[at] ?? own) : own)));
  };
  return html`<div class="pf-x-variants">
    ${chosen.map(
      (variant, at) =>
        html`${at === 1 ? html`<wa-icon name="arrow-right" label=${msg('against')}></wa-icon>` : nothing}
          <select
            class=${at === 0 ? 'as-is' : at === 1 ? 'to-be' : ''}
            aria-label=${at === 0 ? msg('Baseline') : msg(str`Variant ${at + 1}`)}
            @change=${(event: Event & { currentTarget: HTMLSelectElement }) => replace(at, event.currentTarget.value)}
          >
            ${all.map(
              (one) => html`<option value=${one.id} ?selected=${one.id === variant.id}>${fullName(one)}</option>`,
            )}
          </select>
          ${
            at > 1
              ? html`<button
                  type="button"
                  class="pf-x-icon"
                  aria-label=${msg(str`Leave out ${fullName(variant)}`)}
                  title=${msg('Leave out')}
                  @click=${() => desk.choose(ids.filter((_, i) => i !== at))}
                >
                  <wa-icon name="close"></wa-icon>
                </button>`
              : nothing
          }`,
    )}
    ${
      free && chosen.length >= 2 && chosen.length < MOST
        ? html`<button
            type="button"
            class="pf-x-icon"
            aria-label=${msg('Add a variant to the ranking')}
            title=${msg('Add a variant to the ranking')}
            @click=${() => desk.choose([...ids, free.id])}
          >
            <wa-icon name="plus"></wa-icon>
          </button>`
        : nothing
    }
  </div>`;
}

const fullName = ({ design, scenario }: Variant): string => `${design.name} · ${scenario.name}`;
