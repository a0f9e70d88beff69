/** When cases come to a start event. */
import WaTextarea from '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Arrivals, DistributionSpec, RateSlot } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/rate-profile-field.ts';
import { formatNumber } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import type { InspectorContext, Section } from '../context.ts';
import '../editor-dialog.ts';
import { setParameter } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';
import { impliedCases } from './arrivals.ts';
import { inFirstWeek, readMoments, startOfRun } from './replay.ts';
import '../log/log-arrivals.ts';
import type { LogArrivals } from '../log/log-arrivals.ts';
import { omit } from '../edits/omit.ts';

type Pattern = 'interval' | 'profile' | 'at-once' | 'replay';

const ALWAYS = ' always';

export const arrivalsSection: Section = {
  id: 'arrivals',
  title: () => msg('Arrivals'),
  // Start events inside a sub-process are reached by their scope, not by customers.
  applies: (target, { model }) =>
    target.kind === 'node' &&
    understands(target, 'arrivals') &&
    model.processes.some((process) => process.id === target.node.scope),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no arrivals at <${target.kind}>`);
    const { id } = target.node;
    const arrivals = parametersOf(context, id).arrivals ?? {};
    const label = msg(str`Set arrivals at ${nameOf(context.model, context.scenario, id)}`);
    const set = (next: Arrivals): void => context.edit(label, (s) => setParameter(s, id, 'arrivals', next));
    const pattern = patternOf(arrivals);
    return html`
      ${figureHeading(context, id, 'arrivals', arrivalsSection.title())}
      <div class="stack">
        ${choice<Pattern>({
          label: msg('Cases come'),
          value: pattern,
          placeholder: msg('Not set'),
          choices: [
            { value: 'interval', label: msg('one after another, at intervals') },
            { value: 'profile', label: msg('by hour and weekday') },
            { value: 'at-once', label: msg('all at the start') },
            { value: 'replay', label: msg('as recorded in a log') },
          ],
          chosen: (next) => set(withPattern(arrivals, next)),
        })}
        ${pattern === 'interval' ? renderInterval(arrivals, context, set) : nothing}
        ${pattern === 'profile' ? renderProfile(arrivals, set) : nothing}
        ${pattern === 'replay' ? renderReplay(arrivals, context, set) : nothing} ${renderImplied(arrivals, context)}
        ${pattern ? renderLimits(arrivals, pattern, set) : nothing}
      </div>
    `;
  },
};

function renderInterval(
  arrivals: Arrivals,
  context: InspectorContext,
  set: (arrivals: Arrivals) => void,
): TemplateResult {
  const calendars = context.scenario.calendars ?? [];
  return html`
    <pf-distribution-field
      label=${msg('Time between two cases')}
      .value=${arrivals.interval}
      @change=${(event: FieldChange<DistributionSpec>) => set({ ...arrivals, interval: event.detail })}
    ></pf-distribution-field>
    ${choice({
      label: msg('Open hours'),
      value: arrivals.calendar ?? ALWAYS,
      choices: [
        { value: ALWAYS, label: msg('around the clock') },
        ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name || calendar.id })),
      ],
      chosen: (id) => set(withCalendar(arrivals, id === ALWAYS ? undefined : id)),
    })}
    ${
      arrivals.calendar === undefined
        ? nothing
        : choice<NonNullable<Arrivals['outside']>>({
            label: msg('Outside open hours'),
            value: arrivals.outside ?? 'clock-stops',
            choices: [
              { value: 'clock-stops', label: msg('no one comes') },
              { value: 'move-to-opening', label: msg('they wait for the opening') },
              { value: 'drop', label: msg('they are lost') },
            ],
            chosen: (outside) => set({ ...arrivals, outside }),
          })
    }
  `;
}

/** How many cases at most, and when the first comes; rarely changed, so folded away unless said. */
function renderLimits(arrivals: Arrivals, pattern: Pattern, set: (arrivals: Arrivals) => void): TemplateResult {
  const count = html`<pf-number-field
    label=${pattern === 'at-once' ? msg('Number of cases') : msg('At most')}
    unit=${msg('cases')}
    whole
    min="1"
    ?required=${pattern === 'at-once'}
    hint=${pattern === 'at-once' ? '' : msg('Empty = no limit but the end of the run.')}
    .value=${arrivals.count}
    @change=${(event: FieldChange<number | undefined>) => set(withCount(arrivals, event.detail))}
  ></pf-number-field>`;
  if (pattern === 'at-once') return count;
  return html`<details ?open=${arrivals.count !== undefined || arrivals.first !== undefined}>
    <summary>${msg('First case and limit')}</summary>
    <div class="stack">
      ${
        pattern === 'interval'
          ? choice<NonNullable<Arrivals['first']>>({
              label: msg('First case'),
              value: arrivals.first ?? 'at-start',
              choices: [
                { value: 'at-start', label: msg('at the start of the run') },
                { value: 'after-interval', label: msg('after one interval') },
              ],
              chosen: (first) => set({ ...arrivals, first }),
            })
          : nothing
      }
      ${count}
    </div>
  </details>`;
}

function renderProfile(arrivals: Arrivals, set: (arrivals: Arrivals) => void): TemplateResult {
  return html`<pf-editor-dialog label=${msg('Arrivals by hour and weekday')} button=${msg('Paint the week …')}>
    <pf-rate-profile-field
      label=${msg('Cases per hour')}
      hint=${msg('Cases come at random around these rates.')}
      .value=${arrivals.profile ?? []}
      @change=${(event: FieldChange<readonly RateSlot[]>) => set({ ...arrivals, profile: event.detail })}
    ></pf-rate-profile-field>
  </pf-editor-dialog>`;
}

function renderReplay(
  arrivals: Arrivals,
  { scenario }: InspectorContext,
  set: (arrivals: Arrivals) => void,
): TemplateResult {
  const { replay = [] } = arrivals;
  const pasted = (event: Event): void => {
    event.stopPropagation();
    const text = event.target instanceof WaTextarea ? event.target.value : '';
    const moments = readMoments(text ?? '', startOfRun(scenario));
    if (moments) set({ ...arrivals, replay: moments });
  };
  const read = (event: LogArrivals): void => {
    const seconds = event.detail.map((ms) => ms / 1000);
    const moments = inFirstWeek(seconds, startOfRun(scenario));
    if (moments) set({ ...arrivals, replay: moments });
    const dialog = event.target instanceof HTMLElement ? event.target.closest('pf-editor-dialog') : null;
    if (dialog) dialog.open = false;
  };
  return html`<pf-editor-dialog label=${msg('Arrivals from an event log')} button=${msg('Read an event log…')}
      ><pf-log-arrivals @pf-arrivals=${read}></pf-log-arrivals
    ></pf-editor-dialog>
    <wa-textarea
      size="s"
      rows="4"
      label=${msg('Paste the column with the times of arrival')}
      hint=${msg('Lines such as 2026-03-02 09:15:00. They are moved to the first week of the run, weekday and time of day stay.')}
      @change=${pasted}
      @input=${(event: Event) => event.stopPropagation()}
    ></wa-textarea>
    <p class="figure implied">${msg(str`${formatNumber(replay.length, locale(), 0)} arrivals recorded.`)}</p>`;
}

function renderImplied(arrivals: Arrivals, context: InspectorContext): TemplateResult | typeof nothing {
  const implied = impliedCases(arrivals, context.scenario.calendars ?? []);
  if (!implied) return nothing;
  const day = formatNumber(implied.perDay, locale());
  const week = formatNumber(implied.perWeek, locale());
  return html`<p class="figure implied">${msg(str`About ${day} cases a day, ${week} a week.`)}</p>`;
}

function patternOf(arrivals: Arrivals): Pattern | undefined {
  if (arrivals.replay) return 'replay';
  if (arrivals.profile) return 'profile';
  if (arrivals.interval) return 'interval';
  return arrivals.count === undefined ? undefined : 'at-once';
}

function withPattern({ interval, profile, replay, count, ...rest }: Arrivals, pattern: Pattern): Arrivals {
  const limit = count === undefined ? {} : { count };
  switch (pattern) {
    case 'interval':
      return { ...rest, ...limit, interval: interval ?? { type: 'exponential', params: { mean: 1 }, unit: 'h' } };
    case 'profile':
      return { ...limit, profile: profile ?? [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020, perHour: 1 }] };
    case 'at-once':
      return { count: count ?? 10 };
    case 'replay':
      return { ...limit, replay: replay ?? [0] };
  }
}

function withCount(arrivals: Arrivals, count: number | undefined): Arrivals {
  const rest = omit(arrivals, 'count');
  return count === undefined ? rest : { ...rest, count };
}

function withCalendar(arrivals: Arrivals, calendar: string | undefined): Arrivals {
  return calendar === undefined ? omit(arrivals, 'calendar', 'outside') : { ...arrivals, calendar };
}
