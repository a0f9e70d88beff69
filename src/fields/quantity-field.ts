/** A time parameter of a distribution: a number in the unit its fellows share; a duration typed with another unit is converted. */
import { localized, msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { MS_PER_UNIT, toMs, type TimeUnit } from '#simulation';
import { parseSpan } from '../format/index.ts';
import { belowZero, isNegative, writeNumber } from './numbers.ts';
import { TypedField, type Reading } from './typed-field.ts';
import { unitAbbreviation } from './unit-names.ts';

@localized()
@customElement('pf-quantity-field')
export class QuantityField extends TypedField<number> {
  @property({ attribute: 'time-unit' }) timeUnit: TimeUnit = 'min';

  protected override get unit(): string {
    return unitAbbreviation(this.timeUnit);
  }

  protected override read(text: string): Reading<number> {
    const span = parseSpan(text, { defaultUnit: this.timeUnit });
    if (span === undefined) return { invalid: isNegative(text) ? belowZero() : this.whatToType() };
    // In its own unit a number is kept to the digit.
    const value = span.unit === this.timeUnit ? span.value : toMs(span) / MS_PER_UNIT[this.timeUnit];
    return { value: Number(value.toPrecision(12)) };
  }

  protected override write(value: number): string {
    return writeNumber(value);
  }

  protected override whatToType(): string {
    return msg(str`Type a number of ${unitAbbreviation(this.timeUnit)}, or a time such as 90 min.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-quantity-field': QuantityField;
  }
}
