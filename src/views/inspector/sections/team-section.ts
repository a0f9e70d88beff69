/** Which person does an activity, and what hangs on the person: the same, another, the fastest, getting ready. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DistributionSpec, TeamChoice } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import type { InspectorContext, Section } from '../context.ts';
import { setParameter, type ParameterName } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';
import { understands } from '../understands.ts';
import { renderWorkAt, renderWorkBy } from './work-variants.ts';

const ANYBODY = ' anybody';
/** What opens the section where it is given: nobody looks for it behind a heading. */
const SHOWN = ['choose', 'samePersonAs', 'otherPersonThan', 'setup', 'workBy', 'workAt'] as const;

export const teamSection: Section = {
  id: 'team',
  title: () => msg('Which person'),
  applies: (target) => understands(target, 'samePersonAs'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`nobody works at <${target.kind}>`);
    const { id } = target.node;
    const steps = context.model.nodes
      .filter((node) => node.id !== id && understands({ kind: 'node', node }, 'resources'))
      .map((node) => ({ value: node.id, label: nameOf(context.model, context.scenario, node.id) }));
    const given = parametersOf(context, id);
    return html`<details ?open=${SHOWN.some((name) => given[name] !== undefined)}>
      <summary><h3>${teamSection.title()}</h3></summary>
      <div class="stack">
        ${renderChoice(id, context)} ${steps.length > 0 ? renderRules(id, steps, context) : nothing}
        ${renderSetup(id, context)} ${renderWorkBy(id, context)} ${renderWorkAt(id, context)}
      </div>
    </details>`;
  },
};

interface Step {
  readonly value: string;
  readonly label: string;
}

const labelFor = (context: InspectorContext, id: string): string =>
  msg(str`Set which person does ${nameOf(context.model, context.scenario, id)}`);

function renderChoice(id: string, context: InspectorContext): TemplateResult {
  return choice<TeamChoice>({
    label: msg('When several are free'),
    value: parametersOf(context, id).choose ?? 'listed',
    choices: [
      { value: 'listed', label: msg('in the order listed, idle longest first') },
      { value: 'fastest', label: msg('whoever needs least time') },
    ],
    chosen: (value) =>
      context.edit(labelFor(context, id), (s) => setParameter(s, id, 'choose', value === 'listed' ? undefined : value)),
  });
}

function renderRules(id: string, steps: readonly Step[], context: InspectorContext): TemplateResult {
  const { samePersonAs, otherPersonThan = [] } = parametersOf(context, id);
  const label = labelFor(context, id);
  const toggle = (step: string): void => {
    const next = otherPersonThan.includes(step)
      ? otherPersonThan.filter((other) => other !== step)
      : [...otherPersonThan, step];
    context.edit(label, (s) => setParameter(s, id, 'otherPersonThan', next.length > 0 ? next : undefined));
  };
  return html`
    ${choice({
      label: msg('Same person as in'),
      value: samePersonAs?.element ?? ANYBODY,
      choices: [{ value: ANYBODY, label: msg('no step: anyone may do it') }, ...steps],
      chosen: (element) =>
        context.edit(label, (s) =>
          setParameter(
            s,
            id,
            'samePersonAs',
            element === ANYBODY ? undefined : { element, otherwise: samePersonAs?.otherwise ?? 'wait' },
          ),
        ),
    })}
    ${
      samePersonAs
        ? choice<'wait' | 'anyone'>({
            label: msg('When that person is busy or away'),
            value: samePersonAs.otherwise,
            choices: [
              { value: 'wait', label: msg('wait for the person') },
              { value: 'anyone', label: msg('anyone free takes over') },
            ],
            chosen: (otherwise) =>
              context.edit(label, (s) => setParameter(s, id, 'samePersonAs', { ...samePersonAs, otherwise })),
          })
        : nothing
    }
    <div class="tight" role="group" aria-label=${msg('Another person than in (four eyes)')}>
      <span class="small">${msg('Another person than in (four eyes)')}</span>
      ${steps.map(
        (step) =>
          html`<wa-checkbox
            size="s"
            ?checked=${otherPersonThan.includes(step.value)}
            @change=${(event: Event) => {
              event.stopPropagation();
              toggle(step.value);
            }}
            >${step.label}</wa-checkbox
          >`,
      )}
    </div>
  `;
}

function renderSetup(id: string, context: InspectorContext): TemplateResult {
  return optionalTime(id, context, {
    parameter: 'setup',
    title: msg('Set-up time'),
    hint: msg('Spent when the person did something else before.'),
    like: { type: 'constant', params: { value: 5 }, unit: 'min' },
  });
}

interface OptionalTime {
  readonly parameter: 'setup' & ParameterName;
  readonly title: string;
  readonly hint: string;
  readonly like: DistributionSpec;
}

/** A time that most steps do not have: a button until it is wanted. */
function optionalTime(id: string, context: InspectorContext, time: OptionalTime): TemplateResult {
  const value = parametersOf(context, id)[time.parameter];
  const set = (next: DistributionSpec | undefined): void =>
    context.edit(labelFor(context, id), (s) => setParameter(s, id, time.parameter, next));
  if (!value)
    return html`<div>
      <button class="plain" type="button" @click=${() => set(time.like)}>
        <wa-icon name="plus"></wa-icon>${time.title}
      </button>
    </div>`;
  return html`<details class="item">
    <summary><span class="says">${time.title}</span></summary>
    <div class="stack">
      <p class="hint">${time.hint}</p>
      <pf-distribution-field
        label=${time.title}
        .value=${value}
        @change=${(event: FieldChange<DistributionSpec>) => set(event.detail)}
      ></pf-distribution-field>
      <div class="end">
        <button class="plain danger" type="button" @click=${() => set(undefined)}>
          <wa-icon name="trash"></wa-icon>${msg('Remove')}
        </button>
      </div>
    </div>
  </details>`;
}
