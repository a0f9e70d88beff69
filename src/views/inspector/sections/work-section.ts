/** How long an activity takes, and how long for some cases. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ConditionalDistribution, DistributionSpec, Formula } from '#simulation';
import { formulaOf } from '../../../bpmn/index.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import type { InspectorContext, Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

export const workSection: Section = {
  id: 'work',
  title: () => msg('Work time'),
  applies: (target) => understands(target, 'work'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no work at <${target.kind}>`);
    const { id } = target.node;
    const name = nameOf(context.model, context.scenario, id);
    return html`
      ${figureHeading(context, id, 'work', workSection.title())}
      <pf-distribution-field
        label=${msg('How long one execution takes')}
        label-hidden
        .value=${parametersOf(context, id).work}
        @change=${(event: FieldChange<DistributionSpec>) =>
          context.edit(msg(str`Set work time of ${name}`), (s) => setParameter(s, id, 'work', event.detail))}
      ></pf-distribution-field>
      ${renderExceptions(context, id, name)}
    `;
  },
};

function renderExceptions(context: InspectorContext, id: string, name: string): TemplateResult {
  const exceptions = parametersOf(context, id).workWhen ?? [];
  const set = (next: readonly ConditionalDistribution[]): void =>
    context.edit(msg(str`Set work time of ${name} for some cases`), (s) =>
      setParameter(s, id, 'workWhen', next.length > 0 ? next : undefined),
    );
  const replace = (index: number, part: Partial<ConditionalDistribution>): void =>
    set(exceptions.map((old, i) => (i === index ? { ...old, ...part } : old)));
  const add = (): void => {
    const attribute = context.scenario.attributes?.find((a) => a.type === 'category');
    const value = attribute?.type === 'category' ? attribute.values.at(-1)?.value : undefined;
    const text = attribute && value !== undefined ? `${attribute.name} = ${JSON.stringify(value)}` : '';
    const like = parametersOf(context, id).work ?? { type: 'constant', params: { value: 10 }, unit: 'min' };
    set([...exceptions, { when: formulaOf(text), distribution: like }]);
  };
  return html`<div class="stack exceptions">
    ${exceptions.map(
      (exception, index) =>
        html`<details class="item" ?open=${exception.when.text === ''}>
          <summary>
            <span class="says"
              ><span>${exception.when.text ? msg(str`When ${exception.when.text}`) : msg('For some cases')}</span></span
            >
          </summary>
          <div class="stack">
            <pf-formula-field
              label=${msg('For cases with')}
              required
              .caseAttributes=${context.scenario.attributes ?? []}
              .value=${exception.when}
              @change=${(event: FieldChange<Formula>) => replace(index, { when: event.detail })}
            ></pf-formula-field>
            <pf-distribution-field
              label=${msg('Work time')}
              .value=${exception.distribution}
              @change=${(event: FieldChange<DistributionSpec>) => replace(index, { distribution: event.detail })}
            ></pf-distribution-field>
            <div class="end">
              <button class="plain danger" type="button" @click=${() => set(exceptions.filter((_, i) => i !== index))}>
                <wa-icon name="trash"></wa-icon>${msg('Remove')}
              </button>
            </div>
          </div>
        </details>`,
    )}
    <div>
      <button class="plain" type="button" @click=${add}>
        <wa-icon name="plus"></wa-icon>${msg('Different for some cases')}
      </button>
    </div>
  </div>`;
}
