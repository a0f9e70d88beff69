/** Issues as lines for a terminal. */
import { msg, str } from '@lit/localize';
import type { Issue, Severity } from '#simulation';
import { issueText } from '../i18n/issues.ts';
import { printable } from './terminal-text.ts';

/** One line with its severity; `more` counts further errors not shown. */
export function issueLine(issue: Issue, more = 0): string {
  const text = printable(issueText(withoutStack(issue))).trim();
  switch (issue.severity) {
    case 'error':
      return more === 0 ? msg(str`Error: ${text}`) : msg(str`Error: ${text} (And ${more} more.)`);
    case 'warning':
      return msg(str`Warning: ${text}`);
    case 'info':
      return msg(str`Note: ${text}`);
  }
}

/** The reason of a fault goes on with where in the program it happened, which is not for here. */
function withoutStack(issue: Issue): Issue {
  const reason = issue.values?.reason;
  return typeof reason === 'string'
    ? { ...issue, values: { ...issue.values, reason: reason.split(/[\r\n]/, 1)[0] ?? '' } }
    : issue;
}

/** More lines than this are not read. */
const MOST_LINES = 15;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A line per issue, the gravest first; the last one counts those left out. */
export function issueLines(issues: readonly Issue[]): string[] {
  const lines = [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]).map((issue) => issueLine(issue));
  if (lines.length <= MOST_LINES) return lines;
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), msg(str`… and ${left} more; --json lists them all.`)];
}
