/** A length of time as people type it: `1h 30m`, `90 min`, `2 wd`, `2 小时`; what was understood stands beneath. */
import { localized, msg } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import type { Span, TimeUnit } from '#simulation';
import { parseSpan } from '../format/index.ts';
import { saySpan, writeSpan } from './duration-text.ts';
import { belowZero, isNegative } from './numbers.ts';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-duration-field')
export class DurationField extends TypedField<Span> {
  /** Unit of a bare number. */
  @property({ attribute: 'default-unit' }) defaultUnit: TimeUnit = 'h';
  /** Zero is not a length. */
  @property({ type: Boolean }) positive = false;

  protected override read(text: string): Reading<Span> {
    const span = parseSpan(text, { defaultUnit: this.value?.unit ?? this.defaultUnit });
    if (span === undefined) return { invalid: isNegative(text) ? belowZero() : this.whatToType() };
    if (this.positive && span.value === 0) return { invalid: msg('Type a time longer than 0, e.g. 2 h.') };
    return { value: span };
  }

  protected override write(value: Span): string {
    return writeSpan(value);
  }

  protected override whatToType(): string {
    return msg('Type a time such as 90 min, 1h 30m, 2 d or 2 wd (working days).');
  }

  protected override get understood(): string {
    if (this.text.trim() === '') return '';
    const reading = this.read(this.text);
    const said = 'value' in reading ? saySpan(reading.value) : '';
    // Repeating what stands in the field helps nobody.
    return said === this.text.trim() ? '' : said;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-duration-field': DurationField;
  }
}
