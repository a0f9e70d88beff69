/** Promises a step has a part in, with a quick way to a new one. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { behaviorOf, type Sla } from '#simulation';
import type { FieldChange } from '../../../fields/field-element.ts';
import type { Section } from '../context.ts';
import { newSla, removeSla, setSla, slasAt } from '../edits/slas.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import '../sla-editor.ts';

export const slaSection: Section = {
  id: 'sla',
  title: () => msg('Time standards (SLA)'),
  applies: (target) => target.kind === 'node' && (behaviorOf(target.node)?.roles.includes('activity') ?? false),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no promise at <${target.kind}>`);
    const { id } = target.node;
    const name = nameOf(context.model, context.scenario, id);
    const slas = slasAt(context.scenario, id);
    const add = (): void => {
      const taken = (context.scenario.slas ?? []).map((sla) => sla.id);
      const sla = newSla(name, { type: 'activity', element: id }, taken);
      context.edit(msg(str`Add SLA on ${name}`), (s) => setSla(s, sla));
    };
    return html`
      <div class="heading">
        <h3>${slaSection.title()}</h3>
        <button class="plain" type="button" @click=${add}><wa-icon name="plus"></wa-icon>${msg('Add')}</button>
      </div>
      ${
        slas.length > 0
          ? html`<div class="items">
              ${slas.map(
                (sla) =>
                  html`<pf-sla-editor
                    .value=${sla}
                    .model=${context.model}
                    .scenario=${context.scenario}
                    ?removable=${context.written.slas?.some((own) => own.id === sla.id) ?? false}
                    @change=${(event: FieldChange<Sla>) =>
                      context.edit(msg(str`Change SLA ${sla.name}`), (s) => setSla(s, event.detail))}
                    @remove=${() => context.edit(msg(str`Remove SLA ${sla.name}`), (s) => removeSla(s, sla.id))}
                  ></pf-sla-editor>`,
              )}
            </div>`
          : nothing
      }
    `;
  },
};
