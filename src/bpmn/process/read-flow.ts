/** Reads a sequence flow. */
import { issue, type Issue, type SequenceFlow } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { idOf, named, one } from '../moddle.ts';
import { readFormula } from './read-formula.ts';

/** The flow, or nothing (with an issue) when it does not connect two flow nodes. */
export function readFlow(flow: ModdleElement, scope: string, issues: Issue[]): readonly SequenceFlow[] {
  const source = one(flow, 'sourceRef');
  const target = one(flow, 'targetRef');
  if (!source?.$instanceOf('bpmn:FlowNode') || !target?.$instanceOf('bpmn:FlowNode')) {
    issues.push(issue('warning', 'flow-without-end', named(flow)));
    return [];
  }
  const condition = readFormula(flow, 'conditionExpression', issues);
  return [{ ...named(flow), scope, source: idOf(source), target: idOf(target), ...(condition ? { condition } : {}) }];
}
