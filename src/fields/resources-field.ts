/** Who does a step: people needed together, joined by "and"; alternatives, joined by "or"; a new pool can be named on the spot. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ResourceNeed, ResourcePool } from '#simulation';
import { choice } from './choice.ts';
import { dataChanged, FieldElement, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import './number-field.ts';
import './text-field.ts';

/** Alternatives of people needed together. */
export type Needs = readonly (readonly ResourceNeed[])[];

/** The user named a pool that does not exist yet; the owner creates it and puts it where `place` says, in one step. */
export interface NewPool {
  readonly name: string;
  /** The needs with the new pool in its place, once it has an id. */
  readonly needs: (poolId: string) => Needs;
}

/** Place of a need: alternative and row. */
interface Place {
  readonly alternative: number;
  readonly row: number;
}

const NEW_POOL = ' new';

@localized()
@customElement('pf-resources-field')
export class ResourcesField extends FieldElement<Needs> {
  static override readonly styles = [
    fieldStyles,
    css`
      .need {
        display: grid;
        grid-template-columns: 3.5em auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--wa-space-2xs);
      }
      .joint {
        font-size: var(--wa-font-size-xs);
        color: var(--wa-color-text-quiet);
      }
      .or {
        display: flex;
        align-items: center;
        gap: var(--wa-space-xs);
      }
      .or::before,
      .or::after {
        content: '';
        flex: 1;
        border-block-start: var(--wa-border-width-s) solid var(--wa-color-surface-border);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--wa-space-2xs);
      }
      .new {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: var(--wa-space-2xs);
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: Needs = [];
  @property({ attribute: false }) pools: readonly ResourcePool[] = [];
  @state() private naming: Place | undefined;

  override render(): TemplateResult {
    const used = this.value.filter((alternative) => alternative.length > 0);
    return html`<div class="tight" role="group" aria-label=${this.label}>
      ${used.length === 0 ? html`<p class="hint">${msg('Nobody: the step needs no people and never queues.')}</p>` : nothing}
      ${used.map(
        (needs, alternative) => html`
          ${alternative > 0 ? html`<div class="joint or">${msg('or')}</div>` : nothing}
          ${needs.map((need, row) => this.renderNeed(need, { alternative, row }))}
          ${this.naming?.alternative === alternative && this.naming.row === needs.length ? this.renderNaming() : nothing}
          <div class="actions">
            <button class="plain" type="button" @click=${() => this.add({ alternative, row: needs.length })}>
              <wa-icon name="plus"></wa-icon>${msg('and also')}
            </button>
            ${
              alternative === used.length - 1
                ? html`<button
                    class="plain"
                    type="button"
                    @click=${() => this.add({ alternative: used.length, row: 0 })}
                  >
                    <wa-icon name="plus"></wa-icon>${msg('or instead')}
                  </button>`
                : nothing
            }
          </div>
        `,
      )}
      ${
        used.length === 0
          ? html`<div class="actions">
              <button class="plain" type="button" @click=${() => this.add({ alternative: 0, row: 0 })}>
                <wa-icon name="plus"></wa-icon>${msg('Add people')}
              </button>
            </div>`
          : nothing
      }
      ${this.naming && this.naming.alternative >= used.length ? this.renderNaming() : nothing}
    </div>`;
  }

  private renderNeed(need: ResourceNeed, place: Place): TemplateResult {
    const pool = this.pools.find((p) => p.id === need.pool);
    const known = this.pools.map((p) => ({ value: p.id, label: p.name || p.id }));
    // A file may name a pool that it does not define; showing it beats showing nothing.
    const choices = pool ? known : [{ value: need.pool, label: msg(str`${need.pool} (missing)`) }, ...known];
    const naming = this.naming?.alternative === place.alternative && this.naming.row === place.row;
    return html`
      ${place.row > 0 ? html`<span class="joint">${msg('and')}</span>` : nothing}
      <div class="need" role="group" aria-label=${pool?.name ?? need.pool}>
        <pf-number-field
          label=${msg('How many')}
          label-hidden
          whole
          required
          min="1"
          max="100000"
          .value=${need.units}
          @change=${(event: FieldChange<number>) => this.replace(place, { ...need, units: event.detail })}
        ></pf-number-field>
        <span aria-hidden="true">×</span>
        ${choice({
          label: msg('Pool'),
          labelHidden: true,
          value: need.pool,
          choices: [...choices, { value: NEW_POOL, label: msg('New pool …') }],
          chosen: (id) => {
            if (id === NEW_POOL) this.naming = place;
            else this.replace(place, { ...need, pool: id });
          },
        })}
        <button
          class="icon-button"
          type="button"
          aria-label=${msg(str`Remove ${pool?.name ?? need.pool}`)}
          title=${msg('Remove')}
          @click=${() => this.removeNeed(place)}
        >
          <wa-icon name="trash"></wa-icon>
        </button>
      </div>
      ${naming ? this.renderNaming() : nothing}
    `;
  }

  private renderNaming(): TemplateResult {
    return html`<div class="new">
      <pf-text-field
        label=${msg('Name of the new pool')}
        placeholder=${msg('e.g. Quality engineer')}
        required
        hint=${msg('Press Enter to create it with 1 person.')}
        @change=${this.named}
      ></pf-text-field>
      <button
        class="icon-button"
        type="button"
        aria-label=${msg('Do not create a pool')}
        @click=${() => (this.naming = undefined)}
      >
        <wa-icon name="close"></wa-icon>
      </button>
    </div>`;
  }

  protected override updated(): void {
    if (this.naming) this.renderRoot.querySelector('pf-text-field')?.focus();
  }

  /** Adds a row with the first pool that is not in the group yet; without any pool, asks for a new one. */
  private add(place: Place): void {
    const taken = this.value[place.alternative]?.map((need) => need.pool) ?? [];
    const free = this.pools.find((pool) => !taken.includes(pool.id));
    if (!free) this.naming = place;
    else this.set(withNeed(this.value, place, { pool: free.id, units: 1 }));
  }

  private readonly named = (event: FieldChange<string | undefined>): void => {
    const place = this.naming;
    const name = event.detail;
    if (!place || !name) return;
    this.naming = undefined;
    const units = this.value[place.alternative]?.[place.row]?.units ?? 1;
    const needs = (pool: string): Needs => withNeed(this.value, place, { pool, units });
    this.dispatchEvent(new CustomEvent<NewPool>('new-pool', { detail: { name, needs }, bubbles: true }));
  };

  private replace(place: Place, need: ResourceNeed): void {
    this.set(withNeed(this.value, place, need));
  }

  private removeNeed(place: Place): void {
    const next = this.value.map((needs, a) =>
      a === place.alternative ? needs.filter((_, r) => r !== place.row) : needs,
    );
    this.set(next.filter((needs) => needs.length > 0));
  }

  private set(value: Needs): void {
    this.naming = undefined;
    this.value = value;
    this.commit(value);
  }
}

/** The needs with `need` at `place`, which may be one past the end. */
function withNeed(needs: Needs, place: Place, need: ResourceNeed): Needs {
  const groups = needs.filter((group) => group.length > 0).map((group) => [...group]);
  const group = groups[place.alternative];
  if (group) group[place.row] = need;
  else groups.push([need]);
  return groups;
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-resources-field': ResourcesField;
  }
}
