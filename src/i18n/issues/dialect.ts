/** Texts of findings about other simulators' formats: what was read, fitted, left out, or given away. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';
import { whatText } from '../dialect-words.ts';

const GROUPED = new Intl.NumberFormat('en'); // Chinese groups alike

function value(i: Issue, name: string): string {
  const found = i.values?.[name] ?? '';
  return typeof found === 'number' ? GROUPED.format(found) : found;
}
const name = (i: Issue): string => i.elementName ?? '';
const what = (i: Issue): string => whatText(value(i, 'what'));
const file = (i: Issue): string => value(i, 'file') || msg('the file');

/** “Review”, or what it is about as a whole. */
const where = (i: Issue): string => (i.elementName === undefined ? msg('the scenario') : msg(str`“${i.elementName}”`));
const said = (i: Issue): string => (value(i, 'value') === '' ? '' : msg(str` (${value(i, 'value')})`));

export const dialectIssues: IssueTexts = {
  'dialect-read': (i) =>
    msg(
      str`The ${value(i, 'format')} parameters in ${file(i)} were read as the scenario “${name(i)}”, with ${value(i, 'count')} elements. Check the notes below before you rely on its figures.`,
    ),
  'dialect-of-other-process': (i) =>
    msg(
      str`None of the ${value(i, 'format')} parameters in ${file(i)} belongs to this process: no id fits. Open the process they were made for.`,
    ),
  'dialect-there-already': (i) =>
    msg(str`The scenario “${name(i)}” in ${file(i)} is here already, word for word; it was not added again.`),
  'dialect-beside-bpsim': (i) =>
    msg(
      str`The file also carries ${value(i, 'format')} parameters. They were not read, because it has scenarios already; they stay in the file.`,
    ),
  'dialect-element-missing': (i) =>
    msg(
      str`${value(i, 'format')} speaks of “${value(i, 'reference')}”, which is not there; what it says of it takes no part. Check that parameters and process belong together.`,
    ),
  'dialect-not-read': (i) =>
    msg(
      str`${what(i)} of ${where(i)}${said(i)} in ${value(i, 'format')} takes no part in the simulation: there is no counterpart here.`,
    ),
  'dialect-value-unusable': (i) =>
    msg(
      str`${what(i)} of ${where(i)} cannot be “${value(i, 'value')}” (${value(i, 'format')}). It was left out or set to the nearest possible value; enter it yourself.`,
    ),
  'dialect-fitted': (i) =>
    msg(
      str`${what(i)} of ${where(i)}: the ${value(i, 'format')} distribution “${value(i, 'from')}” became “${value(i, 'to')}”. Mean ${value(i, 'meanBefore')} before, ${value(i, 'mean')} now; standard deviation ${value(i, 'sdBefore')} before, ${value(i, 'sd')} now.`,
    ),
  'dialect-costs-averaged': (i) =>
    msg(
      str`The people of “${name(i)}” cost different amounts in ${value(i, 'format')}; each now costs their average, ${value(i, 'cost')} per hour. Make pools of their own where it matters.`,
    ),
  'dialect-event-chance': (i) =>
    msg(
      str`“${name(i)}” happens with a chance of ${value(i, 'chance')} in ${value(i, 'format')}. It is simulated as a time that, in all other cases, is longer than anything waits.`,
    ),
  'prosimos-generations-mixed': () =>
    msg(
      'The file mixes distributions of several versions of Prosimos. Each was read by the number of its parameters; check the times.',
    ),
  'prosimos-times-mixed': (i) =>
    msg(
      str`“${name(i)}” takes ${value(i, 'people')} people different times. All now take the mix of them: mean ${value(i, 'mean')}, standard deviation ${value(i, 'sd')}.`,
    ),
  'prosimos-fuzzy': (i) =>
    msg(
      str`The calendar “${name(i)}” is fuzzy: somebody is there ${value(i, 'hours')} hours a week on average. The most likely hours are open, as many as that.`,
    ),
  'scylla-priority': () =>
    msg(
      'Scylla does not say which end of its priorities goes first; the lowest number was taken as the most urgent. Check the priorities.',
    ),
  'scylla-without-resources': () =>
    msg(
      'Scylla’s global configuration with resources and timetables is missing, so nobody is needed for the work. Open it together with the process.',
    ),
  'scylla-without-simulation': () =>
    msg('Scylla’s simulation configuration with arrivals and durations is missing. Open it together with the process.'),
  'bpsim-results-read': (i) =>
    msg(
      str`“${value(i, 'results')}” holds ${value(i, 'count')} results of another simulator for the scenario “${value(i, 'scenario')}”. They are kept in the file.`,
    ),
  'bpsim-results-written': (i) =>
    msg(
      str`The results of “${name(i)}” were written as means over ${value(i, 'replications')} replications. BPSim has no place for intervals, percentiles, service levels, utilisation and cost; export JSON or CSV for these.`,
    ),
  'bpsim-results-of-other-scenario': (i) =>
    msg(
      str`${file(i)} holds results for the scenario “${value(i, 'scenario')}”, which this process does not have. Open it beside the process that was simulated.`,
    ),
  'parameters-empty': (i) => msg(str`${file(i)} holds neither a scenario nor results. Export the parameters again.`),
  'parameters-without-process': (i) =>
    msg(
      str`${file(i)} holds ${value(i, 'format')} parameters without their process. Open the .bpmn file they belong to first, or both together.`,
    ),
  'file-without-diagram': (i) => msg(str`${file(i)} holds no process. Export the process as BPMN 2.0 and open that.`),
  'more-than-one-process': (i) =>
    msg(
      str`Several processes were named (${value(i, 'files')}). Take one at a time, with the parameters that belong to it; put names with spaces in quotes.`,
    ),
  'json-broken': (i) =>
    msg(
      str`${file(i)} is damaged at line ${value(i, 'line')}, column ${value(i, 'column')}: it is not JSON from there on. Export it again.`,
    ),
  'json-too-deep': (i) =>
    msg(
      str`${file(i)} nests more than ${value(i, 'limit')} levels deep, which no format of parameters does. Export it again.`,
    ),
  'json-key-refused': (i) =>
    msg(
      str`${file(i)} uses the name “${value(i, 'path')}”, which could harm programs that read it. Rename it, or export the file again.`,
    ),
  'export-left-out': (i) =>
    msg(str`${what(i)} of ${where(i)}${said(i)} was left out: ${value(i, 'format')} has no place for it.`),
  'export-fitted': (i) =>
    msg(
      str`${what(i)} of ${where(i)}: ${value(i, 'format')} knows no “${value(i, 'from')}”; it was written as “${value(i, 'to')}”. Mean ${value(i, 'meanBefore')} here, ${value(i, 'mean')} there; standard deviation ${value(i, 'sdBefore')} here, ${value(i, 'sd')} there.`,
    ),
  'export-rates-averaged': (i) =>
    msg(
      str`The rates by the hour at “${name(i)}” became one rate for all hours with arrivals, a case every ${value(i, 'mean')} on average: ${value(i, 'format')} has no place for rates that change.`,
    ),
  'export-changed': (i) =>
    msg(
      str`${what(i)} of ${where(i)} was written as “${value(i, 'value')}”, the nearest that ${value(i, 'format')} knows.`,
    ),
  'bpsim-not-in-version': (i) =>
    msg(str`${value(i, 'parameter')} was left out: BPSim ${value(i, 'version')} has no place for it.`),
  'bpsim-value-refused': (i) =>
    msg(
      str`“${value(i, 'value')}” as ${value(i, 'parameter')} was left out: the schema of BPSim does not allow it there.`,
    ),
  'convert-without-format': (i) =>
    msg(str`No format was named. Add --to with one of ${value(i, 'formats')}, or --help for all options.`),
  'convert-format-unknown': (i) =>
    msg(str`There is no format “${value(i, 'format')}”. The formats are ${value(i, 'formats')}.`),
  'convert-files-not-named': () => msg('Name the process first and the file to write last, or --help for all options.'),
  'convert-onto-itself': (i) =>
    msg(str`Writing “${value(i, 'file')}” would replace a file that is read. Choose another name.`),
  'convert-unwritable': (i) =>
    msg(str`“${value(i, 'file')}” cannot be written (${value(i, 'reason')}). Check folder and permissions.`),
  'log-without-process': (i) =>
    msg(str`${file(i)} is an event log. Open a process first, then the log: its cases become the arrivals.`),
  'log-not-recognised': (i) => msg(str`${file(i)} is not a table of events. Choose an event log as CSV or XES.`),
  'log-columns-missing': (i) =>
    msg(
      str`${file(i)} lacks columns for case, activity and time, or they have unusual names (${value(i, 'columns')}). Say which column is which.`,
    ),
  'log-damaged': (i) => msg(str`${file(i)} cannot be unpacked: it is damaged or far too large. Compress it again.`),
};
