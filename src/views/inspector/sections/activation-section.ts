/** When a complex gateway goes on. */
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { CaseAttribute, Formula } from '#simulation';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

const COUNT: CaseAttribute = {
  name: 'activationCount',
  type: 'number',
  distribution: { type: 'constant', params: { value: 0 } },
};

export const activationSection: Section = {
  id: 'activation',
  title: () => msg('Activation'),
  applies: (target) => target.kind === 'node' && target.node.incoming.length > 1 && understands(target, 'activation'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no activation at <${target.kind}>`);
    const { node } = target;
    return html`<h3>${activationSection.title()}</h3>
      <div class="stack">
        <pf-formula-field
          label=${msg('Goes on when')}
          .caseAttributes=${[COUNT, ...(context.scenario.attributes ?? [])]}
          .value=${parametersOf(context, node.id).activation ?? node.condition}
          @change=${(event: FieldChange<Formula | undefined>) =>
            context.edit(msg(str`Set activation of ${nameOf(context.model, context.scenario, node.id)}`), (s) =>
              setParameter(s, node.id, 'activation', event.detail?.text ? event.detail : undefined),
            )}
        ></pf-formula-field>
        <p class="quiet">
          ${msg('activationCount is the number of tokens that have come, e.g. activationCount >= 2 for two of three.')}
        </p>
      </div>`;
  },
};
