/** Parameters of other simulators for the design that shows: scenarios added in one undoable step, with what was found. */
import { msg, str } from '@lit/localize';
import { issue, type Issue } from '#simulation';
import type { Parameters } from '../importers/importer.ts';
import { readForDocument } from '../importers/open-files.ts';
import { issueText } from '../i18n/issues.ts';
import type { StudySession } from './study-session.ts';
import type { StatusMessage } from './workbench.ts';

/** What became of the parameters. */
export interface Attached {
  /** Findings on what was taken; none when nothing fits. */
  readonly issues: readonly Issue[];
  readonly message: StatusMessage;
}

/** Adds the scenarios that say something about the process, and selects the first of them. */
export async function attachParameters(session: StudySession, parameters: readonly Parameters[]): Promise<Attached> {
  const { editor } = session;
  const { scenarios, issues } = await readForDocument(parameters, await editor.toXml());
  const strangers = issues.filter(({ code }) => code === 'dialect-of-other-process');
  const foreign = new Set(strangers.map(({ elementId }) => elementId));
  const fitting = scenarios.filter(({ id }) => !foreign.has(id));
  const [first] = fitting;
  if (!first) {
    const files = parameters.flatMap((found) => found.files).join(', ');
    const why = strangers[0] ?? issue('error', 'bpsim-results-alone', undefined, { file: files });
    return { issues: [], message: { text: issueText(why), urgency: 'alert' } };
  }
  const format = parameters.map((found) => found.format).join(', ');
  editor.edit(msg(str`Add parameters from ${format}`), (all) => [...all, ...fitting]);
  session.selectScenario(first.id);
  const [told] = strangers.length > 0 ? strangers : issues;
  return {
    issues,
    message: { text: told ? issueText(told) : '', urgency: 'quiet', command: 'import-report' },
  };
}
