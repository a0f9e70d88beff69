/** A selected sequence flow: where it leads, and how its gateway chooses it. */
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { Section } from '../context.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { chooses } from './branches.ts';
import { renderBranches } from './branches-section.ts';

export const flowSection: Section = {
  id: 'flow',
  title: () => msg('Sequence flow'),
  applies: (target) => target.kind === 'flow',
  render(target, context) {
    if (target.kind !== 'flow') throw new Error(`no sequence flow in <${target.kind}>`);
    const { source, target: end } = target.flow;
    const from = nameOf(context.model, context.scenario, source);
    const node = context.model.nodes.find(({ id }) => id === source);
    if (node && chooses(node, context)) return renderBranches(node, context);
    return html`<p class="quiet">
      ${msg(str`Every case that leaves ${from} goes on to ${nameOf(context.model, context.scenario, end)}. Nothing to set here.`)}
    </p>`;
  },
};
