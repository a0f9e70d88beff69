/** Heading of a section that holds one figure: its title and where the figure comes from. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ElementParameters } from '#simulation';
import type { FieldChange } from '../../fields/field-element.ts';
import '../../fields/provenance-tag.ts';
import type { Provenance } from '#simulation';
import { msg, str } from '@lit/localize';
import type { InspectorContext } from './context.ts';
import { setProvenance, type ParameterName } from './edits/elements.ts';
import { nameOf } from '../../i18n/element-names.ts';

/** The parameters of an element as a run would use them. */
export const parametersOf = (context: InspectorContext, id: string): ElementParameters =>
  context.scenario.elements?.[id] ?? {};

/** Title and source tag; the tag is there once there is a figure. */
export function figureHeading(
  context: InspectorContext,
  id: string,
  name: ParameterName,
  title: string,
): TemplateResult {
  const parameters = parametersOf(context, id);
  const value = parameters[name];
  const change = (event: FieldChange<Provenance>): void =>
    context.edit(
      msg(str`Change the source of ${title} at ${nameOf(context.model, context.scenario, id)}`),
      (scenario) => setProvenance(scenario, id, name, value, event.detail),
    );
  return html`<div class="heading">
    <h3>${title}</h3>
    ${
      value === undefined
        ? nothing
        : html`<pf-provenance-tag
            label=${title}
            .value=${parameters.provenance?.[name]}
            @change=${change}
          ></pf-provenance-tag>`
    }
  </div>`;
}
