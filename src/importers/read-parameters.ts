/** Reads parameters against the process they are brought to, with findings that say what was read from where. */
import { issue, type Issue, type Scenario } from '#simulation';
import {
  contained,
  idOf,
  isRefusal,
  openDocument,
  readProcess,
  readScenarios,
  type OpenedDocument,
  type Results,
} from '../bpmn/index.ts';
import { directoryOf } from '../dialects/directory.ts';
import { besideOthers } from './beside-others.ts';
import type { Parameters, Target } from './importer.ts';

/** What parameters brought. */
export interface ReadParameters {
  /** New ones, under ids and names that are free. */
  readonly scenarios: readonly Scenario[];
  /** Results of other simulators for scenarios that are there now. */
  readonly results: readonly Results[];
  readonly issues: readonly Issue[];
}

/** Reads parameters for a document that is open elsewhere, as XML. */
export async function readForDocument(parameters: readonly Parameters[], xml: string): Promise<ReadParameters> {
  const document = await openDocument(xml);
  if (isRefusal(document)) return { scenarios: [], results: [], issues: document.issues };
  return readParameters(parameters, targetOf(document), readScenarios(document.definitions).scenarios);
}

/** Reads parameters for a process that has the scenarios `present` already. */
export async function readParameters(
  parameters: readonly Parameters[],
  target: Target,
  present: readonly Scenario[],
): Promise<ReadParameters> {
  const scenarios: Scenario[] = [];
  const results: Results[] = [];
  const issues: Issue[] = [];
  for (const found of parameters) {
    const read = await found.read(target);
    const there = [...present, ...scenarios];
    const placed = besideOthers(
      there,
      read.map(({ scenario }) => scenario),
    );
    const origin = { format: found.format, file: found.files.join(', ') };
    for (const [i, { scenario, issues: own }] of read.entries()) {
      const added = placed.scenarios[i];
      if (!added) {
        issues.push(issue('info', 'dialect-there-already', { id: scenario.id, name: scenario.name }, origin));
        continue;
      }
      const said = saidOf(added);
      issues.push(
        issue(said > 0 ? 'info' : 'warning', said > 0 ? 'dialect-read' : 'dialect-of-other-process', added, {
          ...origin,
          count: said,
        }),
      );
      issues.push(...own);
      scenarios.push(added);
    }
    const known = new Set([...there, ...scenarios].map(({ id }) => id));
    for (const result of (await found.results?.(target)) ?? []) {
      const of = placed.ids.get(result.of) ?? result.of;
      const values = { ...origin, scenario: of, count: result.figures.length, results: result.id };
      if (result.figures.length === 0) issues.push(issue('warning', 'dialect-of-other-process', { id: of }, values));
      else if (!known.has(of)) issues.push(issue('warning', 'bpsim-results-of-other-scenario', undefined, values));
      else {
        issues.push(issue('info', 'bpsim-results-read', { id: of }, values));
        results.push({ ...result, of });
      }
    }
  }
  return { scenarios, results, issues };
}

/** What parameters are read against. */
export function targetOf({ definitions, text: xml }: OpenedDocument): Target {
  const { model } = readProcess(definitions);
  const ids = [...contained(definitions)].filter(hasIdOfDocument).map(idOf);
  return { xml, model, directory: directoryOf(model, new Set(ids)) };
}

/** Ids of other vendors' elements are their own business; those of BPSim share one space with those of BPMN. */
const hasIdOfDocument = ({ $descriptor: { isGeneric, ns } }: OpenedDocument['definitions']): boolean =>
  !isGeneric || /bpsim/.test(ns.uri ?? '');

/** Elements that the scenario names; arrivals alone fit any process. */
export const saidOf = ({ elements = {} }: Scenario): number =>
  Object.values(elements).filter(({ arrivals, ...rest }) => !arrivals || Object.keys(rest).length > 0).length;
