/** What a run of the scenario covers, and how often it is repeated. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { LEAST_REPLICATIONS, toMs, type RunSettings, type Span } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/date-time-field.ts';
import '../../../fields/duration-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/text-field.ts';
import '../../../fields/zone-field.ts';
import { formatSpan } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import type { InspectorContext } from '../context.ts';
import { setRun } from '../edits/settings.ts';
import { renderPrecision } from './precision-fields.ts';
import type { ScenarioSection } from './section.ts';

type Kind = 'pilot' | 'steady';

const AROUND_THE_CLOCK = ' always';

export const runSection: ScenarioSection = {
  id: 'run',
  open: true,
  title: () => msg('Run plan'),
  summary: ({ scenario }) => gist(scenario.run ?? {}),
  render(context) {
    const run = context.scenario.run ?? {};
    return html`
      ${renderKind(run, context)} ${renderExtent(run, context)}
      <div class="row">
        <pf-number-field
          label=${run.precision ? msg('Replications, at least') : msg('Replications')}
          whole
          min=${run.precision ? LEAST_REPLICATIONS : 1}
          max="100000"
          placeholder="30"
          .value=${run.replications}
          @change=${(event: FieldChange<number | undefined>) =>
            context.edit(msg('Set replications'), (s) => setRun(s, 'replications', event.detail))}
        ></pf-number-field>
        <pf-text-field
          label=${msg('Seed')}
          placeholder="preflight"
          .value=${run.seed}
          @change=${(event: FieldChange<string | undefined>) =>
            context.edit(msg('Set seed'), (s) => setRun(s, 'seed', event.detail))}
        ></pf-text-field>
      </div>
      <p class="hint">${msg('More replications narrow the intervals; the same seed gives the same figures.')}</p>
      ${renderPrecision(context)} ${renderCalendar(run, context)}
      <pf-date-time-field
        label=${msg('Starts on')}
        .value=${run.start ?? '2026-01-05T00:00:00'}
        required
        @change=${(event: FieldChange<string>) =>
          context.edit(msg('Set start of the run'), (s) => setRun(s, 'start', event.detail))}
      ></pf-date-time-field>
      <pf-zone-field
        label=${msg('Time zone')}
        placeholder=${msg('none: no daylight saving')}
        .value=${run.timeZone}
        @change=${(event: FieldChange<string | undefined>) =>
          context.edit(msg('Set time zone'), (s) => setRun(s, 'timeZone', event.detail))}
      ></pf-zone-field>
    `;
  },
};

function renderKind(run: RunSettings, context: InspectorContext): TemplateResult {
  const kind: Kind = run.warmUp && toMs(run.warmUp) > 0 ? 'steady' : 'pilot';
  const chosen = (next: Kind): void =>
    context.edit(msg('Set kind of run'), (s) => setRun(s, 'warmUp', next === 'steady' ? warmUpFor(run) : undefined));
  return choice<Kind>({
    label: msg('Question'),
    value: kind,
    choices: [
      { value: 'pilot', label: msg('a pilot that starts empty') },
      { value: 'steady', label: msg('the long run, once settled') },
    ],
    hint:
      kind === 'pilot'
        ? msg('Terminating: everything from the first case to the end counts.')
        : msg('Steady state: figures count only after the warm-up.'),
    chosen,
  });
}

function renderExtent(run: RunSettings, context: InspectorContext): TemplateResult {
  const steady = run.warmUp !== undefined && toMs(run.warmUp) > 0;
  return html`
    <div class="row">
      <pf-duration-field
        label=${msg('Length')}
        default-unit="week"
        positive
        .value=${run.horizon}
        .invalid=${run.horizon === undefined && run.cases === undefined ? msg('Type a length, or a number of cases.') : ''}
        @change=${(event: FieldChange<Span | undefined>) =>
          context.edit(msg('Set length of the run'), (s) => setRun(s, 'horizon', event.detail))}
      ></pf-duration-field>
      <pf-number-field
        label=${msg('Cases')}
        whole
        min="1"
        placeholder=${msg('no limit')}
        .value=${run.cases}
        @change=${(event: FieldChange<number | undefined>) =>
          context.edit(msg('Set number of cases'), (s) => setRun(s, 'cases', event.detail))}
      ></pf-number-field>
    </div>
    ${
      steady
        ? html`<pf-duration-field
            label=${msg('Warm-up')}
            default-unit="day"
            .value=${run.warmUp}
            .invalid=${
              run.horizon && toMs(run.warmUp) >= toMs(run.horizon)
                ? msg('The warm-up takes the whole run. Type a shorter one.')
                : ''
            }
            @change=${(event: FieldChange<Span | undefined>) =>
              context.edit(msg('Set warm-up'), (s) => setRun(s, 'warmUp', event.detail))}
          ></pf-duration-field>`
        : nothing
    }
  `;
}

function renderCalendar(run: RunSettings, context: InspectorContext): TemplateResult {
  return choice({
    label: msg('Business calendar'),
    value: run.businessCalendar ?? AROUND_THE_CLOCK,
    choices: [
      { value: AROUND_THE_CLOCK, label: msg('around the clock') },
      ...(context.scenario.calendars ?? []).map(({ id, name }) => ({ value: id, label: name || id })),
    ],
    hint: msg('Cycle time in working time is counted in it.'),
    chosen: (id) =>
      context.edit(msg('Set business calendar'), (s) =>
        setRun(s, 'businessCalendar', id === AROUND_THE_CLOCK ? undefined : id),
      ),
  });
}

/** A fifth of the run, the usual first try. */
const warmUpFor = ({ horizon }: RunSettings): Span =>
  horizon ? { value: Number((horizon.value / 5).toPrecision(3)), unit: horizon.unit } : { value: 1, unit: 'week' };

function gist({ horizon, cases, replications = 30, precision }: RunSettings): string {
  const length = horizon ? formatSpan(horizon, locale()) : cases === undefined ? '' : msg(str`${cases} cases`);
  const repeated = precision ? `${Math.max(LEAST_REPLICATIONS, replications)}+` : `${replications}`;
  return length ? msg(str`${length} × ${repeated}`) : '';
}
