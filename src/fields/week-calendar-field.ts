/** Opening hours of a week: painted with the mouse or the keyboard, or typed to the minute as rules; and the holidays. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { localized, msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Holiday, WeeklyRule } from '#simulation';
import { choice } from './choice.ts';
import { dayName } from '../i18n/day-names.ts';
import './day-picker.ts';
import { dataChanged, FieldElement, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import './holidays-field.ts';
import { writeNumber } from './numbers.ts';
import './time-of-day-field.ts';
import './number-field.ts';
import { copyDay, DAYS, hoursPerWeek, MINUTES_PER_DAY, openCells, paintWeek, sharedHoursPerWeek } from './week.ts';
import './week-grid.ts';
import type { Stroke, WeekCell } from './week-grid.ts';

/** What a calendar consists of beside its name. */
export interface OpeningHours {
  readonly rules: readonly WeeklyRule[];
  readonly holidays: readonly Holiday[];
}

const MINUTES = 30;
const WEEKDAYS = [1, 2, 3, 4, 5];

@localized()
@customElement('pf-week-calendar-field')
export class WeekCalendarField extends FieldElement<OpeningHours> {
  static override readonly styles = [
    fieldStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--wa-space-2xs) var(--wa-space-xs);
      }
      .bar .sum {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: var(--wa-space-m) var(--wa-space-l);
      }
      .rule {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: var(--wa-space-2xs);
      }
      .brush {
        display: flex;
        align-items: start;
        gap: var(--wa-space-s);
      }
      .brush pf-percent-field,
      .rule pf-percent-field {
        flex: none;
        inline-size: 7em;
      }
      .rule .to {
        align-self: center;
      }
      wa-select {
        width: 9em;
      }
      h3 {
        margin: 0;
        font-size: var(--wa-font-size-s);
        font-weight: var(--wa-font-weight-semibold);
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: OpeningHours = { rules: [], holidays: [] };
  /** Share of their time that people have in hours that are painted, 0 < share <= 1. */
  @state() private brush = 1;

  override render(): TemplateResult {
    const hours = twoDigits(hoursPerWeek(this.value.rules));
    const shared = twoDigits(sharedHoursPerWeek(this.value.rules));
    return html`<div class="stack">
      <div class="bar">
        ${presets().map(
          (preset) =>
            html`<button class="plain" type="button" @click=${() => this.setRules(preset.rules)}>
              ${preset.label}
            </button>`,
        )}
        ${this.renderCopyDay()}
        <strong class="sum"
          >${shared === hours ? msg(str`${hours} hours a week`) : msg(str`${hours} hours a week, ${shared} for this process`)}</strong
        >
      </div>
      <div class="brush">
        <pf-percent-field
          label=${msg('Paint with')}
          required
          .value=${this.brush}
          @change=${(event: FieldChange<number>) => {
            event.stopPropagation();
            if (event.detail > 0) this.brush = event.detail;
          }}
        ></pf-percent-field>
        <p class="hint">
          ${msg('Share of their time that people have for this process in these hours; below 100 % they also do other work. Arrivals and deadlines count the hours in full.')}
        </p>
      </div>
      <pf-week-grid
        label=${msg('Opening hours: drag or press Space to open and close, Shift with arrow keys marks a block')}
        .minutes=${MINUTES}
        .cells=${this.cells()}
        .totals=${this.totals()}
        @paint=${this.painted}
      ></pf-week-grid>
      <div class="columns">
        <section class="tight" aria-label=${msg('Hours as text')}>
          <h3>${msg('Hours')}</h3>
          ${this.value.rules.length === 0 ? html`<p class="hint">${msg('Closed all week.')}</p>` : ''}
          ${this.value.rules.map((rule, index) => this.renderRule(rule, index))}
          <div>
            <button class="plain" type="button" @click=${this.addRule}>
              <wa-icon name="plus"></wa-icon>${msg('Add hours')}
            </button>
          </div>
        </section>
        <pf-holidays-field
          label=${msg('Holidays')}
          .value=${this.value.holidays}
          @change=${(event: FieldChange<readonly Holiday[]>) => this.set({ ...this.value, holidays: event.detail })}
        ></pf-holidays-field>
      </div>
    </div>`;
  }

  private renderCopyDay(): TemplateResult {
    return choice({
      label: msg('Copy a day to all other working days'),
      labelHidden: true,
      placeholder: msg('Copy a day …'),
      value: undefined,
      choices: DAYS.map((day) => ({ value: String(day), label: msg(str`${dayName(day)} to Mon–Fri`) })),
      chosen: (day) => this.setRules(copyDay(this.value.rules, Number(day), WEEKDAYS)),
    });
  }

  private renderRule(rule: WeeklyRule, index: number): TemplateResult {
    const change = (part: Partial<WeeklyRule>): void =>
      this.setRules(this.value.rules.map((r, i) => (i === index ? { ...r, ...part } : r)));
    const changeShare = (share: number): void => {
      const all: WeeklyRule = { days: rule.days, from: rule.from, to: rule.to };
      const own = share === 0 ? [] : [share === 1 ? all : { ...all, share }];
      this.setRules(this.value.rules.flatMap((r, i) => (i === index ? own : [r])));
    };
    const overnight = rule.to <= rule.from;
    return html`<div class="rule" role="group" aria-label=${msg(str`Hours ${index + 1}`)}>
      <pf-day-picker
        label=${msg('Days')}
        label-hidden
        .value=${rule.days}
        @change=${(event: FieldChange<readonly number[]>) => change({ days: event.detail })}
      ></pf-day-picker>
      <pf-time-of-day-field
        label=${msg('From')}
        label-hidden
        required
        .value=${rule.from}
        @change=${(event: FieldChange<number>) => change({ from: event.detail % MINUTES_PER_DAY })}
      ></pf-time-of-day-field>
      <span class="to">–</span>
      <pf-time-of-day-field
        label=${msg('To')}
        label-hidden
        required
        .value=${rule.to}
        hint=${overnight ? msg('next day') : ''}
        @change=${(event: FieldChange<number>) => change({ to: event.detail })}
      ></pf-time-of-day-field>
      <pf-percent-field
        label=${msg('Time for this process')}
        label-hidden
        required
        .value=${rule.share ?? 1}
        @change=${(event: FieldChange<number>) => changeShare(event.detail)}
      ></pf-percent-field>
      <span class="to hint" aria-hidden="true">${msg('of their time')}</span>
      <button
        class="icon-button"
        type="button"
        aria-label=${msg(str`Remove hours ${index + 1}`)}
        title=${msg('Remove')}
        @click=${() => this.setRules(this.value.rules.filter((_, i) => i !== index))}
      >
        <wa-icon name="trash"></wa-icon>
      </button>
    </div>`;
  }

  private cells(): readonly WeekCell[] {
    return openCells(this.value.rules, MINUTES).map(({ open, share }) => ({
      level: 0.85 * (share === undefined ? open / 2 : share > 0 ? 0.15 + 0.85 * share : 0),
      label:
        share === 0
          ? msg('closed')
          : share === 1
            ? msg('open')
            : share === undefined
              ? msg('partly open')
              : msg(str`${writeNumber(Math.round(share * 100))} % of the time`),
    }));
  }

  private totals(): readonly string[] {
    const cells = openCells(this.value.rules, MINUTES);
    const perDay = MINUTES_PER_DAY / MINUTES;
    return DAYS.map((day) => {
      const open = cells.slice((day - 1) * perDay, day * perDay).reduce((sum, cell) => sum + cell.open, 0);
      return msg(str`${writeNumber(Math.round((open * MINUTES) / 0.6) / 100)} h`);
    });
  }

  private readonly painted = (event: CustomEvent<Stroke>): void => {
    const { cells, from } = event.detail;
    const isThere = openCells(this.value.rules, MINUTES)[from]?.share === this.brush;
    this.setRules(paintWeek(this.value.rules, cells, MINUTES, isThere ? 0 : this.brush));
  };

  private readonly addRule = (): void => {
    const free = DAYS.filter((day) => !this.value.rules.some((rule) => rule.days.includes(day)));
    this.setRules([...this.value.rules, { days: free.length > 0 ? free : [6], from: 540, to: 1020 }]);
  };

  private setRules(rules: readonly WeeklyRule[]): void {
    this.set({ ...this.value, rules });
  }

  private set(value: OpeningHours): void {
    this.value = value;
    this.commit(value);
  }
}

const twoDigits = (hours: number): string => writeNumber(Math.round(hours * 100) / 100);

/** Hours many organisations have; they replace the week's rules, holidays stay. */
const presets = (): readonly { readonly label: string; readonly rules: readonly WeeklyRule[] }[] => [
  { label: msg('Mon–Fri 9–17'), rules: [{ days: WEEKDAYS, from: 540, to: 1020 }] },
  {
    label: msg('9–18 with lunch'),
    rules: [
      { days: WEEKDAYS, from: 540, to: 720 },
      { days: WEEKDAYS, from: 780, to: 1080 },
    ],
  },
  { label: msg('Two shifts'), rules: [{ days: WEEKDAYS, from: 360, to: 1320 }] },
  { label: msg('24/7'), rules: [{ days: [...DAYS], from: 0, to: MINUTES_PER_DAY }] },
];

declare global {
  interface HTMLElementTagNameMap {
    'pf-week-calendar-field': WeekCalendarField;
  }
}
