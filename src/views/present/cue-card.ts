/** `<pf-cue-card>`: the presenter’s keys, made from the table that handles them. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { presenterKeys } from './presenter-keys.ts';

@customElement('pf-cue-card')
@localized()
export class CueCard extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      columns: 2;
      column-gap: 2em;
      padding: 1em 1.4em;
      border-radius: var(--wa-border-radius-l);
      background: var(--wa-color-surface-default);
      box-shadow: var(--pf-shadow);
      border: 1px solid var(--wa-color-surface-border);
    }
    div {
      display: flex;
      justify-content: space-between;
      gap: 1em;
      break-inside: avoid;
      padding-block: 0.12em;
    }
    kbd {
      min-inline-size: 1.6em;
      padding-inline: 0.4em;
      border: 1px solid var(--wa-color-neutral-border-loud);
      border-radius: var(--wa-border-radius-s);
      font: inherit;
      text-align: center;
    }
    dl,
    dd {
      margin: 0;
    }
  `;

  @property({ type: Boolean }) presenting = false;

  override render(): TemplateResult {
    const shown = presenterKeys.filter((key) => this.presenting || !key.presenting);
    return html`<dl aria-label=${msg('Keys')}>
      ${shown.map(
        ({ keys, shown: sign, label }) =>
          html`<div>
            <dt>${label()}</dt>
            <dd><kbd>${sign ?? keys[0]?.toUpperCase()}</kbd></dd>
          </div>`,
      )}
    </dl>`;
  }
}
