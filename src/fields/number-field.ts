/** A number with its unit. */
import { localized, msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { parseNumber } from '../format/index.ts';
import { writeNumber } from './numbers.ts';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-number-field')
export class NumberField extends TypedField<number> {
  @property({ type: Number }) min = -Infinity;
  @property({ type: Number }) max = Infinity;
  /** Only whole numbers. */
  @property({ type: Boolean }) whole = false;
  /** Shown after the number. */
  @property({ attribute: 'unit' }) unitText = '';

  protected override get unit(): string {
    return this.unitText;
  }
  protected override get keyboard(): 'decimal' | 'numeric' {
    return this.whole ? 'numeric' : 'decimal';
  }

  protected override read(text: string): Reading<number> {
    const value = parseNumber(text);
    if (value === undefined || (this.whole && !Number.isInteger(value)) || value < this.min || value > this.max)
      return { invalid: this.whatToType() };
    return { value };
  }

  protected override write(value: number): string {
    return writeNumber(value);
  }

  protected override whatToType(): string {
    const { min, max } = this;
    if (this.whole) {
      if (Number.isFinite(min) && Number.isFinite(max)) return msg(str`Type a whole number from ${min} to ${max}.`);
      if (Number.isFinite(min)) return msg(str`Type a whole number, ${min} or more.`);
      return msg('Type a whole number, e.g. 12.');
    }
    if (Number.isFinite(min) && Number.isFinite(max)) return msg(str`Type a number from ${min} to ${max}.`);
    if (Number.isFinite(min)) return msg(str`Type a number, ${min} or more.`);
    return msg('Type a number, e.g. 12.5.');
  }
}

/** A share of one, typed and shown in percent. */
@localized()
@customElement('pf-percent-field')
export class PercentField extends TypedField<number> {
  protected override get unit(): string {
    return '%';
  }
  protected override get keyboard(): 'decimal' {
    return 'decimal';
  }

  protected override read(text: string): Reading<number> {
    const percent = parseNumber(text.replace(/%$/, ''));
    if (percent === undefined || percent < 0 || percent > 100) return { invalid: this.whatToType() };
    return { value: Number((percent / 100).toPrecision(12)) };
  }

  protected override write(value: number): string {
    return writeNumber(value * 100);
  }

  protected override whatToType(): string {
    return msg('Type a percentage from 0 to 100.');
  }
}

/** An amount of money, not negative; the currency stands beside it. */
@localized()
@customElement('pf-money-field')
export class MoneyField extends TypedField<number> {
  /** ISO 4217 code, with an optional rate: `CNY`, `CNY / h`. */
  @property() currency = 'CNY';
  /** Set for an hourly rate. */
  @property({ type: Boolean, attribute: 'per-hour' }) perHour = false;

  protected override get unit(): string {
    return this.perHour ? msg(str`${this.currency}/h`) : this.currency;
  }
  protected override get keyboard(): 'decimal' {
    return 'decimal';
  }

  protected override read(text: string): Reading<number> {
    const value = parseNumber(text.replace(/^[¥￥€$£]\s*/, '').replace(/\s*[a-z]{3}$/i, ''));
    return value === undefined || value < 0 ? { invalid: this.whatToType() } : { value };
  }

  protected override write(value: number): string {
    return writeNumber(value);
  }

  protected override whatToType(): string {
    return msg('Type an amount, 0 or more, e.g. 120.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-number-field': NumberField;
    'pf-percent-field': PercentField;
    'pf-money-field': MoneyField;
  }
}
