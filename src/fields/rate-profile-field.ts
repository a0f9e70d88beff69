/** Arrivals by hour and weekday: a week painted with a brush of so many cases per hour. */
import { localized, msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RateSlot } from '#simulation';
import { dataChanged, FieldElement, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import './number-field.ts';
import { writeNumber } from './numbers.ts';
import { casesPerDay, paintRates, ratesByCell } from './rates.ts';
import './week-grid.ts';
import type { Stroke, WeekCell } from './week-grid.ts';

const MINUTES = 60;

@localized()
@customElement('pf-rate-profile-field')
export class RateProfileField extends FieldElement<readonly RateSlot[]> {
  static override readonly styles = [
    fieldStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--wa-space-xs);
      }
      .bar pf-number-field {
        width: 13em;
      }
      .sum {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
      pf-week-grid {
        --row: var(--wa-space-xl);
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: readonly RateSlot[] = [];
  @state() private brush = 4;

  override render(): TemplateResult {
    const perWeek = casesPerDay(this.value).reduce((sum, cases) => sum + cases, 0);
    return html`<div class="stack">
      <div class="bar">
        <pf-number-field
          label=${msg('Brush')}
          unit=${msg('cases per hour')}
          min="0"
          required
          .value=${this.brush}
          @change=${(event: FieldChange<number>) => (this.brush = event.detail)}
        ></pf-number-field>
        <button class="plain" type="button" @click=${() => (this.brush = 0)}>${msg('Erase (0 per hour)')}</button>
        <button class="plain" type="button" @click=${() => this.scale(0.9)}>${msg('All −10 %')}</button>
        <button class="plain" type="button" @click=${() => this.scale(1.1)}>${msg('All +10 %')}</button>
        <strong class="sum">${msg(str`${rounded(perWeek)} cases a week`)}</strong>
      </div>
      <pf-week-grid
        label=${msg('Cases per hour: drag or press Space to paint, Shift with arrow keys marks a block')}
        .minutes=${MINUTES}
        .cells=${this.cells()}
        .totals=${casesPerDay(this.value).map((cases) => msg(str`${rounded(cases)} a day`))}
        @paint=${this.painted}
      ></pf-week-grid>
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : ''}
    </div>`;
  }

  private cells(): readonly WeekCell[] {
    const rates = ratesByCell(this.value, MINUTES);
    const top = Math.max(...rates, 0);
    return rates.map((rate) => ({
      level: rate > 0 ? 0.12 + 0.73 * (rate / top) : 0,
      label: msg(str`${rounded(rate)} cases per hour`),
      text: rate > 0 ? rounded(rate) : '',
    }));
  }

  private readonly painted = (event: CustomEvent<Stroke>): void => {
    this.set(paintRates(this.value, event.detail.cells, MINUTES, this.brush));
  };

  private scale(factor: number): void {
    if (this.value.length === 0) return;
    this.set(this.value.map((slot) => ({ ...slot, perHour: Number((slot.perHour * factor).toPrecision(6)) })));
  }

  private set(value: readonly RateSlot[]): void {
    this.value = value;
    this.commit(value);
  }
}

/** Three digits are enough to read a rate by; the file keeps all of them. */
const rounded = (value: number): string => writeNumber(Number(value.toPrecision(3)));

declare global {
  interface HTMLElementTagNameMap {
    'pf-rate-profile-field': RateProfileField;
  }
}
