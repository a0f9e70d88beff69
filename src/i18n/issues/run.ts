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
  'staffing-without-pools': () => msg('No pool was chosen to be staffed. Choose at least one.'),
  'staffing-without-goals': () => msg('No service level was chosen to be met. Choose at least one.'),
  'staffing-pool-unknown': (i) =>
    msg(str`There is no pool “${value(i, 'pool')}” in the scenario. Choose one of its pools.`),
  'staffing-sla-unknown': (i) =>
    msg(str`There is no service level “${value(i, 'sla')}” in the scenario. Choose one of its service levels.`),
  'staffing-bounds': (i) =>
    msg(
      str`“${i.elementName ?? ''}” cannot be staffed with ${value(i, 'min')} to ${value(i, 'max')} people. Give whole numbers, at least one person at most, the smaller first.`,
    ),
  'staffing-shift': (i) =>
    msg(
      str`A shift of “${i.elementName ?? ''}” does not fit into a day. It starts between 0:00 and 23:59 and lasts 24 hours at most.`,
    ),
  'staffing-target': (i) =>
    msg(
      str`${value(i, 'target')} is no share of “${i.elementName ?? ''}” that could be reached. Give a target above 0 % and up to 100 %.`,
    ),
  'staffing-too-many-plans': (i) =>
    msg(
      str`There are more than ${value(i, 'most')} ways to staff these pools. Narrow the bounds, or search fewer pools or shifts at a time.`,
    ),

  'file-not-named': () => msg('No file was named. Give the .bpmn file to simulate, or --help for all options.'),
  'file-not-found': (i) => msg(str`“${value(i, 'file')}” does not exist. Check the spelling and the folder.`),
  'file-is-folder': (i) => msg(str`“${value(i, 'file')}” is a folder. Name the .bpmn file inside.`),
  'file-unreadable': (i) =>
    msg(str`“${value(i, 'file')}” cannot be read (${value(i, 'reason')}). Check that you may open it.`),
  'two-files-needed': () =>
    msg('Two designs are needed to compare. Name two files, or a scenario behind the file, such as as-is.bpmn#Today.'),
  'one-file-only': (i) =>
    msg(
      str`Several files were named (${value(i, 'files')}). Name one process, or compare them with npm run -s compare.`,
    ),
  'option-not-a-share': (i) =>
    msg(
      str`${value(i, 'option')} cannot be “${value(i, 'given')}”. Give a share above 0 and up to 1, such as 0.95 or 95%.`,
    ),
  'figure-unknown': (i) =>
    msg(
      str`There is no figure “${value(i, 'figure')}”. Figures are called as in the JSON result, such as cycleTime/mean or slas/ID/hitRate.`,
    ),
  'precision-unreadable': (i) =>
    msg(
      str`“${value(i, 'given')}” is no figure with a half-width. Write cycleTime/mean=5%, cycleTime/mean=PT2H or slas/ID/hitRate=0.02.`,
    ),
  'option-needs-another': (i) =>
    msg(str`${value(i, 'option')} means something only beside ${value(i, 'other')}. Add that, or leave it out.`),
  'vary-missing': () => msg('Nothing is to vary. Name a parameter and its values, such as --vary Clerks=1..6.'),
  'vary-unreadable': (i) =>
    msg(
      str`“${value(i, 'given')}” is no parameter with values. Write NAME=1..6, NAME=1,2,5 or NAME=0.8x..1.2x:0.1x, from small to large.`,
    ),
  'vary-unknown': (i) =>
    msg(str`There is nothing called “${value(i, 'name')}” that could be varied. There are: ${value(i, 'names')}.`),
  'pool-unreadable': (i) =>
    msg(
      str`“${value(i, 'given')}” is no pool with bounds. Write its id and the fewest and most people, such as Clerks=1..6.`,
    ),
  'shifts-unreadable': (i) =>
    msg(
      str`“${value(i, 'given')}” are no shifts. Write the pool and when each shift starts and how long it is, such as Clerks=08:00+8h,12:00+8h.`,
    ),
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
  'results-format-unknown': (i) =>
    msg(
      str`The format of the results “${value(i, 'file')}” is unknown. Let its name end in .bpmn or .bpsim; for JSON there is --json.`,
    ),
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
