/** Texts of findings about files: opening them, reading the process and its simulation data, and filling gaps. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (i: Issue, name: string): string => String(i.values?.[name] ?? '');
const file = (i: Issue): string => value(i, 'file') || msg('the file');

export const fileIssues: IssueTexts = {
  'file-too-large': (i) =>
    msg(
      str`${file(i)} has ${value(i, 'size')} MB; files up to ${value(i, 'limit')} MB can be opened. Remove pictures or split the model.`,
    ),
  'file-is-empty': (i) => msg(str`${file(i)} is empty. Export the process again as BPMN 2.0.`),
  'file-is-blank': (i) => msg(str`${file(i)} holds nothing but spaces. Export the process again as BPMN 2.0.`),
  'file-is-text': (i) => msg(str`${file(i)} is plain text. Open a process saved as BPMN 2.0 (.bpmn).`),
  'file-is-binary': (i) =>
    msg(str`${file(i)} is not a text file, so it cannot be a process. Open a process saved as BPMN 2.0 (.bpmn).`),
  'file-is-json': (i) =>
    msg(str`${file(i)} is JSON, not a process. Open a .bpmn file, or use Import for parameters of other simulators.`),
  'file-is-html': (i) =>
    msg(
      str`${file(i)} is a web page, perhaps saved instead of the file behind a link. Download the .bpmn file itself.`,
    ),
  'file-is-image': (i) =>
    msg(str`${file(i)} is a picture of a process. Export BPMN 2.0 (.bpmn) from the tool it was drawn in.`),
  'file-is-zip': (i) =>
    msg(
      str`${file(i)} is a zip archive, such as a study or a Bizagi .bpm file. Open a study with Open study; from other tools export BPMN 2.0 (.bpmn).`,
    ),
  'file-is-gzip': (i) => msg(str`${file(i)} is compressed. Unpack it and open the .bpmn file inside.`),
  'file-is-pdf': (i) => msg(str`${file(i)} is a PDF. Export BPMN 2.0 (.bpmn) from the tool the process was drawn in.`),
  'file-is-office': (i) =>
    msg(str`${file(i)} is an Office document, such as a Visio drawing. Export BPMN 2.0 (.bpmn) from that tool.`),
  'file-is-dmn': (i) => msg(str`${file(i)} is a decision table (DMN). Open the process that uses it, as BPMN 2.0.`),
  'file-is-cmmn': (i) => msg(str`${file(i)} is a case model (CMMN). Only processes in BPMN 2.0 can be simulated.`),
  'file-is-xpdl': (i) => msg(str`${file(i)} is XPDL. Export the process as BPMN 2.0 from the same tool.`),
  'file-is-drawio': (i) =>
    msg(
      str`${file(i)} is a draw.io drawing: shapes without meaning. Draw the process here, or export BPMN 2.0 from a process tool.`,
    ),
  'file-is-svg': (i) =>
    msg(str`${file(i)} is a drawing (SVG). Export BPMN 2.0 (.bpmn) from the tool the process was drawn in.`),
  'file-is-xes': (i) =>
    msg(
      str`${file(i)} is an event log (XES). Open a process, select its start event, and read the log under Arrivals, “as recorded in a log”.`,
    ),
  'file-is-event-table': (i) =>
    msg(
      str`${file(i)} is an event log (a table). Open a process, select its start event, and read the log under Arrivals, “as recorded in a log”.`,
    ),
  'file-is-bpsim-alone': (i) =>
    msg(str`${file(i)} holds BPSim simulation data without its process. Open the .bpmn file that belongs to it.`),
  'file-is-scylla': (i) =>
    msg(
      str`${file(i)} is a configuration of the Scylla simulator without its process. Open the .bpmn file that belongs to it.`,
    ),
  'file-is-wsdl': (i) => msg(str`${file(i)} describes a web service (WSDL), not a process. Open a .bpmn file.`),
  'file-is-old-bpmn': (i) => msg(str`${file(i)} is an early version of BPMN. Export BPMN 2.0 from the same tool.`),
  'file-without-bpmn-namespace': (i) =>
    msg(
      str`${file(i)} does not say that it is BPMN 2.0: the namespace of its root is missing or wrong. Export BPMN 2.0 again.`,
    ),
  'file-is-other-xml': (i) =>
    msg(
      str`${file(i)} is XML of another kind (its root is “${value(i, 'root')}”). Open a process saved as BPMN 2.0 (.bpmn).`,
    ),
  'xml-cut-off': (i) =>
    msg(
      str`${file(i)} ends too early, at line ${value(i, 'line')}, column ${value(i, 'column')} (“${value(i, 'what')}”). It was probably not copied completely; fetch it again.`,
    ),
  'xml-broken': (i) =>
    msg(
      str`${file(i)} is damaged at line ${value(i, 'line')}, column ${value(i, 'column')}: “${value(i, 'what')}” is not XML. Export it again, or correct that place in a text editor.`,
    ),
  'xml-mismatched-tag': (i) =>
    msg(
      str`${file(i)} is damaged at line ${value(i, 'line')}, column ${value(i, 'column')}: “${value(i, 'what')}” is closed there but not open. Export it again.`,
    ),
  'xml-too-deep': (i) =>
    msg(
      str`${file(i)} nests elements too deeply at line ${value(i, 'line')}. Put inner sub-processes into processes of their own.`,
    ),
  'xml-too-many-attributes': (i) =>
    msg(
      str`${file(i)} gives the element “${value(i, 'what')}” at line ${value(i, 'line')} more than 2,000 attributes, so it was not read. Export it again, or remove them in a text editor.`,
    ),
  'processes-too-deep': (i) =>
    msg(
      str`${file(i)} nests sub-processes ${value(i, 'depth')} deep; up to ${value(i, 'limit')} can be opened. Put inner sub-processes into processes of their own.`,
    ),
  'file-takes-too-long': (i) =>
    msg(
      str`${file(i)} could not be read within ${value(i, 'seconds')} seconds, so reading was stopped. Split the model, or export it again without what is not needed.`,
    ),
  'bpmn-not-read': (i) =>
    msg(str`The BPMN in this file cannot be read (${value(i, 'reason')}). Export it again as BPMN 2.0.`),
  'encoding-unknown': (i) =>
    msg(
      str`The file names an encoding nobody knows (“${value(i, 'encoding')}”) and was read as UTF-8. Check the names in the diagram.`,
    ),
  'encoding-broken': (i) =>
    msg(
      str`Some characters are not valid ${value(i, 'encoding')} and are shown as �. Save the file as UTF-8 in the tool it comes from.`,
    ),
  'encoding-guessed': (i) =>
    msg(
      str`The file does not say how its characters are written and is not UTF-8; it was read as ${value(i, 'encoding')}. Check the names in the diagram.`,
    ),
  'doctype-ignored': () =>
    msg('The file declares a document type. It was left out, and entities defined in it were not expanded.'),
  'prefix-declared': (i) =>
    msg(
      str`The file does not say what “${value(i, 'prefix')}:” stands for. It was declared, so that what carries it is kept.`,
    ),
  'ampersands-escaped': (i) =>
    msg(
      str`${value(i, 'count')} times, an & stands where XML expects a name that it knows. It is shown and saved as the character &.`,
    ),
  'forbidden-characters': (i) =>
    msg(str`${value(i, 'count')} control characters, which XML does not allow, were taken out.`),
  'reference-dangles': (i) =>
    msg(
      str`“${i.elementName ?? ''}” refers to “${value(i, 'reference')}”, which is not in the file. Connect it again.`,
    ),
  'id-illegal': (i) =>
    msg(
      str`The element with the id “${i.elementName ?? ''}” was left out, because the id is not valid. Give it another id in the tool it comes from.`,
    ),
  'id-duplicate': (i) =>
    msg(
      str`A second element with the id “${i.elementName ?? ''}” was left out. Give it an id of its own in the tool it comes from.`,
    ),
  'ids-replaced': (i) =>
    msg(
      str`Some ids cannot be used here and are replaced while you work (in all ${value(i, 'count')}), for example “${value(i, 'id')}” by “${value(i, 'replacement')}”. Saving writes them as they were.`,
    ),
  'ids-doubled': (i) =>
    msg(
      str`${value(i, 'count')} ids stand in the file more than once; the later ones are renamed, for example “${value(i, 'id')}” to “${value(i, 'replacement')}”. Check what refers to them.`,
    ),
  'contents-kept': (i) =>
    msg(
      str`${value(i, 'count')} parts of the file are not BPMN 2.0 where they stand, for example ${value(i, 'content')}. They are not shown, and saved as they were.`,
    ),
  'references-tidied': (i) =>
    msg(
      str`${value(i, 'count')} references were written with a prefix or with spaces around them and were read without. Saving writes them plainly.`,
    ),
  'content-not-read': (i) => msg(str`${value(i, 'content')} is not part of BPMN 2.0 and was not read. The rest was.`),
  'more-findings': (i) => msg(str`${value(i, 'count')} more findings of this kind are not listed.`),
  'element-without-id': (i) =>
    msg(
      str`An element (${value(i, 'type')}) in “${i.elementName ?? ''}” has no id and takes no part. Export the file again.`,
    ),
  'flow-without-end': (i) =>
    msg(str`The flow “${i.elementName ?? ''}” is not connected at both ends and takes no part. Connect or delete it.`),
  'default-flow-elsewhere': (i) =>
    msg(
      str`The default flow of “${i.elementName ?? ''}” does not leave it and does not count. Choose the default flow again.`,
    ),
  'boundary-event-without-host': (i) =>
    msg(
      str`The boundary event “${i.elementName ?? ''}” is attached to nothing and can never occur. Attach it to an activity.`,
    ),
  'formula-not-understood': (i) =>
    msg(
      str`The formula “${value(i, 'formula')}” at “${i.elementName ?? ''}” cannot be understood at “${value(i, 'part')}”. Use comparisons of case attributes, such as amount > 100 and risk = "high".`,
    ),
  'bpsim-not-read': (i) =>
    msg(
      str`${value(i, 'parameter')} of “${i.elementName ?? ''}” (BPSim) takes no part in the simulation: it is kept in the file but cannot be used here.`,
    ),
  'bpsim-element-missing': (i) =>
    msg(
      str`The scenario “${i.elementName ?? ''}” has parameters for “${value(i, 'reference')}”, which is not in the file. They are kept but unused.`,
    ),
  'bpsim-without-scenario': () =>
    msg('The file has a place for BPSim data but no scenario in it. Enter the parameters here.'),
  'bpsim-probabilities-as-weights': (i) =>
    msg(str`The probabilities at “${i.elementName ?? ''}” add up to ${value(i, 'sum')} and were read as weights.`),
  'bpsim-property-differs': (i) =>
    msg(
      str`Start events of “${i.elementName ?? ''}” give “${value(i, 'property')}” different values; the first counts.`,
    ),
  'bpsim-edited-elsewhere': (i) =>
    msg(
      str`Another tool changed the parameters of “${i.elementName ?? ''}”; its figure replaces the one entered here (${value(i, 'field')}).`,
    ),
  'calendar-line-not-read': (i) =>
    msg(
      str`“${value(i, 'line')}” of the calendar “${i.elementName ?? ''}” cannot be used: only daily and weekly hours can. Check its open hours.`,
    ),
  'extension-not-read': (i) =>
    msg(
      str`“${value(i, 'field')}” at “${i.elementName ?? ''}” was saved by another version and cannot be read. Enter it again.`,
    ),
  'scenario-parent-missing': (i) =>
    msg(
      str`“${i.elementName ?? ''}” builds on the scenario “${value(i, 'parent')}”, which is not in the file. Choose another base.`,
    ),
  'scenario-inherits-itself': (i) =>
    msg(str`“${i.elementName ?? ''}” builds on itself by way of “${value(i, 'parent')}”. Choose another base.`),
  'guessed-work': (i) =>
    msg(str`Nothing says how long “${i.elementName ?? ''}” takes, so a typical time was assumed. Enter what you know.`),
  'work-counts-as-zero': (i) =>
    msg(str`Nothing says how long “${i.elementName ?? ''}” takes, so it takes no time. Enter its working time.`),
  'guessed-delay': (i) =>
    msg(
      str`Nothing says how long “${i.elementName ?? ''}” waits, so one hour on average was assumed. Enter what you know.`,
    ),
  'guessed-latency': (i) =>
    msg(
      str`Nothing says how long the answer “${i.elementName ?? ''}” takes, so one hour on average was assumed. Enter what you know.`,
    ),
  'guessed-shares': (i) =>
    msg(
      str`Nothing says which way cases take at “${i.elementName ?? ''}”, so equal shares were assumed. Enter the shares.`,
    ),
  'guessed-arrivals': (i) =>
    msg(
      str`Nothing says how often cases arrive at “${i.elementName ?? ''}”, so a rate that the people can cope with was assumed. Enter the real one.`,
    ),
  'guessed-horizon': () =>
    msg('Nothing says when a run ends, so it covers four weeks. Set its length or the number of cases.'),
};
