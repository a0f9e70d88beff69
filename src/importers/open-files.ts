/** Opens files of any kind together: processes with the parameters they carry, and parameters that came in files of their own. */
import { issue, type Issue, type ProcessModel, type Scenario } from '#simulation';
import {
  insertResults,
  isRefusal,
  openDocument,
  prepareDocument,
  readProcess,
  readScenarios,
  toXml,
  writeScenarios,
  type ImportReport,
  type OpenedDocument,
} from '../bpmn/index.ts';
import { resultsSaid } from './bpsim-results.ts';
import { contentOf, contentOfXml, type Content, type SourceFile } from './content.ts';
import type { Parameters } from './importer.ts';
import { importers } from './index.ts';
import { readParameters, saidOf, targetOf } from './read-parameters.ts';

/** A process that was opened, with every scenario that was found for it. */
export interface OpenedDesign<F extends SourceFile = SourceFile> {
  readonly name: string;
  /** The file the process came in. */
  readonly file: F;
  /** The document with the scenarios in it. */
  readonly xml: string;
  readonly model: ProcessModel;
  readonly scenarios: readonly Scenario[];
  /** Scenarios that were brought in from another format, by id. */
  readonly imported: readonly string[];
  /** What was found; none of it blocks. */
  readonly issues: readonly Issue[];
  /** Those of them that the document does not show any more: of its bytes, and of parameters in other formats. */
  readonly reading: readonly Issue[];
  /** What was said about parameters in other formats. */
  readonly brought: readonly Issue[];
  /** What became of the file, element by element. */
  readonly report: ImportReport;
}

export interface OpenedFiles<F extends SourceFile = SourceFile> {
  readonly designs: readonly OpenedDesign<F>[];
  /** Parameters for a process that is not among the files. */
  readonly parameters: readonly Parameters[];
  /** The last issue of each says why. */
  readonly refused: readonly { readonly file: F; readonly issues: readonly Issue[] }[];
}

/** Opens files in their order, documents by way of `prepare` first. Never rejects for bad input. */
export async function openFiles<F extends SourceFile>(
  files: readonly F[],
  prepare: typeof prepareDocument = prepareDocument,
): Promise<OpenedFiles<F>> {
  const refused: OpenedFiles<F>['refused'][number][] = [];
  const opened: Opened<F>[] = [];
  const companions = new Map<string, Content[]>();
  for (const file of files) {
    const content = contentOf(file);
    const importer = importers.find((candidate) => candidate.recognises(content));
    const diagrams = importer?.diagramsOf?.(content);
    if (importer?.parametersOf) companions.set(importer.id, [...(companions.get(importer.id) ?? []), content]);
    else if (diagrams && diagrams.length === 0)
      refused.push({ file, issues: [issue('error', 'file-without-diagram', undefined, { file: file.name })] });
    else if (diagrams)
      for (const { name, xml, parameters } of diagrams)
        await open(prepare, file, name || stem(file.name), xml, [parameters], opened, refused);
    else if (content.fault) refused.push({ file, issues: [content.fault] });
    else await open(prepare, file, stem(file.name), file.bytes, [], opened, refused);
  }
  const parameters = [...companions].flatMap(
    ([id, contents]) => importers.find((importer) => importer.id === id)?.parametersOf?.(contents) ?? [],
  );
  const left: Parameters[] = [];
  for (const found of parameters) {
    const home = await homeOf(found, opened);
    if (home) home.parameters.push(found);
    else left.push(found);
  }
  return { designs: await Promise.all(opened.map(finished)), parameters: left, refused };
}

interface Opened<F> {
  readonly file: F;
  readonly name: string;
  readonly document: OpenedDocument;
  readonly reading: readonly Issue[];
  readonly report: ImportReport;
  readonly parameters: Parameters[];
}

async function open<F extends SourceFile>(
  prepare: typeof prepareDocument,
  file: F,
  name: string,
  source: string | Uint8Array,
  parameters: readonly Parameters[],
  opened: Opened<F>[],
  refused: OpenedFiles<F>['refused'][number][],
): Promise<void> {
  const prepared = await prepare(source, file.name);
  const document = isRefusal(prepared) ? prepared : await openDocument(prepared.text, file.name);
  if (isRefusal(prepared)) refused.push({ file, issues: prepared.issues });
  else if (isRefusal(document)) refused.push({ file, issues: document.issues });
  else {
    const { reading, report } = prepared;
    opened.push({ file, name, document, reading, report, parameters: [...inside(file, document), ...parameters] });
  }
}

