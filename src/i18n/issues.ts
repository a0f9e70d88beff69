/** What every finding says: cause and remedy in the language of the page. */
import type { Issue } from '#simulation';
import type { IssueTexts } from './issue-texts.ts';
import { appIssues } from './issues/app.ts';
import { calendarIssues } from './issues/calendar.ts';

/** Texts by code; one area per map, in the order the areas meet a file on its way to a run. */
export const ISSUE_TEXTS: IssueTexts = { ...appIssues, ...calendarIssues };

/** The text of a finding. */
export function issueText(issue: Issue): string {
  const text = ISSUE_TEXTS[issue.code];
  if (!text) throw new Error(`no text for issue <${issue.code}>`);
  return text(issue);
}
