/** Other work times of an activity: by who does it, and by the hour in which it begins. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { DistributionSpec, WorkAt, WorkBy } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/day-picker.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/time-of-day-field.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import type { InspectorContext } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';

export function renderWorkBy(id: string, context: InspectorContext): TemplateResult {
  const { workBy = [], work, resources = [] } = parametersOf(context, id);
  const asked = new Set(resources.flat().map((need) => need.pool));
  const people = (context.scenario.pools ?? [])
    .filter((pool) => asked.has(pool.id) || workBy.some((other) => other.pool === pool.id))
    .flatMap((pool) => [
      { pool: pool.id, person: undefined, value: pool.id, label: pool.name || pool.id },
      ...pool.staffing.flatMap(({ name }) =>
        name === undefined
          ? []
          : [{ pool: pool.id, person: name, value: `${pool.id}\n${name}`, label: `${pool.name || pool.id}: ${name}` }],
      ),
    ]);
  const set = (next: readonly WorkBy[]): void =>
    context.edit(labelFor(context, id), (s) => setParameter(s, id, 'workBy', next.length > 0 ? next : undefined));
  const replace = (index: number, part: Partial<WorkBy>): void =>
    set(workBy.map((old, i) => (i === index ? { ...old, ...part } : old)));
  const keyOf = ({ pool, person }: WorkBy): string => (person === undefined ? pool : `${pool}\n${person}`);
  const [first] = people;
  return html`${workBy.map(
    (other, index) =>
      html`<details class="item">
        <summary>
          <span class="says"
            >${msg(str`When ${people.find((p) => p.value === keyOf(other))?.label ?? other.pool} does it`)}</span
          >
        </summary>
        <div class="stack">
          ${choice({
            label: msg('Done by'),
            value: keyOf(other),
            choices: people,
            chosen: (key) => {
              const chosen = people.find((p) => p.value === key);
              if (!chosen) return;
              const who = chosen.person === undefined ? {} : { person: chosen.person };
              const next = { pool: chosen.pool, ...who, distribution: other.distribution };
              set(workBy.map((old, i) => (i === index ? next : old)));
            },
          })}
          <pf-distribution-field
            label=${msg('Work time')}
            .value=${other.distribution}
            @change=${(event: FieldChange<DistributionSpec>) => replace(index, { distribution: event.detail })}
          ></pf-distribution-field>
          ${removal(() => set(workBy.filter((_, i) => i !== index)))}
        </div>
      </details>`,
  )}
  ${
    first
      ? addition(msg('Other work time for some people'), () =>
          set([
            ...workBy,
            { pool: first.pool, distribution: work ?? { type: 'constant', params: { value: 10 }, unit: 'min' } },
          ]),
        )
      : ''
  }`;
}

export function renderWorkAt(id: string, context: InspectorContext): TemplateResult {
  const { workAt = [] } = parametersOf(context, id);
  const set = (next: readonly WorkAt[]): void =>
    context.edit(labelFor(context, id), (s) => setParameter(s, id, 'workAt', next.length > 0 ? next : undefined));
  const replace = (index: number, part: Partial<WorkAt>): void =>
    set(workAt.map((old, i) => (i === index ? { ...old, ...part } : old)));
  return html`${workAt.map(
    (hours, index) =>
      html`<div class="tight" role="group" aria-label=${msg(str`Slow or quick hours ${index + 1}`)}>
        <pf-day-picker
          label=${msg('Work begun on')}
          .value=${hours.days}
          @change=${(event: FieldChange<readonly number[]>) => replace(index, { days: event.detail })}
        ></pf-day-picker>
        <div class="row">
          <pf-time-of-day-field
            label=${msg('From')}
            required
            .value=${hours.from}
            @change=${(event: FieldChange<number>) => replace(index, { from: event.detail })}
          ></pf-time-of-day-field>
          <pf-time-of-day-field
            label=${msg('Until')}
            required
            .value=${hours.to}
            @change=${(event: FieldChange<number>) => replace(index, { to: event.detail })}
          ></pf-time-of-day-field>
        </div>
        <pf-number-field
          label=${msg('Takes')}
          unit=${msg('times as long')}
          required
          min="0.01"
          max="100"
          .value=${hours.factor}
          @change=${(event: FieldChange<number>) => replace(index, { factor: event.detail })}
        ></pf-number-field>
        ${removal(() => set(workAt.filter((_, i) => i !== index)))}
      </div>`,
  )}
  ${addition(msg('Slow or quick hours'), () =>
    set([...workAt, { days: [1, 2, 3, 4, 5], from: 720, to: 840, factor: 1.2 }]),
  )}`;
}

const labelFor = (context: InspectorContext, id: string): string =>
  msg(str`Set work times of ${nameOf(context.model, context.scenario, id)}`);

const addition = (label: string, add: () => void): TemplateResult =>
  html`<div>
    <button class="plain" type="button" @click=${add}><wa-icon name="plus"></wa-icon>${label}</button>
  </div>`;

const removal = (remove: () => void): TemplateResult =>
  html`<div class="end">
    <button class="plain danger" type="button" @click=${remove}>
      <wa-icon name="trash"></wa-icon>${msg('Remove')}
    </button>
  </div>`;
