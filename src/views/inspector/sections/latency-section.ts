/** A message flow: how long a partner that is not modelled takes to answer. */
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { DistributionSpec } from '#simulation';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';

export const latencySection: Section = {
  id: 'latency',
  title: () => msg('Answer time'),
  applies: (target) => target.kind === 'message-flow',
  render(target, context) {
    if (target.kind !== 'message-flow') throw new Error(`no message flow in <${target.kind}>`);
    const { id, source, target: end } = target.flow;
    const from = nameOf(context.model, context.scenario, source);
    const to = nameOf(context.model, context.scenario, end);
    const blackBox = context.model.participants.some((p) => p.id === source && p.process === undefined);
    if (!blackBox)
      return html`<p class="quiet">
        ${msg(str`From ${from} to ${to}. The message arrives at once; nothing to set here.`)}
      </p>`;
    return html`
      ${figureHeading(context, id, 'latency', latencySection.title())}
      <pf-distribution-field
        label=${msg(str`How long ${from} takes to answer`)}
        default-unit="h"
        .value=${parametersOf(context, id).latency}
        @change=${(event: FieldChange<DistributionSpec>) =>
          context.edit(msg(str`Set answer time of ${from}`), (s) => setParameter(s, id, 'latency', event.detail))}
      ></pf-distribution-field>
    `;
  },
};
