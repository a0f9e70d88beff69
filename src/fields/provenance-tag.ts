/** Says where a figure comes from, and lets the user say it: measured, expert or guess. Guesses stand out. */
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import { localized, msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Provenance } from '#simulation';
import { FieldElement } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import { provenanceName } from '../i18n/provenance-names.ts';

const PROVENANCES = ['measured', 'expert', 'guess'] as const satisfies readonly Provenance[];

@localized()
@customElement('pf-provenance-tag')
export class ProvenanceTag extends FieldElement<Provenance> {
  static override readonly styles = [
    fieldStyles,
    css`
      :host {
        display: inline-block;
      }
      button {
        display: inline-flex;
        align-items: center;
        min-height: var(--wa-space-l);
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        cursor: pointer;
      }
      .tag {
        padding: var(--wa-space-3xs) var(--wa-space-xs);
        border: var(--wa-border-width-s) solid var(--wa-color-neutral-border-normal);
        border-radius: var(--wa-border-radius-pill);
        font-size: var(--wa-font-size-2xs);
        line-height: var(--wa-line-height-condensed);
        color: var(--wa-color-text-quiet);
      }
      .tag.measured {
        border-color: var(--wa-color-success-border-normal);
        color: var(--wa-color-success-on-normal);
      }
      .tag.guess {
        border-style: dashed;
        border-color: var(--wa-color-warning-border-loud);
        background: var(--wa-color-warning-fill-quiet);
        color: var(--wa-color-warning-on-normal);
      }
      button:focus-visible {
        outline: var(--wa-focus-ring);
        border-radius: var(--wa-border-radius-pill);
      }
      wa-dropdown-item .why {
        display: block;
        max-width: 16rem;
        font-size: var(--wa-font-size-xs);
        color: var(--wa-color-text-quiet);
        white-space: normal;
      }
    `,
  ];

  @property() value: Provenance | undefined;

  override render(): TemplateResult {
    const value = this.value ?? 'expert';
    return html`<wa-dropdown size="s" placement="bottom-end" @wa-select=${this.selected}>
      <button
        slot="trigger"
        type="button"
        aria-label=${msg(str`${this.label}: source is ${provenanceName(value)}. Change.`)}
      >
        <span class="tag ${value}">${provenanceName(value)}</span>
      </button>
      ${PROVENANCES.map(
        (p) =>
          html`<wa-dropdown-item type="checkbox" value=${p} ?checked=${p === value}>
            ${provenanceName(p)}<span class="why">${provenanceMeaning(p)}</span>
          </wa-dropdown-item>`,
      )}
    </wa-dropdown>`;
  }

  private readonly selected = (event: CustomEvent<{ item: { value?: string } }>): void => {
    const picked = PROVENANCES.find((p) => p === event.detail.item.value);
    this.requestUpdate();
    if (picked && picked !== this.value) this.commit(picked);
  };
}

function provenanceMeaning(provenance: Provenance): string {
  switch (provenance) {
    case 'measured':
      return msg('Taken from a log or a time study.');
    case 'expert':
      return msg('Judged by someone who does the work.');
    case 'guess':
      return msg('A placeholder to be replaced before anyone decides on it.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-provenance-tag': ProvenanceTag;
  }
}
