/** Seven small buttons to choose weekdays with. */
import { localized } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dayName } from '../i18n/day-names.ts';
import { dataChanged, FieldElement } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import { DAYS } from './week.ts';

@localized()
@customElement('pf-day-picker')
export class DayPicker extends FieldElement<readonly number[]> {
  static override readonly styles = [
    fieldStyles,
    css`
      [role='group'] {
        display: flex;
        gap: var(--wa-space-3xs);
      }
      button {
        min-width: var(--wa-space-xl);
        min-height: var(--wa-form-control-height);
        padding: 0 var(--wa-space-3xs);
        border: var(--wa-border-width-s) solid var(--wa-color-neutral-border-normal);
        border-radius: var(--wa-border-radius-s);
        background: none;
        font: inherit;
        font-size: var(--wa-font-size-xs);
        color: var(--wa-color-text-quiet);
        cursor: pointer;
      }
      button[aria-pressed='true'] {
        border-color: var(--wa-color-brand-border-normal);
        background: var(--wa-color-brand-fill-quiet);
        color: var(--wa-color-brand-on-normal);
      }
      button:focus-visible {
        outline: var(--wa-focus-ring);
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: readonly number[] = [];

  /** Whether none may be chosen. */
  @property({ type: Boolean }) optional = false;

  override render(): TemplateResult {
    return html`<span class=${this.labelHidden ? 'visually-hidden' : 'label'} aria-hidden="true">${this.label}</span>
      <div role="group" aria-label=${this.label}>
        ${DAYS.map(
          (day) =>
            html`<button
              type="button"
              aria-pressed=${this.value.includes(day) ? 'true' : 'false'}
              @click=${() => this.toggle(day)}
            >
              ${dayName(day)}
            </button>`,
        )}
      </div>`;
  }

  private toggle(day: number): void {
    const days = this.value.includes(day) ? this.value.filter((d) => d !== day) : [...this.value, day];
    // Where days are needed, a rule without any would say nothing; it is removed with its own button.
    if (days.length > 0 || this.optional) this.commit([...days].sort((a, b) => a - b));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-day-picker': DayPicker;
  }
}
