/** `<pf-shortcuts>`: every command with its keys, searchable; made from the same records that handle the keys. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js';
import type { Command, CommandGroup } from '../../app/commands/command.ts';
import { commands } from '../../app/commands/index.ts';
import { shortcutLabel } from '../../app/commands/shortcut.ts';

@customElement('pf-shortcuts')
@localized()
export class ShortcutsDialog extends LitElement {
  static override readonly styles = css`
    wa-dialog {
      --width: 640px;
    }
    .groups {
      columns: 2;
      column-gap: 32px;
      margin-block-start: 16px;
      min-block-size: 300px;
    }
    .row {
      break-inside: avoid;
    }
    section {
      margin-block-end: 16px;
    }
    h3 {
      break-after: avoid;
      margin: 0 0 4px;
      font-size: var(--wa-font-size-xs);
      font-weight: var(--wa-font-weight-semibold);
      color: var(--wa-color-text-quiet);
    }
    dl {
      margin: 0;
    }
    div.row {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding-block: 3px;
      font-size: var(--wa-font-size-s);
    }
    dd {
      margin: 0;
      white-space: nowrap;
    }
    kbd {
      display: inline-block;
      padding: 0 6px;
      border: 1px solid var(--wa-color-surface-border);
      border-block-end-width: 2px;
      border-radius: var(--wa-border-radius-s);
      background: var(--wa-color-surface-lowered);
      font: inherit;
      font-size: var(--wa-font-size-xs);
      margin-inline-start: 4px;
    }
  `;

  @property({ type: Boolean }) open = false;
  @state() private search = '';

  override render(): TemplateResult {
    const found = commands.filter((c) => c.shortcuts && this.isWanted(c));
    const groups = [...new Set(found.map((c) => c.group))];
    return html`<wa-dialog
      label=${msg('Keyboard shortcuts')}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      <wa-input
        autofocus
        size="s"
        type="search"
        label=${msg('Search')}
        .value=${this.search}
        @input=${this.typed}
      ></wa-input>
      <div class="groups" aria-live="polite">
        ${
          groups.length === 0
            ? msg('No command has this name.')
            : groups.map(
                (group) =>
                  html`<section>
                    <h3>${groupName(group)}</h3>
                    <dl>${found.filter((c) => c.group === group).map(row)}</dl>
                  </section>`,
              )
        }
      </div>
    </wa-dialog>`;
  }

  private isWanted(command: Command): boolean {
    const wanted = this.search.trim().toLowerCase();
    return `${command.label()} ${command.shortcuts?.join(' ') ?? ''}`.toLowerCase().includes(wanted);
  }

  private typed(event: Event & { currentTarget: WaInput }): void {
    this.search = event.currentTarget.value ?? '';
  }

  private closed(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.search = '';
    this.dispatchEvent(new Event('pf-close'));
  }
}

const row = (command: Command): TemplateResult =>
  html`<div class="row">
    <dt>${command.label()}</dt>
    <dd>${command.shortcuts?.map((s) => html`<kbd>${shortcutLabel(s)}</kbd>`)}</dd>
  </div>`;

function groupName(group: CommandGroup): string {
  switch (group) {
    case 'file':
      return msg('Study and files');
    case 'edit':
      return msg('Diagram');
    case 'view':
      return msg('View');
    case 'run':
      return msg('Simulation');
    case 'export':
      return msg('Export');
    case 'help':
      return msg('Help');
  }
}
