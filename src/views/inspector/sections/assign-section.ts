/** New values of case attributes once an element is done. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Formula } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';
import { omit } from '../edits/omit.ts';

export const assignSection: Section = {
  id: 'assign',
  title: () => msg('Changes case attributes'),
  // Without attributes there is nothing to change, unless the file says so.
  applies: (target, context) =>
    target.kind === 'node' &&
    understands(target, 'assign') &&
    ((context.scenario.attributes ?? []).length > 0 || parametersOf(context, target.node.id).assign !== undefined),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`nothing assigned at <${target.kind}>`);
    const { id } = target.node;
    const assign = parametersOf(context, id).assign ?? {};
    const attributes = context.scenario.attributes ?? [];
    const free = attributes.filter(({ name }) => !(name in assign));
    const set = (next: Readonly<Record<string, Formula>>): void =>
      context.edit(msg(str`Set what ${nameOf(context.model, context.scenario, id)} changes`), (s) =>
        setParameter(s, id, 'assign', Object.keys(next).length > 0 ? next : undefined),
      );
    const remove = (name: string): void => set(omit(assign, name));
    return html`<details ?open=${Object.keys(assign).length > 0}>
      <summary><h3>${assignSection.title()}</h3></summary>
      <div class="stack">
        ${Object.entries(assign).map(
          ([name, formula]) =>
            html`<div class="row">
              <pf-formula-field
                label=${msg(str`${name} becomes`)}
                required
                .caseAttributes=${attributes}
                .value=${formula}
                @change=${(event: FieldChange<Formula>) => set({ ...assign, [name]: event.detail })}
              ></pf-formula-field>
              <button
                class="icon-button fixed beside"
                type="button"
                aria-label=${msg(str`Leave ${name} as it is`)}
                @click=${() => remove(name)}
              >
                <wa-icon name="trash"></wa-icon>
              </button>
            </div>`,
        )}
        ${
          free.length > 0
            ? choice({
                label: msg('Attribute to change when it is done'),
                labelHidden: true,
                placeholder: msg('Change an attribute …'),
                value: undefined,
                choices: free.map(({ name }) => ({ value: name, label: name })),
                chosen: (name) => set({ ...assign, [name]: { text: name, tree: { type: 'attribute', name } } }),
              })
            : nothing
        }
      </div>
    </details>`;
  },
};
