/** A line or a paragraph of text. */
import { localized, msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-text-field')
export class TextField extends TypedField<string> {
  /** More than 1 makes it a paragraph, in which Enter breaks the line. */
  @property({ type: Number }) rows = 1;

  protected override read(text: string): Reading<string> {
    return { value: text };
  }
  protected override write(value: string): string {
    return value;
  }
  protected override whatToType(): string {
    return msg('Type a name.');
  }

  protected override renderControl(): TemplateResult {
    if (this.rows <= 1) return super.renderControl();
    return html`<textarea
      id="control"
      rows=${this.rows}
      placeholder=${this.placeholder}
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-describedby="notes"
      ?disabled=${this.disabled}
      .value=${live(this.text)}
      @input=${this.typed}
      @change=${this.settle}
      @keydown=${this.keyPressed}
    ></textarea>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-text-field': TextField;
  }
}
