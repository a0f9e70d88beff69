/** Findings as the rows of a report: what became of it, what it is about, and what was said. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '#simulation';
import { issueText } from '../../i18n/issues.ts';
import { kindName } from '../../i18n/kind-names.ts';

export interface Row {
  readonly issue: Issue;
  /** First column: what became of it. */
  readonly outcome: string;
  /** Class of the row. */
  readonly kind: string;
  /** What an element without a name is, by local name. */
  readonly type?: string;
}

/** A list with the accessible name `label`; `reveal` leads to an element and closes the report. */
export const issueList = (label: string, rows: readonly Row[], reveal: (id: string) => void): TemplateResult =>
  html`<ol aria-label=${label}>
    ${rows.map((row) => html`<li class=${row.kind}>${entry(row, reveal)}</li>`)}
  </ol>`;

/** Findings on parameters: what to check, and what is good to know. */
export const parameterRows = (issues: readonly Issue[]): readonly Row[] =>
  issues.map((issue) =>
    issue.severity === 'info'
      ? { issue, outcome: msg('Note'), kind: 'note' }
      : { issue, outcome: msg('To check'), kind: 'check' },
  );

function entry({ issue, outcome, type }: Row, reveal: (id: string) => void): TemplateResult {
  const { elementId } = issue;
  const label = labelOf(issue, type);
  const content = html`<span class="outcome">${outcome}</span>
    <span class="text"
      >${label ? html`<bdi class="element">${label}</bdi>` : nothing}${issueText(
        label === undefined ? issue : { ...issue, elementName: label },
      )}</span
    >`;
  if (!elementId) return html`<div class="entry">${content}</div>`;
  return html`<button
    class="entry"
    @click=${() => {
      reveal(elementId);
    }}
  >
    ${content}
  </button>`;
}

/** The name; what it is and its id where it has none. */
function labelOf({ elementId, elementName }: Issue, type: string | undefined): string | undefined {
  if (type !== undefined) return `${kindName(type)} ${elementId ?? ''}`.trim();
  return elementName || elementId || undefined;
}
