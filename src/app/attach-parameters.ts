/** Parameters of other simulators for the design that shows: scenarios added in one undoable step, with what was found. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { Parameters } from '../importers/importer.ts';
import { readForDocument } from '../importers/open-files.ts';
import { issueText } from '../i18n/issues.ts';
import type { StudySession } from './study-session.ts';

/** Adds the scenarios and selects the first; answers what to say. `fileIssues`: the findings on the files of each design. */
export async function attachParameters(
  session: StudySession,
  parameters: readonly Parameters[],
  fileIssues: Map<string, readonly Issue[]>,
): Promise<string> {
  const { editor, activeDesign } = session;
  const { scenarios, issues } = await readForDocument(parameters, await editor.toXml());
  fileIssues.set(activeDesign, [...(fileIssues.get(activeDesign) ?? []), ...issues]);
  const [first] = scenarios;
  if (first) {
    const format = parameters.map((found) => found.format).join(', ');
    editor.edit(msg(str`Add parameters from ${format}`), (all) => [...all, ...scenarios]);
    session.selectScenario(first.id);
  }
  const [told] = issues;
  return told ? issueText(told) : '';
}
