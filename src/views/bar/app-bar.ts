/** `<pf-bar>`: the bar above everything: which study, design and scenario; Run; language, theme and the menu. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import './compare-button.ts';
import './design-tabs.ts';
import './language-menu.ts';
import './main-menu.ts';
import './present-button.ts';
import './run-button.ts';
import './scenario-menu.ts';
import './theme-menu.ts';

@customElement('pf-bar')
@localized()
export class AppBar extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-inline: 8px;
      border-block-end: 1px solid var(--wa-color-surface-border);
      background: var(--wa-color-surface-default);
      min-inline-size: 0;
    }
    .home {
      all: unset;
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      border-radius: var(--wa-border-radius-m);
      cursor: pointer;
    }
    .home:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    .home:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    .home img {
      inline-size: 22px;
      block-size: 22px;
    }
    .name {
      font: inherit;
      font-weight: var(--wa-font-weight-semibold);
      color: inherit;
      background: none;
      border: 1px solid transparent;
      border-radius: var(--wa-border-radius-s);
      padding: 4px 6px;
      min-inline-size: 60px;
      max-inline-size: 240px;
      field-sizing: content;
      text-overflow: ellipsis;
    }
    .name:hover {
      border-color: var(--wa-color-surface-border);
    }
    .name:focus {
      outline: 2px solid var(--wa-color-focus);
      outline-offset: -1px;
    }
    pf-design-tabs {
      flex: 1;
      min-inline-size: 0;
      align-self: stretch;
    }
    .rule {
      inline-size: 1px;
      block-size: 20px;
      background: var(--wa-color-surface-border);
    }
  `;

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult {
    const { workbench } = this.controller;
    if (!workbench) return html``;
    const { session } = workbench;
    return html`
      <button
        class="home"
        aria-label=${msg('Back to the start page')}
        title=${msg('Back to the start page')}
        @click=${() => void perform(command('close-study'), workbench)}
      >
        <img src="./favicon.svg" alt="" />
      </button>
      ${
        session
          ? html`<input
                class="name"
                aria-label=${msg('Name of the study')}
                maxlength="200"
                .value=${session.studyName}
                @change=${this.rename}
                @keydown=${this.key}
              />
              <span class="rule"></span>
              <pf-design-tabs></pf-design-tabs>
              ${workbench.panels.page === 'experiments' ? nothing : html`<pf-scenario-menu></pf-scenario-menu>`}
              <pf-compare-button></pf-compare-button>
              <pf-present-button></pf-present-button>
              ${workbench.panels.page === 'experiments' ? nothing : html`<pf-run-button></pf-run-button>`}`
          : nothing
      }
      <pf-language-menu></pf-language-menu>
      <pf-theme-menu></pf-theme-menu>
      <pf-main-menu></pf-main-menu>
    `;
  }

  private rename(event: Event & { currentTarget: HTMLInputElement }): void {
    const { session } = this.controller.workbench ?? {};
    const name = event.currentTarget.value.trim();
    if (name) session?.edit(() => ({ name }));
    else event.currentTarget.value = session?.studyName ?? '';
  }

  private key(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.value = this.controller.workbench?.session?.studyName ?? '';
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  }
}
