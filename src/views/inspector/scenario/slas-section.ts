/** The promises of the scenario. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { Sla } from '#simulation';
import type { FieldChange } from '../../../fields/field-element.ts';
import { newSla, removeSla, setSla } from '../edits/slas.ts';
import '../sla-editor.ts';
import type { ScenarioSection } from './section.ts';

export const slasSection: ScenarioSection = {
  id: 'slas',
  title: () => msg('Time standards (SLA)'),
  summary: ({ scenario }) => String(scenario.slas?.length ?? 0),
  render(context) {
    const slas = context.scenario.slas ?? [];
    const add = (): void => {
      const sla = newSla(
        msg('Whole case'),
        { type: 'case' },
        slas.map(({ id }) => id),
      );
      context.edit(msg('Add SLA'), (s) => setSla(s, sla));
    };
    return html`
      ${
        slas.length > 0
          ? html`<div class="items">
              ${slas.map(
                (sla) =>
                  html`<pf-sla-editor
                    data-id=${sla.id}
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
          : html`<p class="quiet">${msg('No promise yet. With one, a run answers how often it is kept.')}</p>`
      }
      <div>
        <button class="plain" type="button" @click=${add}><wa-icon name="plus"></wa-icon>${msg('Add SLA')}</button>
      </div>
    `;
  },
};
