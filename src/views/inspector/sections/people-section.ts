/** Who does an activity. */
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/resources-field.ts';
import type { Needs, NewPool } from '../../../fields/resources-field.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { newPool, setPool } from '../edits/pools.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

export const peopleSection: Section = {
  id: 'people',
  title: () => msg('Who does it'),
  applies: (target) => understands(target, 'resources'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`nobody works at <${target.kind}>`);
    const { id } = target.node;
    const name = nameOf(context.model, context.scenario, id);
    const pools = context.scenario.pools ?? [];
    const label = msg(str`Set who does ${name}`);
    const created = ({ detail }: CustomEvent<NewPool>): void => {
      const pool = newPool(
        detail.name,
        pools.map((p) => p.id),
      );
      context.edit(label, (s) => setParameter(setPool(s, pool), id, 'resources', detail.needs(pool.id)));
    };
    return html`
      <div class="heading"><h3>${peopleSection.title()}</h3></div>
      <pf-resources-field
        label=${peopleSection.title()}
        .pools=${pools}
        .value=${parametersOf(context, id).resources ?? []}
        @change=${(event: FieldChange<Needs>) =>
          context.edit(label, (s) => setParameter(s, id, 'resources', event.detail))}
        @new-pool=${created}
      ></pf-resources-field>
    `;
  },
};