/** Parameters in blocks of other vocabularies; with the ids that the document has now. */
function inside(file: SourceFile, { xml }: OpenedDocument): readonly Parameters[] {
  const content = contentOfXml(file, xml);
  return importers.flatMap((importer) => importer.parametersInside?.(content) ?? []);
}

/** The process that parameters belong to: the only one, else the one they say most about. */
async function homeOf<F>(found: Parameters, opened: readonly Opened<F>[]): Promise<Opened<F> | undefined> {
  if (opened.length <= 1) return opened[0];
  const said = await Promise.all(
    opened.map(async ({ document }) => {
      const read = await found.read(targetOf(document));
      return Math.max(0, ...read.map(({ scenario }) => saidOf(scenario)));
    }),
  );
  return opened[said.indexOf(Math.max(...said))];
}

async function finished<F extends SourceFile>(opened: Opened<F>): Promise<OpenedDesign<F>> {
  const { file, name, reading, report, parameters } = opened;
  const verbatim = await thatFitBeside(opened);
  const document = await withInserted(
    opened.document,
    verbatim.flatMap((found) => found.insertInto ?? []),
  );
  const { model, issues: ofProcess } = readProcess(document.definitions);
  const { scenarios, issues: ofScenarios } = readScenarios(document.definitions);
  const issues = [...new Set([...reading, ...document.issues, ...ofProcess, ...ofScenarios])];
  const base = { name, file, model, reading, report };
  const ofBpsim = resultsSaid(document.definitions, model);
  const others = parameters.filter((found) => !verbatim.includes(found));
  if (others.length === 0) return { ...base, xml: document.text, scenarios, imported: [], issues, brought: ofBpsim };
  const carried = others.filter(({ files }) => files.includes(file.name));
  if (scenarios.length > 0 && carried.length === others.length) {
    // What was saved here beside another tool's block is newer than that.
    const beside = issue('info', 'dialect-beside-bpsim', undefined, {
      format: carried.map((c) => c.format).join(', '),
    });
    const said = { issues: [...issues, beside], reading: [...reading, beside], brought: [...ofBpsim, beside] };
    return { ...base, ...said, xml: document.text, scenarios, imported: [] };
  }
  const read = await readParameters(others, targetOf(document), scenarios);
  const all = [...scenarios, ...read.scenarios];
  writeScenarios(document.definitions, document.moddle, all);
  for (const results of read.results) insertResults(document.definitions, document.moddle, results);
  return {
    ...base,
    model: readProcess(document.definitions).model,
    xml: await toXml(document),
    scenarios: all,
    imported: read.scenarios.map(({ id }) => id),
    issues: [...issues, ...read.issues],
    reading: [...reading, ...read.issues],
    brought: [...ofBpsim, ...read.issues],
  };
}

/** Parameters that the document can hold as they were written: none of their scenarios has an id that is taken there. */
async function thatFitBeside<F>({ document, parameters }: Opened<F>): Promise<readonly Parameters[]> {
  const taken = new Set(readScenarios(document.definitions).scenarios.map(({ id }) => id));
  const fitting: Parameters[] = [];
  for (const found of parameters) {
    if (!found.insertInto) continue;
    const read = await found.read(targetOf(document));
    if (!read.some(({ scenario }) => taken.has(scenario.id))) fitting.push(found);
  }
  return fitting;
}

async function withInserted(
  document: OpenedDocument,
  inserts: readonly ((xml: string) => string)[],
): Promise<OpenedDocument> {
  if (inserts.length === 0) return document;
  const again = await openDocument(inserts.reduce((xml, insert) => insert(xml), document.text));
  return isRefusal(again) ? document : again;
}

/** File name without folder and extension, as the name of the design. */
const stem = (fileName: string): string =>
  fileName.replace(/^.*[/\\]/, '').replace(/\.(bpmn2?|xml|json)(\.xml)?$/i, '') || fileName;
