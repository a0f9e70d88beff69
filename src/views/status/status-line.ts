/** `<pf-status>`: the line at the bottom. Where the work is kept, what needs attention, and the last message. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { locale } from '../../i18n/locale.ts';
import type { UnsavedReason } from '../../study/storage-errors.ts';

@customElement('pf-status')
@localized()
export class StatusLine extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 16px;
      padding-inline: 12px;
      border-block-start: 1px solid var(--wa-color-surface-border);
      background: var(--wa-color-surface-lowered);
      font-size: var(--wa-font-size-xs);
      color: var(--wa-color-text-quiet);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      overflow: hidden;
    }
    .message {
      flex: 1;
      min-inline-size: 0;
      display: flex;
      align-items: center;
    }
    .said {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .alert,
    .unsaved {
      color: var(--pf-late-text);
      font-weight: var(--wa-font-weight-semibold);
    }
    button {
      all: unset;
      cursor: pointer;
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-block-size: 24px;
      padding-inline: 6px;
      border-radius: var(--wa-border-radius-s);
    }
    button:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    .message button {
      flex: none;
      margin-inline-start: 8px;
      text-decoration: underline;
    }
    .error {
      color: var(--pf-late-text);
    }
    .warning {
      color: var(--pf-queued-text);
    }
  `;

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult {
    const { workbench } = this.controller;
    if (!workbench) return html``;
    const { message, save } = workbench;
    return html`
      <span class=${save.status === 'unsaved' ? 'unsaved' : ''} data-state=${save.status} id="saved"
        >${savedText(workbench)}</span
      >
      <span
        class="message ${message.urgency}"
        role=${message.urgency === 'alert' ? 'alert' : 'status'}
        title=${message.text}
        ><span class="said">${message.text}</span
        >${message.command === undefined ? nothing : more(message.command, workbench)}</span
      >
      ${this.issues(workbench)}
    `;
  }

  private issues(workbench: Workbench): TemplateResult | typeof nothing {
    const issues = workbench.session?.issues;
    if (!issues) return nothing;
    const errors = issues.filter((i) => i.severity === 'error').length;
    const warnings = issues.filter((i) => i.severity === 'warning').length;
    return html`<button
      @click=${() => {
        workbench.panels.showProblems();
      }}
      title=${msg('Show the problems')}
    >
      <wa-icon name="error" label=${msg('Errors')} class=${errors > 0 ? 'error' : ''}></wa-icon>${errors}
      <wa-icon name="warning" label=${msg('Warnings')} class=${warnings > 0 ? 'warning' : ''}></wa-icon>${warnings}
    </button>`;
  }
}

const more = (id: string, workbench: Workbench): TemplateResult =>
  html`<button @click=${() => void perform(command(id), workbench)}>${command(id).label()}</button>`;

function savedText({ save, session }: Workbench): string {
  const file = session?.fileName;
  if (save.status === 'unsaved') return unsavedText(save.reason);
  if (file !== undefined && session?.fileState === 'saved') return msg(str`Saved to ${file}`);
  if (file !== undefined && session?.fileState === 'opened') return msg(str`Opened from ${file}, unchanged`);
  if (save.status === 'pending') return msg('Saving…');
  if (save.status === 'saved') {
    const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      save.at,
    );
    return file ? msg(str`Autosaved ${time}, newer than ${file}`) : msg(str`Autosaved ${time}`);
  }
  return '';
}

function unsavedText(reason: UnsavedReason): string {
  switch (reason) {
    case 'unavailable':
      return msg('Not saved on this device: this browser keeps nothing.');
    case 'full':
      return msg('Not saved on this device: the browser’s storage is full.');
    case 'elsewhere':
      return msg('Open in another tab, which edits it; shown here as it changes there.');
    case 'newer':
      return msg('Not saved: a newer Preflight is open in another tab. Reload this page.');
    case 'failed':
      return msg('Not saved on this device: writing failed.');
  }
}
