/** What every part of the compiler works with: the graph, the scenario, the calendars, attributes, and where findings go. */
import { settle } from '../distributions/index.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { ClockSettings, Timeline } from '../calendars/index.ts';
import type { BoundExpression } from '../kernel/network.ts';
import type { Formula } from '../model/expression.ts';
import { issue, type Issue, type Named, type Severity } from '../model/issue.ts';
import type { ProcessModel } from '../model/process.ts';
import type { DistributionSpec, ElementParameters, Scenario } from '../model/scenario.ts';
import type { AttributeScope, ValueType } from './expressions.ts';
import { bindFormula } from './expressions.ts';
import type { Graph } from './graph.ts';
import type { Calendars } from './resources.ts';

export interface Context {
  readonly model: ProcessModel;
  readonly scenario: Scenario;
  readonly clock: ClockSettings;
  readonly graph: Graph;
  readonly calendars: Calendars;
  readonly businessTimeline: Timeline | undefined;
  readonly attributes: AttributeScope;
  readonly poolIndex: ReadonlyMap<string, number>;
  readonly issues: Issue[];
}

/**
 * From this many means on, a standard deviation makes the mean of a run depend on a few rare values: in 1,000 draws it still has an
 * interval of ±31 %.
 */
const UNSTEADY = 5;
const NO_PARAMETERS: ElementParameters = {};

/** Parameters of the element in the scenario. */
export const parametersOf = ({ scenario }: Context, id: string): ElementParameters =>
  scenario.elements?.[id] ?? NO_PARAMETERS;

/** A duration distribution in ms; undefined when absent or faulty (then reported). */
export function timeOf(context: Context, element: Named, spec: DistributionSpec | undefined): Distribution | undefined {
  if (!spec) return undefined;
  const settled = settle(spec, { time: true });
  if ('distribution' in settled) {
    const { mean, sd } = settled.distribution;
    if (sd > UNSTEADY * mean) {
      const values = { type: spec.type, times: Math.round(sd / mean) };
      context.issues.push(issue('warning', 'distribution-heavy-tail', element, values));
    }
    return settled.distribution;
  }
  context.issues.push(issue('error', settled.code, element, settled.values));
  return undefined;
}

/** A formula bound to attributes; undefined when it cannot be used (then reported with `severity`). */
export function bind(
  context: Context,
  element: Named,
  formula: Formula,
  expected: ValueType | undefined,
  severity: Severity = 'error',
): BoundExpression | undefined {
  const result = bindFormula(formula, context.attributes, expected);
  if ('bound' in result) return result.bound;
  context.issues.push(
    issue(severity, result.problem.code, element, { text: formula.text, detail: result.problem.detail }),
  );
  return undefined;
}
