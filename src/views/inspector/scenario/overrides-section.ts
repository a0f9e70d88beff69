/** What an inheriting scenario says differently from its parent, and taking it back. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { InspectorContext } from '../context.ts';
import { dropOverride, overridesOf, type Override } from '../edits/overrides.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { parameterTitle, settingTitle } from '../../../i18n/parameter-names.ts';
import type { ScenarioSection } from './section.ts';

export const overridesSection: ScenarioSection = {
  id: 'overrides',
  title: () => msg('Differs from its base'),
  summary: ({ written }) => String(overridesOf(written).length),
  applies: ({ written }) => written.inherits !== undefined,
  render(context) {
    const overrides = overridesOf(context.written);
    const parent = context.session.scenarios.find(({ id }) => id === context.written.inherits)?.name ?? '';
    if (overrides.length === 0)
      return html`<p class="quiet">
        ${msg(str`Everything is as in ${parent}. What you change here is kept as a difference.`)}
      </p>`;
    return html`<ul class="tight">
      ${overrides.map((override) => {
        const { what, where } = describe(override, context);
        return html`<li class="row">
          <span><span class="small quiet">${what}</span><br />${where}</span>
          <button
            class="icon-button fixed"
            type="button"
            aria-label=${msg(str`Use ${what} of ${parent} again: ${where}`)}
            title=${msg(str`As in ${parent}`)}
            @click=${() => context.edit(msg(str`Take back ${what}: ${where}`), (s) => dropOverride(s, override))}
          >
            <wa-icon name="undo"></wa-icon>
          </button>
        </li>`;
      })}
    </ul>`;
  },
};

function describe(override: Override, { model, scenario }: InspectorContext): { what: string; where: string } {
  switch (override.type) {
    case 'element':
      return { what: parameterTitle(override.parameter), where: nameOf(model, scenario, override.id) };
    case 'pool':
      return { what: msg('Resource pool'), where: nameOf(model, scenario, override.id) };
    case 'calendar':
      return { what: msg('Calendar'), where: nameOf(model, scenario, override.id) };
    case 'sla':
      return { what: msg('SLA'), where: nameOf(model, scenario, override.id) };
    case 'attribute':
      return { what: msg('Case attribute'), where: override.id };
    case 'run':
      return { what: msg('Run plan'), where: settingTitle(override.id) };
  }
}
