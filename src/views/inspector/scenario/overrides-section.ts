/** What an inheriting scenario says differently from its parent, and taking it back. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { InspectorContext } from '../context.ts';
import type { ParameterName } from '../edits/elements.ts';
import { dropOverride, overridesOf, type Override } from '../edits/overrides.ts';
import { nameOf } from '../names.ts';
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

function parameterTitle(name: ParameterName): string {
  switch (name) {
    case 'work':
      return msg('Work time');
    case 'workWhen':
      return msg('Work time for some cases');
    case 'resources':
      return msg('Who does it');
    case 'priority':
    case 'priorityWhen':
      return msg('Priority');
    case 'shiftEnd':
      return msg('Shift end');
    case 'fixedCost':
      return msg('Cost per execution');
    case 'assign':
      return msg('Changes case attributes');
    case 'arrivals':
      return msg('Arrivals');
    case 'delay':
      return msg('Time until it happens');
    case 'clock':
    case 'calendar':
      return msg('Clock');
    case 'probability':
      return msg('Share of cases');
    case 'condition':
      return msg('Condition');
    case 'latency':
      return msg('Answer time');
  }
}

function settingTitle(name: (Override & { type: 'run' })['id']): string {
  switch (name) {
    case 'start':
      return msg('Starts on');
    case 'timeZone':
      return msg('Time zone');
    case 'horizon':
      return msg('Length');
    case 'cases':
      return msg('Cases');
    case 'warmUp':
      return msg('Warm-up');
    case 'replications':
      return msg('Replications');
    case 'seed':
      return msg('Seed');
    case 'businessCalendar':
      return msg('Business calendar');
  }
}
