/** `<pf-problems>`: what was found about file, model and scenario; each finding says its cause and remedy and leads to its place. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { blocks, type Issue, type Severity } from '#simulation';
import { SessionController } from '../../app/session-controller.ts';
import type { Session } from '../../app/session.ts';
import { issueText } from '../../i18n/issues.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
/** More than this helps nobody and slows the page down. */
const SHOWN = 100;

@customElement('pf-problems')
@localized()
export class ProblemsPanel extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      font-size: var(--wa-font-size-s);
    }
    .filter {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      padding: 8px 12px;
      border-block-end: 1px solid var(--wa-color-surface-border);
    }
    .filter button {
      all: unset;
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-block-size: 24px;
      padding-inline: 8px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: 12px;
      font-size: var(--wa-font-size-xs);
      font-variant-numeric: tabular-nums;
      cursor: pointer;
    }
    .filter button[aria-pressed='true'] {
      background: var(--wa-color-neutral-fill-quiet);
      border-color: var(--wa-color-neutral-border-loud);
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
      outline-offset: -2px;
    }
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    .issue {
      all: unset;
      box-sizing: border-box;
      display: grid;
      grid-template-columns: 18px 1fr;
      gap: 8px;
      inline-size: 100%;
      padding: 10px 12px;
      border-block-end: 1px solid var(--wa-color-surface-border);
      line-height: 1.45;
    }
    button.issue {
      cursor: pointer;
    }
    button.issue:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    wa-icon {
      font-size: 1rem;
      margin-block-start: 1px;
    }
    .error wa-icon {
      color: var(--pf-late-text);
    }
    .warning wa-icon {
      color: var(--pf-queued-text);
    }
    .info wa-icon {
      color: var(--pf-synchronising-text);
    }
    .element {
      display: block;
      font-weight: var(--wa-font-weight-semibold);
      overflow-wrap: anywhere;
    }
    .text {
      overflow-wrap: anywhere;
    }
    .lead {
      margin: 0;
      padding: 10px 12px;
      background: var(--wa-color-danger-fill-quiet);
      color: var(--wa-color-danger-on-quiet);
    }
    .empty,
    .more {
      padding: 24px 16px;
      color: var(--wa-color-text-quiet);
      text-align: center;
    }
    .empty wa-icon {
      display: block;
      margin: 0 auto 8px;
      font-size: 1.75rem;
      color: var(--pf-on-time);
    }
  `;

  /** Severities switched off. */
  @state() private switchedOff: ReadonlySet<Severity> = new Set();
  private readonly controller = new SessionController(this);

  override render(): TemplateResult {
    const { session } = this.controller;
    if (!session) return html``;
    const { issues } = session;
    if (issues.length === 0)
      return html`<p class="empty">
        <wa-icon name="check"></wa-icon>${msg('No problems. The study is ready to run.')}
      </p>`;
    const shown = issues.filter((i) => !this.switchedOff.has(i.severity));
    return html`
      <div class="filter" role="group" aria-label=${msg('Show')}>${SEVERITIES.map((s) => this.filter(s, issues))}</div>
      ${
        blocks(issues)
          ? html`<p class="lead">${msg('Errors must be solved before a run. Choose one to see where it is.')}</p>`
          : nothing
      }
      <ol>
        ${shown.slice(0, SHOWN).map((issue) => html`<li>${item(session, issue)}</li>`)}
      </ol>
      ${shown.length > SHOWN ? html`<p class="more">${msg(str`and ${shown.length - SHOWN} more`)}</p>` : nothing}
    `;
  }

  private filter(severity: Severity, issues: readonly Issue[]): TemplateResult | typeof nothing {
    const count = issues.filter((i) => i.severity === severity).length;
    if (count === 0) return nothing;
    return html`<button
      class=${severity}
      aria-pressed=${!this.switchedOff.has(severity)}
      @click=${() => {
        this.toggle(severity);
      }}
    >
      <wa-icon name=${severity}></wa-icon>${kindOf(severity, count)}
    </button>`;
  }

  private toggle(severity: Severity): void {
    const hidden = new Set(this.switchedOff);
    if (!hidden.delete(severity)) hidden.add(severity);
    this.switchedOff = hidden;
  }
}

function item(session: Session, issue: Issue): TemplateResult {
  const { elementId, elementName, severity } = issue;
  const content = html`<wa-icon name=${severity} label=${nameOf(severity)}></wa-icon>
    <span>
      ${elementName ? html`<bdi class="element">${elementName}</bdi>` : nothing}
      <span class="text">${issueText(issue)}</span>
    </span>`;
  if (elementId === undefined) return html`<div class="issue ${severity}">${content}</div>`;
  return html`<button class="issue ${severity}" @click=${() => session.reveal(elementId)}>${content}</button>`;
}

function nameOf(severity: Severity): string {
  switch (severity) {
    case 'error':
      return msg('Error');
    case 'warning':
      return msg('Warning');
    case 'info':
      return msg('Note');
  }
}

function kindOf(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return msg(str`Errors: ${count}`);
    case 'warning':
      return msg(str`Warnings: ${count}`);
    case 'info':
      return msg(str`Notes: ${count}`);
  }
}
