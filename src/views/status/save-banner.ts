/** `<pf-save-banner>`: tells above the diagram when the work is not kept here, or by whom, and what to do. Empty otherwise. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import type { UnsavedReason } from '../../study/storage-errors.ts';
import { bannerStyles } from './banner-styles.ts';

@customElement('pf-save-banner')
@localized()
export class SaveBanner extends LitElement {
  static override readonly styles = bannerStyles;

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult | typeof nothing {
    const { workbench } = this.controller;
    const save = workbench?.save;
    if (!workbench?.session || save?.status !== 'unsaved') return nothing;
    return html`<div role="status" class=${save.reason}>
      <wa-icon name=${save.reason === 'elsewhere' ? 'lock' : 'warning'}></wa-icon>
      <span>${bannerText(save.reason)}</span>
      ${remedy(workbench, save.reason)}
    </div>`;
  }
}

function remedy(workbench: Workbench, reason: UnsavedReason): TemplateResult {
  return reason === 'elsewhere'
    ? html`<wa-button size="s" appearance="outlined" @click=${() => void workbench.keeper.takeOver()}
        >${msg('Edit here instead')}</wa-button
      >`
    : html`<wa-button size="s" variant="danger" @click=${() => void perform(command('save'), workbench)}
        >${msg('Download a copy')}</wa-button
      >`;
}

function bannerText(reason: UnsavedReason): string {
  switch (reason) {
    case 'unavailable':
      return msg(
        'This browser keeps nothing (a private window, or storage is blocked). Everything works, but the study is gone when this window closes.',
      );
    case 'full':
      return msg(
        'The browser’s storage is full, so your last changes are only in this window. Download a copy, then remove studies you no longer need from the start page.',
      );
    case 'elsewhere':
      return msg('This study is being edited in another tab. You see it here as it changes there.');
    case 'newer':
      return msg(
        'A newer version of Preflight has taken over the storage. Your last changes are only in this window: download a copy, then reload the page.',
      );
    case 'failed':
      return msg('Writing to the browser’s storage failed, so your last changes are only in this window.');
  }
}
