/** Parameters of other simulators for the design that shows: scenarios added in one undoable step, with what was found. */
import { msg, str } from '@lit/localize';
import { issue, type Issue } from '#simulation';
import type { Parameters } from '../importers/importer.ts';
import { readForDocument } from '../importers/read-parameters.ts';
import { issueText } from '../i18n/issues.ts';
import type { StudySession } from './study-session.ts';
import type { StatusMessage } from './workbench.ts';

/** What became of the parameters. */
export interface Attached {
  /** Findings on what was taken; none when nothing fits. */
  readonly issues: readonly Issue[];
  readonly message: StatusMessage;
}

/** Adds the scenarios that say something about the process, and results, and selects the first of the scenarios. */
export async function attachParameters(session: StudySession, parameters: readonly Parameters[]): Promise<Attached> {
  const { editor } = session;
  const { scenarios, results, issues } = await readForDocument(parameters, await editor.toXml());
  const strangers = issues.filter(({ code }) => STRANGE.includes(code));
  const foreign = new Set(strangers.map(({ elementId }) => elementId));
  const fitting = scenarios.filter(({ id }) => !foreign.has(id));
  const kept = results.filter(({ of }) => !foreign.has(of));
  const [first] = fitting;
  if (!first && kept.length === 0) {
    const file = parameters.flatMap((found) => found.files).join(', ');
    const [why = issue('error', 'parameters-empty', undefined, { file })] = [...strangers, ...issues];
    return { issues: [], message: { text: issueText(why), urgency: why.severity === 'info' ? 'quiet' : 'alert' } };
  }
  const format = parameters.map((found) => found.format).join(', ');
  editor.edit(msg(str`Add parameters from ${format}`), (all) => [...all, ...fitting], kept);
  if (first) session.selectScenario(first.id);
  const [told] = strangers.length > 0 ? strangers : issues;
  return {
    issues,
    message: { text: told ? issueText(told) : '', urgency: 'quiet', command: 'import-report' },
  };
}

/** Findings on what belongs elsewhere. */
const STRANGE = ['dialect-of-other-process', 'bpsim-results-of-other-scenario'];
