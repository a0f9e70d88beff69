/** A local date and time, by the browser's own picker. */
import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-date-time-field')
export class DateTimeField extends TypedField<string> {
  protected override read(text: string): Reading<string> {
    // The picker leaves out seconds that are 0.
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)
      ? { value: text.length === 16 ? `${text}:00` : text }
      : { invalid: this.whatToType() };
  }
  protected override write(value: string): string {
    return value.replace(/:00$/, '');
  }
  protected override whatToType(): string {
    return msg('Choose a date and a time.');
  }

  protected override renderControl(): TemplateResult {
    return html`<input
      id="control"
      type="datetime-local"
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-describedby="notes"
      .value=${live(this.text)}
      @input=${this.typed}
      @change=${this.settle}
      @keydown=${this.keyPressed}
    />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-date-time-field': DateTimeField;
  }
}
