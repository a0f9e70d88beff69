/** How many people a pool has, and when; one by one where they differ. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Provenance, ResourcePool, Staffing } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/provenance-tag.ts';
import '../../../fields/text-field.ts';
import type { InspectorContext } from '../context.ts';
import { omit } from '../edits/omit.ts';

const AROUND_THE_CLOCK = ' always';

/** Takes the pool as it shall be. */
export type Change = (pool: ResourcePool) => void;

/** The rows of a pool's staffing. */
export function renderStaffing(pool: ResourcePool, context: InspectorContext, change: Change): TemplateResult {
  const set = (staffing: readonly Staffing[]): void =>
    change({ ...pool, staffing, provenance: { staffing: 'expert', ...pool.provenance } });
  const replace = (index: number, shift: Staffing): void =>
    set(pool.staffing.map((old, i) => (i === index ? shift : old)));
  return html`<div class="tight" role="group" aria-label=${msg('Staffing')}>
    <div class="heading" style="margin:0">
      <h4>${msg('How many, and when')}</h4>
      <pf-provenance-tag
        label=${msg('Staffing')}
        .value=${pool.provenance?.['staffing']}
        @change=${(event: FieldChange<Provenance>) =>
          change({ ...pool, provenance: { ...pool.provenance, staffing: event.detail } })}
      ></pf-provenance-tag>
    </div>
    ${pool.staffing.map((shift, index) => renderShift(shift, index, { pool, context, replace, remove: () => set(pool.staffing.filter((_, i) => i !== index)) }))}
    <div>
      <button class="plain" type="button" @click=${() => set([...pool.staffing, { capacity: 1 }])}>
        <wa-icon name="plus"></wa-icon>${msg('Add shift')}
      </button>
    </div>
  </div>`;
}

interface Row {
  readonly pool: ResourcePool;
  readonly context: InspectorContext;
  readonly replace: (index: number, shift: Staffing) => void;
  readonly remove: () => void;
}

function renderShift(shift: Staffing, index: number, row: Row): TemplateResult {
  const { pool, context, replace, remove } = row;
  const removable = pool.staffing.length > 1;
  const unlimited = shift.capacity === 'unlimited';
  const { calendar, ...always } = shift;
  return html`<div class="tight parted">
    <div class="row" role="group" aria-label=${msg(str`Shift ${index + 1}`)}>
      ${
        unlimited
          ? nothing
          : html`<pf-number-field
              label=${msg('People')}
              whole
              required
              min="0"
              max="100000"
              .value=${shift.capacity}
              @change=${(event: FieldChange<number>) => replace(index, { ...shift, capacity: event.detail })}
            ></pf-number-field>`
      }
      <div style="flex:2">
        ${choice({
          label: msg('Hours'),
          value: calendar ?? AROUND_THE_CLOCK,
          choices: [
            { value: AROUND_THE_CLOCK, label: msg('around the clock') },
            ...(context.scenario.calendars ?? []).map(({ id, name }) => ({ value: id, label: name || id })),
          ],
          chosen: (id) => replace(index, id === AROUND_THE_CLOCK ? always : { ...always, calendar: id }),
        })}
      </div>
      ${
        removable
          ? html`<button
              class="icon-button fixed beside"
              type="button"
              aria-label=${msg(str`Remove shift ${index + 1}`)}
              @click=${remove}
            >
              <wa-icon name="trash"></wa-icon>
            </button>`
          : nothing
      }
    </div>
    <wa-checkbox
      size="s"
      ?checked=${unlimited}
      @change=${(event: Event) => {
        event.stopPropagation();
        replace(index, { ...shift, capacity: unlimited ? 1 : 'unlimited' });
      }}
      >${msg('Unlimited: never a queue')}</wa-checkbox
    >
    ${renderPerson(shift, index, row)}
  </div>`;
}

/** What sets these people apart from others of the pool. */
function renderPerson(shift: Staffing, index: number, { pool, context, replace }: Row): TemplateResult {
  const others = (context.scenario.pools ?? []).filter(({ id }) => id !== pool.id);
  const set = <K extends 'name' | 'speed' | 'costPerHour' | 'share' | 'roles'>(
    key: K,
    value: Staffing[K] | undefined,
  ): void => {
    const { capacity, ...rest } = shift;
    replace(index, { capacity, ...omit(rest, key), ...(value === undefined || value === '' ? {} : { [key]: value }) });
  };
  const toggle = (id: string): void => {
    const { roles = [] } = shift;
    const next = roles.includes(id) ? roles.filter((role) => role !== id) : [...roles, id];
    set('roles', next.length > 0 ? next : undefined);
  };
  return html`<details>
    <summary>${msg('Person, speed, cost, roles')}<span class="hint figure"> ${traits(shift)}</span></summary>
    <div class="stack">
      <pf-text-field
        label=${msg('Who')}
        hint=${msg('A name lets results, work times and rules speak of this row alone.')}
        .value=${shift.name ?? ''}
        @change=${(event: FieldChange<string>) => set('name', event.detail)}
      ></pf-text-field>
      <div class="row">
        <pf-number-field
          label=${msg('Speed (1 = usual)')}
          unit="×"
          placeholder="1"
          min="0.01"
          max="100"
          .value=${shift.speed}
          @change=${(event: FieldChange<number | undefined>) => set('speed', event.detail)}
        ></pf-number-field>
        <pf-percent-field
          label=${msg('Time for this process')}
          .value=${shift.share}
          @change=${(event: FieldChange<number | undefined>) => set('share', event.detail)}
        ></pf-percent-field>
      </div>
      <pf-money-field
        label=${msg('Cost')}
        hint=${msg('Empty: that of the pool.')}
        currency=${context.scenario.currency ?? 'CNY'}
        per-hour
        .value=${shift.costPerHour}
        @change=${(event: FieldChange<number | undefined>) => set('costPerHour', event.detail)}
      ></pf-money-field>
      ${
        others.length > 0
          ? html`<div class="tight" role="group" aria-label=${msg('Also does the work of')}>
              <span class="small">${msg('Also does the work of')}</span>
              ${others.map(
                ({ id, name }) =>
                  html`<wa-checkbox
                    size="s"
                    ?checked=${shift.roles?.includes(id) ?? false}
                    @change=${(event: Event) => {
                      event.stopPropagation();
                      toggle(id);
                    }}
                    >${name || id}</wa-checkbox
                  >`,
              )}
            </div>`
          : nothing
      }
    </div>
  </details>`;
}

/** `Anna · ×1.25 · 40 %`: what is not as usual. */
function traits({ name, speed, share, roles }: Staffing): string {
  return [
    name ?? '',
    speed === undefined ? '' : `×${speed}`,
    share === undefined ? '' : `${Math.round(share * 100)} %`,
    roles === undefined ? '' : `+${roles.length}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
