/** What happened during the run that its reader should know. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { Severity } from '#simulation';
import { formatNumber } from '../../../format/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import type { Panel } from './panel.ts';

const ICONS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };

export const issuesPanel: Panel = {
  id: 'issues',
  label({ input, locale }) {
    const count = input.result.issues.length;
    return count === 0 ? msg('Remarks') : msg(str`Remarks (${formatNumber(count, locale, 0)})`);
  },
  render({ input }) {
    const { issues } = input.result;
    if (issues.length === 0) return html`<p class="quiet">${msg('Nothing unusual happened during this run.')}</p>`;
    return html`<ul class="issues">
      ${issues.map(
        (issue) =>
          html`<li class=${issue.severity}>
            <wa-icon name=${ICONS[issue.severity]} label=${severityName(issue.severity)}></wa-icon>
            <span>${issueText(issue)}</span>
            ${issue.elementId === undefined ? nothing : html`<button type="button" @click=${reveal(issue.elementId)}>${msg('Show')}</button>`}
          </li>`,
      )}
    </ul>`;
  },
};

const reveal = (id: string) => (event: Event) =>
  event.target?.dispatchEvent(new CustomEvent('pf-reveal', { detail: { id }, bubbles: true, composed: true }));

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return msg('Error');
    case 'warning':
      return msg('Warning');
    case 'info':
      return msg('Note');
  }
}
