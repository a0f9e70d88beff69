/** Name, purpose, parent and currency of the scenario. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Scenario } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/text-field.ts';
import { setParticular } from '../edits/settings.ts';
import type { ScenarioSection } from './section.ts';

const NONE = ' none';

export const aboutSection: ScenarioSection = {
  id: 'about',
  open: true,
  title: () => msg('Scenario'),
  summary: () => '',
  render(context) {
    const { written, session } = context;
    const parents = session.scenarios.filter((other) => !descendsFrom(other, written.id, session.scenarios));
    return html`
      <pf-text-field
        label=${msg('Name')}
        required
        .value=${written.name}
        @change=${(event: FieldChange<string>) =>
          context.edit(msg('Rename scenario'), (s) => ({ ...s, name: event.detail }))}
      ></pf-text-field>
      <pf-text-field
        label=${msg('What it assumes')}
        rows="2"
        .value=${written.description}
        @change=${(event: FieldChange<string | undefined>) =>
          context.edit(msg('Describe scenario'), (s) => setParticular(s, 'description', event.detail))}
      ></pf-text-field>
      ${
        parents.length > 0
          ? choice({
              label: msg('Builds on'),
              value: written.inherits ?? NONE,
              choices: [
                { value: NONE, label: msg('nothing: states everything itself') },
                ...parents.map(({ id, name }) => ({ value: id, label: name || id })),
              ],
              chosen: (id) =>
                context.edit(msg('Change what the scenario builds on'), (s) =>
                  setParticular(s, 'inherits', id === NONE ? undefined : id),
                ),
            })
          : nothing
      }
      <pf-text-field
        label=${msg('Currency')}
        placeholder="CNY"
        .value=${written.currency}
        .invalid=${isCurrency(written.currency ?? 'CNY') ? '' : msg(str`“${written.currency ?? ''}” is no currency code. Type three letters, e.g. CNY.`)}
        @change=${(event: FieldChange<string | undefined>) =>
          context.edit(msg('Set currency'), (s) => setParticular(s, 'currency', event.detail?.toUpperCase()))}
      ></pf-text-field>
    `;
  },
};

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** Whether a scenario is, or builds on, the one with this id: as a parent it would make a circle. */
function descendsFrom(scenario: Scenario, id: string, all: readonly Scenario[]): boolean {
  const line: string[] = [];
  for (let next: string | undefined = scenario.id; next !== undefined && !line.includes(next);) {
    line.push(next);
    const current: string = next;
    next = all.find((other) => other.id === current)?.inherits;
  }
  return line.includes(id);
}
