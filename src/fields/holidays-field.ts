/** Days on which a calendar is closed: single dates or ranges, with a name. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { localized, msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Holiday } from '#simulation';
import { dataChanged, FieldElement, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import './text-field.ts';

@localized()
@customElement('pf-holidays-field')
export class HolidaysField extends FieldElement<readonly Holiday[]> {
  static override readonly styles = [
    fieldStyles,
    css`
      h3 {
        margin: 0;
        font-size: var(--wa-font-size-s);
        font-weight: var(--wa-font-weight-semibold);
      }
      .holiday {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--wa-space-2xs);
      }
      .dates {
        display: flex;
        flex: 1 1 14rem;
        align-items: center;
        gap: var(--wa-space-2xs);
      }
      .dates .control {
        flex: 1 1 0;
        min-width: 0;
      }
      .dates input {
        padding-inline: var(--wa-space-2xs);
        font-size: var(--wa-font-size-xs);
      }
      pf-text-field {
        flex: 1 1 7rem;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: readonly Holiday[] = [];
  /** Holiday whose end lies before its start: the date typed last is kept on screen only. */
  @state() private backwards: number | undefined;

  override render(): TemplateResult {
    return html`<section class="tight" aria-label=${this.label}>
      <h3>${this.label}</h3>
      ${this.value.length === 0 ? html`<p class="hint">${msg('None: open by the weekly hours all year.')}</p>` : ''}
      ${this.value.map((holiday, index) => this.renderHoliday(holiday, index))}
      <div>
        <button class="plain" type="button" @click=${this.add}>
          <wa-icon name="plus"></wa-icon>${msg('Add holiday')}
        </button>
      </div>
    </section>`;
  }

  private renderHoliday(holiday: Holiday, index: number): TemplateResult {
    const n = index + 1;
    return html`<div class="holiday" role="group" aria-label=${msg(str`Holiday ${n}`)}>
      <div class="dates">
        <div class="control">
          <input
            type="date"
            aria-label=${msg('First day')}
            .value=${holiday.date}
            @change=${(event: Event) => this.setFirst(index, dateOf(event))}
          />
        </div>
        <span>–</span>
        <div class="control ${this.backwards === index ? 'wrong' : ''}">
          <input
            type="date"
            aria-label=${msg('Last day')}
            aria-invalid=${this.backwards === index ? 'true' : 'false'}
            .value=${holiday.until ?? holiday.date}
            @change=${(event: Event) => this.setLast(index, dateOf(event))}
          />
        </div>
      </div>
      <pf-text-field
        label=${msg(str`Name of holiday ${n}`)}
        label-hidden
        placeholder=${msg('Name')}
        .value=${holiday.name}
        @change=${(event: FieldChange<string | undefined>) => this.setName(index, event.detail)}
      ></pf-text-field>
      <button
        class="icon-button"
        type="button"
        aria-label=${msg(str`Remove holiday ${n}`)}
        title=${msg('Remove')}
        @click=${() => this.set(this.value.filter((_, i) => i !== index))}
      >
        <wa-icon name="trash"></wa-icon>
      </button>
      ${
        this.backwards === index
          ? html`<p class="invalid">${msg('The last day lies before the first. Choose a later day.')}</p>`
          : ''
      }
    </div>`;
  }

  private setFirst(index: number, date: string): void {
    const old = this.value[index];
    if (!old || !date) return;
    const until = old.until !== undefined && old.until > date ? old.until : undefined;
    this.replace(index, holiday(date, until, old.name));
  }

  private setLast(index: number, date: string): void {
    const old = this.value[index];
    if (!old || !date) return;
    if (date < old.date) {
      this.backwards = index;
      return;
    }
    this.replace(index, holiday(old.date, date > old.date ? date : undefined, old.name));
  }

  private setName(index: number, name: string | undefined): void {
    const old = this.value[index];
    if (old) this.replace(index, holiday(old.date, old.until, name));
  }

  private readonly add = (): void => {
    const last = this.value.at(-1);
    this.set([...this.value, { date: last ? dayAfter(last.until ?? last.date) : '2026-01-01' }]);
  };

  private replace(index: number, next: Holiday): void {
    this.set(this.value.map((old, i) => (i === index ? next : old)));
  }

  private set(value: readonly Holiday[]): void {
    this.backwards = undefined;
    this.value = value;
    this.commit(value);
  }
}

const dateOf = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');

const holiday = (date: string, until: string | undefined, name: string | undefined): Holiday => ({
  date,
  ...(until ? { until } : {}),
  ...(name ? { name } : {}),
});

/** The next day of a `YYYY-MM-DD` date. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-holidays-field': HolidaysField;
  }
}
