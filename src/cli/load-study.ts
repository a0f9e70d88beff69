/** From a file on disk to the study to run. Throws `UnusableInput` for everything that is wrong with the file. */
import { msg } from '@lit/localize';
import {
  issue,
  resolveScenario,
  sha256,
  type Issue,
  type ProcessModel,
  type RunOverrides,
  type Scenario,
  type Study,
} from '#simulation';
import { completeScenario, proposeScenario } from '../bpmn/index.ts';
import { openDesign } from './open-design.ts';
import { UnusableInput } from './unusable-input.ts';

export interface LoadedStudy {
  readonly study: Study;
  readonly file: { readonly name: string; readonly sha256: string };
  /** The document with every scenario. */
  readonly xml: string;
  /** Findings on file, model and scenario. */
  readonly issues: readonly Issue[];
}

/** What of the command line decides about the study. */
export interface Choice {
  readonly file: string;
  /** Files with parameters for it. */
  readonly beside: readonly string[];
  /** Id or name; default the one that was brought in, the first scenario of the file, else a proposed one. */
  readonly scenario?: string;
  readonly overrides: RunOverrides;
}

/** Opens the files (relative to `folder`) and makes the scenario ready to run. */
export async function loadStudy(
  { file, beside, scenario: wanted, overrides }: Choice,
  folder: string,
): Promise<LoadedStudy> {
  const { design, name, bytes } = await openDesign([file, ...beside], folder);
  const { model, scenarios, imported, issues } = design;
  const written = chooseScenario(scenarios, wanted ?? imported[0], name);
  const settled = written ? settle(model, scenarios, written.id, overrides) : propose(model, overrides, name);
  return {
    study: { model, scenario: settled.scenario },
    file: { name, sha256: sha256(bytes) },
    xml: design.xml,
    issues: [...issues, ...settled.issues],
  };
}

interface Settled {
  readonly scenario: Scenario;
  readonly issues: readonly Issue[];
}

function settle(
  model: ProcessModel,
  scenarios: readonly Scenario[],
  id: string,
  { cases, horizon }: RunOverrides,
): Settled {
  const { scenario, issues } = resolveScenario(scenarios, id);
  // What the command line says about the end of the run is not to be guessed.
  const run = {
    ...scenario.run,
    ...(cases === undefined ? {} : { cases }),
    ...(horizon === undefined ? {} : { horizon: { value: horizon, unit: 'ms' } as const }),
  };
  const completed = completeScenario(model, { ...scenario, run });
  return { scenario: completed.scenario, issues: [...issues, ...completed.issues] };
}

function propose(model: ProcessModel, { cases, horizon }: RunOverrides, file: string): Settled {
  const scenario = proposeScenario(model, {
    scenario: msg('Scenario 1'),
    officeHours: msg('Mon–Fri 9–17'),
    staff: msg('Staff'),
    sla: msg('Cases on time'),
  });
  const { horizon: guessed, ...endless } = scenario.run ?? {};
  const counted = cases !== undefined && horizon === undefined;
  return {
    // A guessed horizon must not cut off the cases that were asked for.
    scenario: counted || guessed === undefined ? { ...scenario, run: endless } : scenario,
    issues: [issue('warning', 'scenario-proposed', undefined, { file })],
  };
}

function chooseScenario(
  scenarios: readonly Scenario[],
  wanted: string | undefined,
  file: string,
): Scenario | undefined {
  if (wanted === undefined) return scenarios[0];
  const found = scenarios.find((s) => s.id === wanted) ?? scenarios.find((s) => s.name === wanted);
  if (found) return found;
  const known = scenarios.map((s) => (s.name && s.name !== s.id ? `${s.id} (${s.name})` : s.id)).join(', ');
  throw new UnusableInput(
    issue('error', scenarios.length === 0 ? 'no-scenarios' : 'scenario-unknown', undefined, {
      file,
      scenario: wanted,
      scenarios: known,
    }),
  );
}
