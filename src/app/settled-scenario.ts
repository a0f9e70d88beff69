/** The scenario a run would use, and everything that is found about it. */
import { msg } from '@lit/localize';
import { compile, issue, resolveScenario, type Issue, type ProcessModel, type Scenario } from '#simulation';
import { completeScenario, proposeScenario } from '../bpmn/index.ts';

/** A scenario with inheritance resolved and gaps filled by marked guesses. */
export interface SettledScenario {
  readonly scenario: Scenario;
  /** What was missing, guessed or wrong on the way. */
  readonly issues: readonly Issue[];
}

/** Settles the scenario `id`; a design without scenarios gets a proposal, which is written down at the first edit. */
export function settleScenario(
  model: ProcessModel,
  scenarios: readonly Scenario[],
  id: string,
  file: string,
): SettledScenario {
  if (scenarios.length === 0)
    return { scenario: propose(model), issues: [issue('warning', 'scenario-proposed', undefined, { file })] };
  const resolved = resolveScenario(scenarios, id);
  const completed = completeScenario(model, resolved.scenario);
  return { scenario: completed.scenario, issues: [...resolved.issues, ...completed.issues] };
}

/** All findings on a design and its settled scenario: those given, those of settling, those of the compiler; errors first. */
export function findings(model: ProcessModel, settled: SettledScenario, given: readonly Issue[]): readonly Issue[] {
  const all = [...given, ...settled.issues, ...compile({ model, scenario: settled.scenario }).issues];
  const unique = new Map(all.map((i) => [JSON.stringify(i), i]));
  return [...unique.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, info: 2 };

const propose = (model: ProcessModel): Scenario =>
  proposeScenario(model, {
    scenario: msg('Scenario 1'),
    officeHours: msg('Mon–Fri 9–17'),
    staff: msg('Staff'),
    sla: msg('Cases on time'),
  });
