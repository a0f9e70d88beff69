/** Events that nothing in the model triggers: whether they happen while their host runs, and how often. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import '../../../fields/number-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

export const chanceSection: Section = {
  id: 'chance',
  title: () => msg('Chance that it happens'),
  applies: (target) => target.kind === 'node' && understands(target, 'probability'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no chance at <${target.kind}>`);
    const { node } = target;
    const { probability, occurrences } = parametersOf(context, node.id);
    const name = nameOf(context.model, context.scenario, node.id);
    const label = msg(str`Set how often ${name} happens`);
    return html`
      ${figureHeading(context, node.id, 'probability', chanceSection.title())}
      <div class="stack">
        <pf-percent-field
          label=${msg('Share of executions in which it happens')}
          .value=${probability}
          @change=${(event: FieldChange<number>) =>
            context.edit(label, (s) => setParameter(s, node.id, 'probability', event.detail))}
        ></pf-percent-field>
        <p class="quiet">${msg('Leave it empty when something in the model triggers the event.')}</p>
        ${
          node.interrupting === false && understands(target, 'occurrences')
            ? html`<pf-number-field
                label=${msg('Times at most')}
                whole
                min="1"
                .value=${occurrences}
                @change=${(event: FieldChange<number>) =>
                  context.edit(label, (s) => setParameter(s, node.id, 'occurrences', event.detail))}
              ></pf-number-field>`
            : nothing
        }
      </div>
    `;
  },
};
