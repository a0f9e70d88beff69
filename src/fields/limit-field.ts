/** A time limit with the clock it runs on: calendar time always runs, working time only while the calendar is open. */
import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Calendar, Clock, Span } from '#simulation';
import { choice } from './choice.ts';
import './duration-field.ts';
import { dataChanged, FieldElement, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';

export interface TimeLimit {
  readonly limit: Span;
  readonly clock: Clock;
  /** Calendar of the working time; absent = the run's business calendar. */
  readonly calendar?: string;
}

@localized()
@customElement('pf-limit-field')
export class LimitField extends FieldElement<TimeLimit> {
  static override readonly styles = [fieldStyles];

  @property({ attribute: false, hasChanged: dataChanged }) value: TimeLimit | undefined;
  @property({ attribute: false }) calendars: readonly Calendar[] = [];

  override render(): TemplateResult {
    const value = this.value ?? { limit: { value: 1, unit: 'day' }, clock: 'calendar' };
    return html`<div class="tight" role="group" aria-label=${this.label}>
      <div class="row">
        <pf-duration-field
          label=${this.label}
          required
          positive
          .value=${value.limit}
          @change=${(event: FieldChange<Span>) => this.set({ ...value, limit: event.detail })}
        ></pf-duration-field>
        ${clockChoice(value.clock, (clock) => this.set(withClock(value, clock)))}
      </div>
      ${
        value.clock === 'business'
          ? calendarChoice(value.calendar, this.calendars, (calendar) => this.set(withCalendar(value, calendar)))
          : nothing
      }
    </div>`;
  }

  private set(value: TimeLimit): void {
    this.value = value;
    this.commit(value);
  }
}

/** The menu of the two clocks. */
export const clockChoice = (value: Clock, chosen: (clock: Clock) => void): TemplateResult =>
  choice<Clock>({
    label: msg('Counted in'),
    value,
    choices: [
      { value: 'calendar', label: msg('calendar time') },
      { value: 'business', label: msg('working time') },
    ],
    chosen,
  });

const OF_THE_RUN = ' run';

/** The menu of calendars for a working-time clock; undefined = the run's business calendar. */
export const calendarChoice = (
  value: string | undefined,
  calendars: readonly Calendar[],
  chosen: (calendar: string | undefined) => void,
): TemplateResult =>
  choice({
    label: msg('Working time of'),
    value: value ?? OF_THE_RUN,
    choices: [
      { value: OF_THE_RUN, label: msg('business calendar of the run') },
      ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name || calendar.id })),
    ],
    chosen: (id) => chosen(id === OF_THE_RUN ? undefined : id),
  });

const withClock = ({ limit, calendar }: TimeLimit, clock: Clock): TimeLimit =>
  clock === 'business' && calendar !== undefined ? { limit, clock, calendar } : { limit, clock };

const withCalendar = ({ limit, clock }: TimeLimit, calendar: string | undefined): TimeLimit =>
  calendar === undefined ? { limit, clock } : { limit, clock, calendar };

declare global {
  interface HTMLElementTagNameMap {
    'pf-limit-field': LimitField;
  }
}
