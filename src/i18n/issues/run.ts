/** Texts of findings about a run: the machinery behind it and the command line. */
import { msg, str } from '@lit/localize';
import type { Issue, IssueValue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (issue: Issue, name: string): IssueValue => issue.values?.[name] ?? '';

export const runIssues: IssueTexts = {
  'run-failed': (i) =>
    msg(
      str`The simulation stopped because of a fault in Preflight (${value(i, 'reason')}). Your work is safe; please report this with the file that shows it.`,
    ),
  'worker-died': (i) =>
    msg(
      str`A simulation thread ended twice at the same replication (${value(i, 'reason')}), probably for lack of memory. Run fewer cases or a shorter time, or close other programs.`,
    ),
  'worker-start-failed': (i) =>
    msg(
      str`No simulation thread could be started (${value(i, 'reason')}). Reload and try again; if it stays so, reinstall or use another browser.`,
    ),
  'scenario-proposed': (i) =>
    msg(
      str`“${value(i, 'file')}” has no scenario, so arrivals, durations and people are guesses. Treat the figures as an illustration until you enter your own.`,
    ),

  'compared-over-different-times': (i) =>
    msg(
      str`“${i.elementName ?? ''}” is observed for another time, another number of cases or after another warm-up than the design it is compared with, so totals and means do not measure the same. Give both the same in the settings of the run.`,
    ),

  'file-not-named': () => msg('No file was named. Give the .bpmn file to simulate, or --help for all options.'),
  'file-not-found': (i) => msg(str`“${value(i, 'file')}” does not exist. Check the spelling and the folder.`),
  'file-is-folder': (i) => msg(str`“${value(i, 'file')}” is a folder. Name the .bpmn file inside.`),
  'file-unreadable': (i) =>
    msg(str`“${value(i, 'file')}” cannot be read (${value(i, 'reason')}). Check that you may open it.`),
  'option-unknown': (i) => msg(str`There is no option ${value(i, 'option')}. The options are ${value(i, 'options')}.`),
  'option-without-value': (i) => msg(str`${value(i, 'option')} needs a value. Write it after the option.`),
  'option-with-value': (i) => msg(str`${value(i, 'option')} takes no value. Leave out what follows the equals sign.`),
  'option-not-a-count': (i) =>
    msg(
      str`${value(i, 'option')} cannot be “${value(i, 'given')}”. Give a whole number from 1 to ${value(i, 'most')}.`,
    ),
  'option-not-a-duration': (i) =>
    msg(
      str`${value(i, 'option')} cannot be “${value(i, 'given')}”. Give an ISO 8601 duration such as P28D, PT60H or PT90M.`,
    ),
  'language-unknown': (i) =>
    msg(str`There are no texts in “${value(i, 'language')}”. The languages are ${value(i, 'languages')}.`),
  'log-format-unknown': (i) =>
    msg(str`The format of the log “${value(i, 'file')}” is unknown. Let its name end in .csv or .xes.`),
  'log-unwritable': (i) =>
    msg(
      str`The log “${value(i, 'file')}” cannot be written (${value(i, 'reason')}). Choose another place, or free some space.`,
    ),
  'scenario-unknown': (i) =>
    msg(
      str`“${value(i, 'file')}” has no scenario “${value(i, 'scenario')}”. It has ${value(i, 'scenarios')}; or leave the option out.`,
    ),
  'no-scenarios': (i) =>
    msg(
      str`“${value(i, 'file')}” has no scenario “${value(i, 'scenario')}”; it has none at all. Leave the option out to run it with guessed values.`,
    ),
};
