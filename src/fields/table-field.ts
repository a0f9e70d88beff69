/** One or two columns of numbers, typed or pasted from a spreadsheet. */
import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { writeNumber } from './numbers.ts';
import { readColumns, writeColumns, type Columns, type TextColumn } from './table-text.ts';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-table-field')
export class TableField extends TypedField<Columns> {
  @property({ attribute: false }) columns: readonly TextColumn[] = [];

  protected override read(text: string): Reading<Columns> {
    const result = readColumns(text, this.columns);
    if ('columns' in result) return { value: result.columns };
    return { invalid: msg(str`Line ${result.line}: “${result.cell}” is not a number. Type one row per line.`) };
  }

  protected override write(value: Columns): string {
    return writeColumns(
      this.columns.map((column) => value[column.name] ?? []),
      writeNumber,
    );
  }

  protected override whatToType(): string {
    return msg('Type or paste one row per line.');
  }

  protected override get understood(): string {
    const rows = Math.max(0, ...Object.values(this.value ?? {}).map((list) => list.length));
    return msg(str`${rows} rows. Paste from a spreadsheet replaces them.`);
  }

  protected override renderControl(): TemplateResult {
    return html`<textarea
      id="control"
      rows="5"
      spellcheck="false"
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-describedby="notes"
      placeholder=${this.placeholder || nothing}
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
    'pf-table-field': TableField;
  }
}
