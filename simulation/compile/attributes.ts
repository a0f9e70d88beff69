/** Case attributes: slots for formulas and how each is drawn when a case arrives. */
import { settle } from '../distributions/index.ts';
import type { BoundAttribute } from '../kernel/network.ts';
import { issue, type Issue } from '../model/issue.ts';
import type { CaseAttribute, Scenario } from '../model/scenario.ts';
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
