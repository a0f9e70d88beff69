/** Cases that do not wait for ever, and those that wait already when the run begins. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DistributionSpec } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import type { InspectorContext } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';

const FAILS = ' fails';

export function renderGivingUp(id: string, context: InspectorContext): TemplateResult {
  const { patience, balkAt, abandonTo, initial } = parametersOf(context, id);
  const label = msg(str`Set how long cases wait for ${nameOf(context.model, context.scenario, id)}`);
  const setPatience = (next: DistributionSpec | undefined): void =>
    context.edit(label, (s) => setParameter(s, id, 'patience', next));
  const exits = context.model.nodes
    .filter((node) => node.attachedTo === id)
    .map((node) => ({ value: node.id, label: nameOf(context.model, context.scenario, node.id) }));
  return html`
    <div class="row">
      <pf-number-field
        label=${msg('Waiting at the start')}
        unit=${msg('cases')}
        whole
        min="0"
        hint=${msg('Backlog when the run begins.')}
        .value=${initial}
        @change=${(event: FieldChange<number | undefined>) =>
          context.edit(label, (s) => setParameter(s, id, 'initial', event.detail))}
      ></pf-number-field>
      <pf-number-field
        label=${msg('Nobody joins when')}
        unit=${msg('wait')}
        whole
        min="0"
        hint=${msg('Empty = everybody joins.')}
        .value=${balkAt}
        @change=${(event: FieldChange<number | undefined>) =>
          context.edit(label, (s) => setParameter(s, id, 'balkAt', event.detail))}
      ></pf-number-field>
    </div>
    ${
      patience
        ? html`<div class="tight" role="group" aria-label=${msg('Cases give up after')}>
            <pf-distribution-field
              label=${msg('Cases give up after')}
              .value=${patience}
              @change=${(event: FieldChange<DistributionSpec>) => setPatience(event.detail)}
            ></pf-distribution-field>
            <div class="end">
              <button class="plain danger" type="button" @click=${() => setPatience(undefined)}>
                <wa-icon name="trash"></wa-icon>${msg('Let them wait for ever')}
              </button>
            </div>
          </div>`
        : html`<div>
            <button
              class="plain"
              type="button"
              @click=${() => setPatience({ type: 'exponential', params: { mean: 5 }, unit: 'min' })}
            >
              <wa-icon name="plus"></wa-icon>${msg('Cases give up after a while')}
            </button>
          </div>`
    }
    ${
      patience !== undefined || balkAt !== undefined
        ? choice({
            label: msg('Who gives up or does not join'),
            value: abandonTo ?? FAILS,
            choices: [{ value: FAILS, label: msg('is lost: the case fails') }, ...exits],
            hint: exits.length > 0 ? '' : msg('A boundary event of the step could lead on.'),
            chosen: (exit) =>
              context.edit(label, (s) => setParameter(s, id, 'abandonTo', exit === FAILS ? undefined : exit)),
          })
        : nothing
    }
  `;
}
