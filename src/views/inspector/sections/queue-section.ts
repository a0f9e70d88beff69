/** What happens around the work: which case goes first, what at the end of a shift, what one execution costs. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Formula, ShiftEndPolicy } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import '../../../fields/number-field.ts';
import type { InspectorContext, Section, Target } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { renderGivingUp } from './giving-up.ts';
import { understands } from '../understands.ts';

/** What opens the section where it is given: nobody looks for it behind a heading. */
const SHOWN = ['patience', 'balkAt', 'initial'] as const;

export const queueSection: Section = {
  id: 'queue',
  title: () => msg('Queue, shift end and cost'),
  applies: (target) =>
    understands(target, 'priority') || understands(target, 'shiftEnd') || understands(target, 'fixedCost'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no queue at <${target.kind}>`);
    const given = parametersOf(context, target.node.id);
    return html`<details ?open=${SHOWN.some((name) => given[name] !== undefined)}>
      <summary><h3>${queueSection.title()}</h3></summary>
      <div class="stack">
        ${understands(target, 'priority') ? renderPriority(target.node.id, context) : nothing}
        ${understands(target, 'patience') ? renderGivingUp(target.node.id, context) : nothing}
        ${understands(target, 'shiftEnd') ? renderShiftEnd(target.node.id, context) : nothing}
        ${understands(target, 'fixedCost') ? renderCost(target, context) : nothing}
      </div>
    </details>`;
  },
};

interface Rank {
  readonly when: Formula;
  readonly priority: number;
}

function renderPriority(id: string, context: InspectorContext): TemplateResult {
  const { priority, priorityWhen: ranks = [] } = parametersOf(context, id);
  const label = msg(str`Set priority of ${nameOf(context.model, context.scenario, id)}`);
  const set = (next: readonly Rank[]): void =>
    context.edit(label, (s) => setParameter(s, id, 'priorityWhen', next.length > 0 ? next : undefined));
  const replace = (index: number, part: Partial<Rank>): void =>
    set(ranks.map((old, i) => (i === index ? { ...old, ...part } : old)));
  return html`
    <pf-number-field
      label=${msg('Priority')}
      hint=${msg('Higher goes first, in pools that queue by priority. Empty = 0.')}
      .value=${priority}
      @change=${(event: FieldChange<number | undefined>) =>
        context.edit(label, (s) => setParameter(s, id, 'priority', event.detail))}
    ></pf-number-field>
    ${ranks.map(
      (rank, index) =>
        html`<div class="tight" role="group" aria-label=${msg(str`Priority for some cases ${index + 1}`)}>
          <pf-formula-field
            label=${msg('For cases with')}
            required
            .caseAttributes=${context.scenario.attributes ?? []}
            .value=${rank.when}
            @change=${(event: FieldChange<Formula>) => replace(index, { when: event.detail })}
          ></pf-formula-field>
          <div class="row">
            <pf-number-field
              label=${msg('Priority')}
              required
              .value=${rank.priority}
              @change=${(event: FieldChange<number>) => replace(index, { priority: event.detail })}
            ></pf-number-field>
            <button
              class="icon-button fixed beside"
              type="button"
              aria-label=${msg(str`Remove priority for some cases ${index + 1}`)}
              @click=${() => set(ranks.filter((_, i) => i !== index))}
            >
              <wa-icon name="trash"></wa-icon>
            </button>
          </div>
        </div>`,
    )}
    <div>
      <button class="plain" type="button" @click=${() => set([...ranks, { when: { text: '' }, priority: 1 }])}>
        <wa-icon name="plus"></wa-icon>${msg('Other priority for some cases')}
      </button>
    </div>
  `;
}

function renderShiftEnd(id: string, context: InspectorContext): TemplateResult {
  const value = parametersOf(context, id).shiftEnd ?? 'pause';
  return choice<ShiftEndPolicy>({
    label: msg('When the shift ends during the work'),
    value,
    choices: [
      { value: 'pause', label: msg('pause, go on next shift') },
      { value: 'overtime', label: msg('finish in overtime') },
      { value: 'fit', label: msg('begin only what fits') },
    ],
    hint: shiftEndHint(value),
    chosen: (policy) =>
      context.edit(msg(str`Set shift end of ${nameOf(context.model, context.scenario, id)}`), (s) =>
        setParameter(s, id, 'shiftEnd', policy),
      ),
  });
}

function shiftEndHint(policy: ShiftEndPolicy): string {
  switch (policy) {
    case 'pause':
      return msg('The person stays bound to the case overnight.');
    case 'overtime':
      return msg('Paid at the overtime factor of the pool.');
    case 'fit':
      return msg('Work that would run past the shift waits for the next one.');
  }
}

function renderCost(target: Target & { kind: 'node' }, context: InspectorContext): TemplateResult {
  const { id } = target.node;
  return html`<pf-money-field
    label=${msg('Cost per execution')}
    currency=${context.scenario.currency ?? 'CNY'}
    .value=${parametersOf(context, id).fixedCost}
    hint=${msg('Material, fees; the time of people is counted with their pools.')}
    @change=${(event: FieldChange<number | undefined>) =>
      context.edit(msg(str`Set cost of ${nameOf(context.model, context.scenario, id)}`), (s) =>
        setParameter(s, id, 'fixedCost', event.detail),
      )}
  ></pf-money-field>`;
}
