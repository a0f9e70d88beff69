/** `<pf-update-banner>`: a new version of the app waits. It comes when the user says so, and never into a run or unsaved work. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { bannerStyles } from './banner-styles.ts';

@customElement('pf-update-banner')
@localized()
export class UpdateBanner extends LitElement {
  static override readonly styles = bannerStyles;

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult | typeof nothing {
    const { workbench } = this.controller;
    if (workbench?.offline.state !== 'update') return nothing;
    const obstacle = obstacleOf(workbench);
    return html`<div role="status" class="quiet">
      <wa-icon name="refresh"></wa-icon>
      <span>${msg('A new version of Preflight is ready.')} ${obstacle ?? ''}</span>
      <wa-button
        size="s"
        appearance="outlined"
        ?disabled=${obstacle !== undefined}
        @click=${() => void workbench.updateApp()}
        >${msg('Update now')}</wa-button
      >
    </div>`;
  }
}

function obstacleOf({ session, keeper }: Workbench): string | undefined {
  if (session?.run.status === 'running') return msg('It can be installed when the run has ended.');
  const unsaved = keeper.save.status === 'unsaved' && keeper.hasUnsavedWork;
  return session && unsaved ? msg('It can be installed once your work is saved.') : undefined;
}
