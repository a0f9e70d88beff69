/** Working hours and holidays others refer to. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Calendar } from '#simulation';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/text-field.ts';
import '../../../fields/week-calendar-field.ts';
import type { OpeningHours } from '../../../fields/week-calendar-field.ts';
import { hoursPerWeek, sharedHoursPerWeek } from '../../../fields/week.ts';
import { formatNumber } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import type { InspectorContext } from '../context.ts';
import '../editor-dialog.ts';
import { newCalendar, removeCalendar, setCalendar, usesOfCalendar } from '../edits/calendars.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { askBeforeRemoving } from './removal.ts';
import type { ScenarioSection } from './section.ts';
import { omit } from '../edits/omit.ts';

export const calendarsSection: ScenarioSection = {
  id: 'calendars',
  title: () => msg('Calendars'),
  summary: ({ scenario }) => String(scenario.calendars?.length ?? 0),
  render(context) {
    const calendars = context.scenario.calendars ?? [];
    const add = (): void => {
      const calendar = newCalendar(
        msg('Office hours'),
        calendars.map(({ id }) => id),
      );
      context.edit(msg('Add calendar'), (s) => setCalendar(s, calendar));
    };
    return html`
      ${
        calendars.length > 0
          ? html`<div class="items">${calendars.map((calendar) => renderCalendar(calendar, context))}</div>`
          : html`<p class="quiet">${msg('Without a calendar everyone works around the clock.')}</p>`
      }
      <div>
        <button class="plain" type="button" @click=${add}><wa-icon name="plus"></wa-icon>${msg('Add calendar')}</button>
      </div>
    `;
  },
};

function renderCalendar(calendar: Calendar, context: InspectorContext): TemplateResult {
  const name = calendar.name || calendar.id;
  const change = (next: Calendar): void => context.edit(msg(str`Change calendar ${name}`), (s) => setCalendar(s, next));
  const own = context.written.calendars?.some(({ id }) => id === calendar.id) ?? false;
  return html`<div class="item calendar">
    <span class="says"><span>${name}</span><span class="hint figure">${gist(calendar)}</span></span>
    <pf-editor-dialog data-id=${calendar.id} label=${name} button=${msg('Edit …')}>
      <div class="stack">
        <pf-text-field
          label=${msg('Name')}
          required
          .value=${calendar.name}
          @change=${(event: FieldChange<string>) => change({ ...calendar, name: event.detail })}
        ></pf-text-field>
        <pf-week-calendar-field
          label=${msg('Hours')}
          .value=${{ rules: calendar.rules, holidays: calendar.holidays ?? [] }}
          @change=${(event: FieldChange<OpeningHours>) => change(withHours(calendar, event.detail))}
        ></pf-week-calendar-field>
      </div>
    </pf-editor-dialog>
    <button
      class="icon-button"
      type="button"
      aria-label=${msg(str`Remove ${name}`)}
      title=${own ? msg('Remove') : msg('Inherited: remove it in the scenario it comes from.')}
      ?disabled=${!own}
      @click=${() => remove(calendar, context)}
    >
      <wa-icon name="trash"></wa-icon>
    </button>
  </div>`;
}

function withHours(calendar: Calendar, hours: OpeningHours): Calendar {
  return {
    ...omit(calendar, 'holidays'),
    rules: hours.rules,
    ...(hours.holidays.length > 0 ? { holidays: hours.holidays } : {}),
  };
}

function gist(calendar: Calendar): string {
  const hours = formatNumber(hoursPerWeek(calendar.rules), locale());
  const shared = formatNumber(sharedHoursPerWeek(calendar.rules), locale());
  const holidays = calendar.holidays?.length ?? 0;
  const open = holidays > 0 ? msg(str`${hours} h a week, ${holidays} holidays`) : msg(str`${hours} h a week`);
  return shared === hours ? open : msg(str`${open}, ${shared} h for this process`);
}

async function remove(calendar: Calendar, context: InspectorContext): Promise<void> {
  const uses = usesOfCalendar(context.scenario, calendar.id);
  const names = [...uses.pools, ...uses.elements, ...uses.slas].map((id) =>
    nameOf(context.model, context.scenario, id),
  );
  const all = uses.run ? [msg('the run plan'), ...names] : names;
  const consequence = msg('Pools and arrivals are then open around the clock.');
  if (await askBeforeRemoving(calendar.name || calendar.id, all, consequence))
    context.edit(msg(str`Remove calendar ${calendar.name}`), (s) => removeCalendar(s, calendar.id));
}
