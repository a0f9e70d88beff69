/** Issues as lines for a terminal. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import { issueText } from '../i18n/issues.ts';
import { printable } from './terminal-text.ts';

/** One line with its severity; `more` counts further errors not shown. */
export function issueLine(issue: Issue, more = 0): string {
  const text = printable(issueText(issue)).trim();
  switch (issue.severity) {
    case 'error':
      return more === 0 ? msg(str`Error: ${text}`) : msg(str`Error: ${text} (And ${more} more.)`);
    case 'warning':
      return msg(str`Warning: ${text}`);
    case 'info':
      return msg(str`Note: ${text}`);
  }
}
