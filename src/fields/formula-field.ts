/** A condition or formula on case attributes, typed as FEEL; attribute names and values are offered, faults are shown in place. */
import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CaseAttribute, Formula } from '#simulation';
import { attributesIn, parseFormula } from '../bpmn/index.ts';
import { TypedField, type Reading } from './typed-field.ts';

@localized()
@customElement('pf-formula-field')
export class FormulaField extends TypedField<Formula> {
  static override readonly styles = [
    ...TypedField.styles,
    css`
      .control input {
        font-family: var(--wa-font-family-code);
        font-size: var(--wa-font-size-xs);
      }
      .offers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--wa-space-3xs);
        margin-block-start: var(--wa-space-2xs);
      }
      .offers button {
        margin: 0;
        border: var(--wa-border-width-s) solid var(--wa-color-neutral-border-quiet);
        border-radius: var(--wa-border-radius-s);
        font-family: var(--wa-font-family-code);
      }
    `,
  ];

  /** Attributes a formula may use, offered for insertion. */
  @property({ attribute: false }) caseAttributes: readonly CaseAttribute[] = [];

  protected override read(text: string): Reading<Formula> {
    const { issues, ...formula } = parseFormula(text);
    const fault = issues[0];
    if (!fault) return { value: formula };
    const part = String(fault.values?.['part'] ?? '');
    const position = text.indexOf(part) + 1;
    if (part === '' || part === text || position === 0) return { invalid: this.whatToType() };
    return {
      invalid: msg(
        str`Cannot read “${part}” (character ${position}). Use =, !=, <, >, and, or; texts in quotes, e.g. grade = "urgent".`,
      ),
    };
  }

  protected override write(value: Formula): string {
    return value.text;
  }

  protected override whatToType(): string {
    return msg('Type a comparison such as grade = "urgent" or amount > 1000.');
  }

  override render(): TemplateResult {
    const unknown = this.unknownAttribute();
    return html`${super.render()}
    ${
      unknown && !this.problem
        ? html`<p class="caution">
            ${msg(str`No case attribute is called “${unknown}”. Add it under Scenario, or correct the name.`)}
          </p>`
        : nothing
    }
    ${this.caseAttributes.length > 0 ? this.renderOffers() : nothing}`;
  }

  private renderOffers(): TemplateResult {
    return html`<div class="offers" role="group" aria-label=${msg('Insert')}>
      ${this.caseAttributes.map(
        (attribute) =>
          html`<button
              class="plain"
              type="button"
              ?disabled=${this.disabled}
              @click=${() => this.insert(attribute.name)}
            >
              ${attribute.name}
            </button>
            ${
              attribute.type === 'category'
                ? attribute.values.map(({ value }) => {
                    const test = `${attribute.name} = ${JSON.stringify(value)}`;
                    return html`<button
                      class="plain"
                      type="button"
                      ?disabled=${this.disabled}
                      aria-label=${test}
                      @click=${() => this.insert(test, attribute.name)}
                    >
                      = "${value}"
                    </button>`;
                  })
                : nothing
            }`,
      )}
    </div>`;
  }

  /** Puts a name or a comparison at the cursor, after `already` when that stands there; the user goes on typing. */
  private insert(text: string, already = ''): void {
    const input = this.renderRoot.querySelector('input');
    if (!input) return;
    const before = input.value.slice(0, input.selectionStart ?? input.value.length).trimEnd();
    const after = input.value.slice(input.selectionEnd ?? input.value.length);
    const kept = already && before.endsWith(already) ? before.slice(0, -already.length).trimEnd() : before;
    const draft = `${kept}${kept ? ' ' : ''}${text}${after}`;
    input.focus();
    input.value = draft;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // A whole comparison is an answer; a bare name is the start of one.
    if (already && 'value' in this.read(draft)) input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private unknownAttribute(): string | undefined {
    const names = new Set(this.caseAttributes.map((attribute) => attribute.name));
    return this.value?.tree && attributesIn(this.value.tree).find((name) => !names.has(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-formula-field': FormulaField;
  }
}
