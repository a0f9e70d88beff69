/** What every finding says: cause and remedy in the language of the page. */
import type { Issue } from '#simulation';
import type { IssueTexts } from './issue-texts.ts';
import { appIssues } from './issues/app.ts';
import { calendarIssues } from './issues/calendar.ts';
import { dialectIssues } from './issues/dialect.ts';
import { diagramIssues } from './issues/diagram.ts';
import { distributionIssues } from './issues/distribution.ts';
import { elementIssues } from './issues/elements.ts';
import { fileIssues } from './issues/file.ts';
import { importIssues } from './issues/import.ts';
import { modelIssues } from './issues/model.ts';
import { workIssues } from './issues/work.ts';
import { runIssues } from './issues/run.ts';

/** Texts by code; one area per map, in the order the areas meet a file on its way to a run. */
export const ISSUE_TEXTS: IssueTexts = {
  ...appIssues,
  ...fileIssues,
  ...importIssues,
  ...dialectIssues,
  ...diagramIssues,
  ...calendarIssues,
  ...distributionIssues,
  ...modelIssues,
  ...workIssues,
  ...elementIssues,
  ...runIssues,
};

/** The text of a finding; its code where no text is known, which a test rules out. */
export const issueText = (issue: Issue): string => ISSUE_TEXTS[issue.code]?.(issue) ?? issue.code;
