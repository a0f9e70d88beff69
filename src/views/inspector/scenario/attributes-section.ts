/** Properties of a case, drawn when it arrives: classes with shares, numbers with a distribution. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { CaseAttribute, DistributionSpec, Provenance } from '#simulation';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import { formatPercent } from '../../../format/index.ts';
import '../../../fields/provenance-tag.ts';
import { moveShare, normalised } from '../../../fields/shares.ts';
import '../../../fields/shares-field.ts';
import type { BranchShare } from '../../../fields/shares-field.ts';
import '../../../fields/text-field.ts';
import { distributionLabel } from '../../../i18n/distribution-texts.ts';
import { locale } from '../../../i18n/locale.ts';
import type { InspectorContext } from '../context.ts';
import { newCategory, newNumber, removeAttribute, setAttribute, usesOfAttribute } from '../edits/case-attributes.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { askBeforeRemoving } from './removal.ts';
import type { ScenarioSection } from './section.ts';

type Category = CaseAttribute & { readonly type: 'category' };
type Values = Category['values'];

export const attributesSection: ScenarioSection = {
  id: 'attributes',
  title: () => msg('Case attributes'),
  summary: ({ scenario }) => String(scenario.attributes?.length ?? 0),
  render(context) {
    const attributes = context.scenario.attributes ?? [];
    const add = (attribute: CaseAttribute): void =>
      context.edit(msg('Add case attribute'), (s) => setAttribute(s, attribute.name, attribute));
    return html`
      ${
        attributes.length > 0
          ? html`<div class="items">${attributes.map((attribute) => renderAttribute(attribute, context))}</div>`
          : html`<p class="quiet">
              ${msg('What tells cases apart, e.g. ordinary and urgent. Steps, branches and SLAs can depend on it.')}
            </p>`
      }
      <div>
        <button
          class="plain"
          type="button"
          @click=${() => add(newCategory(freeName('grade', attributes), [msg('ordinary'), msg('urgent')]))}
        >
          <wa-icon name="plus"></wa-icon>${msg('Add class')}
        </button>
        <button class="plain" type="button" @click=${() => add(newNumber(freeName('amount', attributes)))}>
          <wa-icon name="plus"></wa-icon>${msg('Add number')}
        </button>
      </div>
    `;
  },
};

function renderAttribute(attribute: CaseAttribute, context: InspectorContext): TemplateResult {
  const { name } = attribute;
  const change = (next: CaseAttribute): void =>
    context.edit(msg(str`Change case attribute ${name}`), (s) => setAttribute(s, name, next));
  const own = context.written.attributes?.some((a) => a.name === name) ?? false;
  const others = (context.scenario.attributes ?? []).filter((a) => a.name !== name).map((a) => a.name);
  const rename = (next: string): void => {
    if (!others.includes(next)) change({ ...attribute, name: next });
  };
  return html`<details class="item">
    <summary>
      <span class="says"><span>${name}</span><span class="hint figure">${gist(attribute)}</span></span>
    </summary>
    <div class="stack">
      <div class="heading" style="margin:0">
        <h4>${attribute.type === 'category' ? msg('Class') : msg('Number')}</h4>
        <pf-provenance-tag
          label=${name}
          .value=${attribute.provenance}
          @change=${(event: FieldChange<Provenance>) => change({ ...attribute, provenance: event.detail })}
        ></pf-provenance-tag>
      </div>
      <pf-text-field
        label=${msg('Name in formulas')}
        required
        ?disabled=${!own}
        .value=${name}
        @change=${(event: FieldChange<string>) => rename(event.detail)}
      ></pf-text-field>
      ${
        attribute.type === 'category'
          ? renderValues(attribute, change)
          : html`<pf-distribution-field
              label=${msg('Values')}
              plain
              .value=${attribute.distribution}
              @change=${(event: FieldChange<DistributionSpec>) => change({ ...attribute, distribution: event.detail })}
            ></pf-distribution-field>`
      }
      ${
        own
          ? html`<div class="end">
              <button class="plain danger" type="button" @click=${() => remove(name, context)}>
                <wa-icon name="trash"></wa-icon>${msg(str`Remove ${name}`)}
              </button>
            </div>`
          : html`<p class="hint">${msg('Inherited: remove it in the scenario it comes from.')}</p>`
      }
    </div>
  </details>`;
}

function renderValues(attribute: Category, change: (next: CaseAttribute) => void): TemplateResult {
  const { values } = attribute;
  const set = (next: Values): void => change({ ...attribute, values: next });
  const removeValue = (index: number): void => {
    const rest = values.filter((_, i) => i !== index);
    const shares = normalised(rest.map(({ share }) => share));
    set(rest.map((value, i) => ({ ...value, share: shares[i] ?? 0 })));
  };
  // A new value takes its equal part from the others.
  const addValue = (): void => {
    const all = [...values, { value: freeValue(values), share: 0 }];
    const shares = moveShare(
      all.map(({ share }) => share),
      [],
      all.length - 1,
      1 / all.length,
    );
    set(all.map((value, i) => ({ ...value, share: shares[i] ?? 0 })));
  };
  return html`
    ${values.map(
      ({ value }, index) =>
        html`<div class="row">
          <pf-text-field
            label=${msg(str`Value ${index + 1}`)}
            required
            .value=${value}
            @change=${(event: FieldChange<string>) =>
              set(values.map((old, i) => (i === index ? { ...old, value: event.detail } : old)))}
          ></pf-text-field>
          ${
            values.length > 1
              ? html`<button
                  class="icon-button fixed beside"
                  type="button"
                  aria-label=${msg(str`Remove ${value}`)}
                  @click=${() => removeValue(index)}
                >
                  <wa-icon name="trash"></wa-icon>
                </button>`
              : ''
          }
        </div>`,
    )}
    <div>
      <button class="plain" type="button" @click=${addValue}><wa-icon name="plus"></wa-icon>${msg('Add value')}</button>
    </div>
    <pf-shares-field
      label=${msg('Shares of the values')}
      .value=${values.map(({ value, share }): BranchShare => ({ id: value, label: value, share }))}
      @change=${(event: FieldChange<readonly BranchShare[]>) =>
        set(event.detail.map(({ label, share }) => ({ value: label, share })))}
    ></pf-shares-field>
  `;
}

async function remove(name: string, context: InspectorContext): Promise<void> {
  const uses = usesOfAttribute(context.scenario, name).map((id) => nameOf(context.model, context.scenario, id));
  const consequence = msg('Their formulas will no longer be understood.');
  if (await askBeforeRemoving(name, uses, consequence))
    context.edit(msg(str`Remove case attribute ${name}`), (s) => removeAttribute(s, name));
}

function gist(attribute: CaseAttribute): string {
  if (attribute.type === 'number') return distributionLabel(attribute.distribution.type);
  const total = attribute.values.reduce((sum, { share }) => sum + share, 0);
  return attribute.values
    .map(({ value, share }) => `${value} ${formatPercent(share / total, locale(), 0)}`)
    .join(' · ');
}

const freeName = (base: string, attributes: readonly CaseAttribute[]): string =>
  free(
    base,
    attributes.map(({ name }) => name),
  );

const freeValue = (values: Values): string =>
  free(
    msg('value'),
    values.map(({ value }) => value),
  );

/** `grade`, then `grade2`, `grade3` …: without a space, so that formulas need no quoting. */
function free(base: string, taken: readonly string[]): string {
  let name = base;
  for (let n = 2; taken.includes(name); n++) name = `${base}${n}`;
  return name;
}
