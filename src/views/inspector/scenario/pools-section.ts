/** Who works: people and machines, when they are there, what they cost. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ResourcePool } from '#simulation';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/text-field.ts';
import type { InspectorContext } from '../context.ts';
import { elementsNeeding, newPool, removePool, setPool } from '../edits/pools.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { renderAbsence } from './absence.ts';
import { renderDiscipline } from './discipline.ts';
import { askBeforeRemoving } from './removal.ts';
import type { ScenarioSection } from './section.ts';
import { renderStaffing, type Change } from './staffing-rows.ts';
import { omit } from '../edits/omit.ts';

export const poolsSection: ScenarioSection = {
  id: 'pools',
  open: true,
  title: () => msg('Resource pools'),
  summary: ({ scenario }) => String(scenario.pools?.length ?? 0),
  render(context) {
    const pools = context.scenario.pools ?? [];
    const add = (): void => {
      const pool = newPool(
        msg('New pool'),
        pools.map(({ id }) => id),
      );
      context.edit(msg('Add pool'), (s) => setPool(s, pool));
    };
    return html`
      ${
        pools.length > 0
          ? html`<div class="items">${pools.map((pool) => renderPool(pool, context))}</div>`
          : html`<p class="quiet">${msg('Nobody works here yet. Add the people the steps need.')}</p>`
      }
      <div>
        <button class="plain" type="button" @click=${add}><wa-icon name="plus"></wa-icon>${msg('Add pool')}</button>
      </div>
    `;
  },
};

function renderPool(pool: ResourcePool, context: InspectorContext): TemplateResult {
  const change: Change = (next) => context.edit(msg(str`Change pool ${pool.name}`), (s) => setPool(s, next));
  const own = context.written.pools?.some(({ id }) => id === pool.id) ?? false;
  return html`<details class="item" data-id=${pool.id}>
    <summary>
      <span class="says"
        ><span>${pool.name || pool.id}</span><span class="hint figure">${gist(pool, context)}</span></span
      >
    </summary>
    <div class="stack">
      <pf-text-field
        label=${msg('Name')}
        required
        .value=${pool.name}
        @change=${(event: FieldChange<string>) => change({ ...pool, name: event.detail })}
      ></pf-text-field>
      ${renderStaffing(pool, context, change)} ${renderCosts(pool, context, change)} ${renderDiscipline(pool, change)}
      ${renderAbsence(pool, change)}
      ${
        own
          ? html`<div class="end">
              <button class="plain danger" type="button" @click=${() => remove(pool, context)}>
                <wa-icon name="trash"></wa-icon>${msg(str`Remove ${pool.name || pool.id}`)}
              </button>
            </div>`
          : html`<p class="hint">${msg('Inherited: remove it in the scenario it comes from.')}</p>`
      }
    </div>
  </details>`;
}

function renderCosts(pool: ResourcePool, context: InspectorContext, change: Change): TemplateResult {
  const currency = context.scenario.currency ?? 'CNY';
  const set = (name: 'costPerHour' | 'costPerUse' | 'overtimeFactor', value: number | undefined): void => {
    const rest = omit(pool, name);
    change(value === undefined ? rest : { ...rest, [name]: value });
  };
  return html`
    <div class="row">
      <pf-money-field
        label=${msg('Cost')}
        currency=${currency}
        per-hour
        .value=${pool.costPerHour}
        @change=${(event: FieldChange<number | undefined>) => set('costPerHour', event.detail)}
      ></pf-money-field>
      <pf-money-field
        label=${msg('Cost per use')}
        currency=${currency}
        .value=${pool.costPerUse}
        @change=${(event: FieldChange<number | undefined>) => set('costPerUse', event.detail)}
      ></pf-money-field>
    </div>
    <pf-number-field
      label=${msg('Overtime costs')}
      unit=${msg('times the hourly cost')}
      min="0"
      placeholder="1.5"
      .value=${pool.overtimeFactor}
      @change=${(event: FieldChange<number | undefined>) => set('overtimeFactor', event.detail)}
    ></pf-number-field>
  `;
}

async function remove(pool: ResourcePool, context: InspectorContext): Promise<void> {
  const uses = elementsNeeding(context.scenario, pool.id).map((id) => nameOf(context.model, context.scenario, id));
  if (await askBeforeRemoving(pool.name || pool.id, uses, msg('These steps will then have nobody of this pool.')))
    context.edit(msg(str`Remove pool ${pool.name}`), (s) => removePool(s, pool.id));
}

/** `3 people · Office hours`. */
function gist(pool: ResourcePool, { scenario }: InspectorContext): string {
  const calendars = scenario.calendars ?? [];
  return pool.staffing
    .map(({ capacity, calendar, name }) => {
      const hours = calendars.find(({ id }) => id === calendar)?.name ?? msg('around the clock');
      if (name !== undefined && capacity === 1) return msg(str`${name}, ${hours}`);
      if (capacity === 'unlimited') return msg(str`unlimited, ${hours}`);
      return capacity === 1 ? msg(str`1 person, ${hours}`) : msg(str`${capacity} people, ${hours}`);
    })
    .join(' · ');
}
