/** `<pf-share>`: a link that carries the design, the scenario and the seed; how long it is, and when a file is better. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { shareLink } from '../../app/share.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { LONGEST_LINK, SAFE_LINK } from '../../study/share-link.ts';

@customElement('pf-share')
@localized()
export class ShareDialog extends LitElement {
  static override readonly styles = css`
    wa-dialog {
      --width: 560px;
    }
    p {
      margin: 0 0 12px;
      font-size: var(--wa-font-size-s);
    }
    .link {
      display: flex;
      align-items: end;
      gap: 8px;
      margin-block-end: 12px;
    }
    wa-input {
      flex: 1;
    }
    .warning {
      display: flex;
      gap: 8px;
      align-items: start;
      color: var(--pf-queued-text);
    }
    .warning wa-icon {
      flex: none;
      font-size: 18px;
    }
  `;

  @property({ type: Boolean }) open = false;
  @state() private link: string | undefined;
  @state() private copied = false;
  @query('wa-input') private readonly field!: WaInput | null;
  private readonly controller = new WorkbenchController(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') && this.open) void this.make();
  }

  override render(): TemplateResult {
    return html`<wa-dialog
      label=${msg('Share as a link')}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      <p>
        ${msg(
          'The link itself carries this design with the chosen scenario and its seed: whoever opens it gets a copy and the same figures. Nothing is uploaded, but whoever has the link has the data.',
        )}
      </p>
      ${this.link === undefined ? html`<p aria-busy="true">${msg('Making the link…')}</p>` : this.offer(this.link)}
      <wa-button slot="footer" size="s" appearance="outlined" @click=${this.saveFile}>
        <wa-icon slot="start" name="download"></wa-icon>${msg('Save the file instead')}
      </wa-button>
    </wa-dialog>`;
  }

  private offer(link: string): TemplateResult {
    const length = fragmentLength(link);
    const size = formatNumber(Math.ceil(length / 1024), locale());
    if (length > LONGEST_LINK)
      return html`<p class="warning" role="alert">
        <wa-icon name="warning"></wa-icon>
        <span
          >${msg(str`This design would make a link of ${size} KB, which is too long to travel. Send the file instead.`)}</span
        >
      </p>`;
    return html`
      <div class="link">
        <wa-input size="s" readonly label=${msg('Link')} .value=${link}></wa-input>
        <wa-button size="s" variant="brand" @click=${() => void this.copy(link)}>
          <wa-icon slot="start" name=${this.copied ? 'check' : 'copy'}></wa-icon>${
            this.copied ? msg('Copied') : msg('Copy the link')
          }
        </wa-button>
      </div>
      <p role="status">${this.copied ? msg('The link is in the clipboard.') : nothing}</p>
      ${
        length > SAFE_LINK
          ? html`<p class="warning">
              <wa-icon name="warning"></wa-icon>
              <span
                >${msg(str`The link is ${size} KB long. Some mail and chat programs cut links above 8 KB; the file is safer.`)}</span
              >
            </p>`
          : html`<p>${msg(str`The link is ${size} KB long.`)}</p>`
      }
    `;
  }

  private async make(): Promise<void> {
    this.copied = false;
    this.link = undefined;
    const { session } = this.controller.workbench ?? {};
    if (session) this.link = await shareLink(session);
  }

  private async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.copied = true;
    } catch {
      this.field?.select(); // the browser refuses: Ctrl+C does it
    }
  }

  private readonly saveFile = (): void => {
    const { workbench } = this.controller;
    if (workbench) void perform(command('save-as'), workbench);
  };

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}

const fragmentLength = (link: string): number => link.length - link.indexOf('#');
