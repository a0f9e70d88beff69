/** Case attributes: slots for formulas and how each is drawn when a case arrives. */
import { settle } from '../distributions/index.ts';
import type { Assignment, BoundAttribute } from '../kernel/network.ts';
import { issue, type Issue } from '../model/issue.ts';
import type { CaseAttribute, Scenario } from '../model/scenario.ts';
import { bind, parametersOf, type Context } from './context.ts';
import type { AttributeScope } from './expressions.ts';

/** Declares all attributes in `scope` and says how they are drawn. */
export function compileAttributes(
  { attributes = [] }: Scenario,
  scope: AttributeScope,
  issues: Issue[],
): BoundAttribute[] {
  const bound: BoundAttribute[] = [];
  for (const attribute of attributes) {
    if (scope.slotOf(attribute.name) !== undefined) {
      issues.push(issue('error', 'duplicate-attribute', { id: attribute.name }));
      continue;
    }
    scope.declare(attribute.name, attribute.type === 'category' ? 'text' : 'number');
    bound.push(attribute.type === 'category' ? category(attribute, scope, issues) : number(attribute, issues));
  }
  return bound;
}

function category(
  attribute: Extract<CaseAttribute, { type: 'category' }>,
  scope: AttributeScope,
  issues: Issue[],
): BoundAttribute {
  const total = attribute.values.reduce((sum, v) => sum + v.share, 0);
  if (!(total > 0) || attribute.values.some((v) => !(v.share >= 0)))
    issues.push(issue('error', 'attribute-shares', { id: attribute.name }));
  let sum = 0;
  const cumulative = Float64Array.from(attribute.values, (v) => (sum += v.share) / total);
  return {
    name: attribute.name,
    codes: Float64Array.from(attribute.values, (v) => scope.codeOf(v.value)),
    cumulative,
    distribution: undefined,
  };
}

function number(attribute: Extract<CaseAttribute, { type: 'number' }>, issues: Issue[]): BoundAttribute {
  const settled = settle(attribute.distribution, { time: false });
  if (!('distribution' in settled)) issues.push(issue('error', settled.code, { id: attribute.name }, settled.values));
  return {
    name: attribute.name,
    codes: undefined,
    cumulative: undefined,
    distribution: 'distribution' in settled ? settled.distribution : undefined,
  };
}

/** New values that the elements set when they are done: those of the scenario, and the states of data objects they put out. */
export function compileAssigns(context: Context): Assignment[][] {
  const { graph, attributes, issues } = context;
  const declared = graph.nodes.map((node) =>
    Object.entries(parametersOf(context, node.id).assign ?? {}).flatMap(([name, formula]): Assignment[] => {
      const attribute = attributes.slotOf(name);
      if (attribute === undefined) {
        issues.push(issue('error', 'formula-unknown-attribute', node, { text: formula.text, detail: name }));
        return [];
      }
      const value = bind(context, node, formula, attributes.typeOf(name));
      return value ? [{ attribute, value }] : [];
    }),
  );
  // The runs of a looped activity set them, not the activity around.
  return graph.nodes.map((node, n) => (graph.body[n]! >= 0 ? [] : [...declared[n]!, ...states(node.writes ?? [])]));

  function states(writes: readonly { readonly object: string; readonly state: string }[]): Assignment[] {
    return writes.flatMap(({ object, state }) => {
      const attribute = attributes.usedSlotOf(object);
      const code = attributes.codeOf(state);
      return attribute === undefined ? [] : [{ attribute, value: () => code }];
    });
  }
}
