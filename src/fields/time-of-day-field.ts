/** A time of day, typed as people write it; the end of the day is 24:00. */
import { localized, msg } from '@lit/localize';
import { css } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTimeOfDay } from '../format/index.ts';
import { TypedField, type Reading } from './typed-field.ts';
import { readClock } from './week.ts';

@localized()
@customElement('pf-time-of-day-field')
export class TimeOfDayField extends TypedField<number> {
  static override readonly styles = [
    ...TypedField.styles,
    css`
      :host {
        width: 5em;
      }
      .control input {
        padding-inline: var(--wa-space-2xs);
        text-align: center;
      }
    `,
  ];

  protected override read(text: string): Reading<number> {
    const minute = readClock(text);
    return minute === undefined ? { invalid: this.whatToType() } : { value: minute };
  }
  protected override write(value: number): string {
    return formatTimeOfDay(value);
  }
  protected override whatToType(): string {
    return msg('Type a time, e.g. 9:30.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-time-of-day-field': TimeOfDayField;
  }
}
