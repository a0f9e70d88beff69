/** An IANA time zone, typed with the browser's list at hand. */
import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-zone-field')
export class ZoneField extends TypedField<string> {
  protected override read(text: string): Reading<string> {
    try {
      return { value: new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone };
    } catch {
      return { invalid: this.whatToType() };
    }
  }
  protected override write(value: string): string {
    return value;
  }
  protected override whatToType(): string {
    return msg('Type a zone such as Asia/Shanghai, or leave it empty.');
  }

  protected override renderControl(): TemplateResult {
    return html`<input
        id="control"
        type="text"
        list="zones"
        autocomplete="off"
        spellcheck="false"
        placeholder=${this.placeholder}
        aria-invalid=${this.problem ? 'true' : 'false'}
        aria-describedby="notes"
        .value=${live(this.text)}
        @input=${this.typed}
        @change=${this.settle}
        @keydown=${this.keyPressed}
      />
      <datalist id="zones">
        ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
      </datalist>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-zone-field': ZoneField;
  }
}
