/** How activities repeat: multi-instance and standard loops (rule 14), and the order of ad-hoc sub-processes (rule 15). */
import { createTime, settle } from '../distributions/index.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { AdHoc, BoundExpression, Loop } from '../kernel/network.ts';
import type { Formula } from '../model/expression.ts';
import { issue, type Severity } from '../model/issue.ts';
import type { FlowNode, Loop as LoopMarker } from '../model/process.ts';
import { bind, parametersOf, type Context } from './context.ts';

/** Loops of the document's nodes. */
export const compileLoops = (context: Context): (Loop | undefined)[] =>
  context.graph.nodes.map((node) => node.loop && compileLoop(context, node, node.loop));

/** Ad-hoc sub-processes by node. */
export const compileAdHoc = (context: Context): (AdHoc | undefined)[] =>
  context.graph.nodes.map((node) => {
    if (node.type !== 'bpmn:AdHocSubProcess') return undefined;
    const { adHoc, completion: own } = parametersOf(context, node.id);
    const completion = own ?? node.condition;
    if (adHoc === undefined) context.issues.push(issue('error', 'ad-hoc-without-policy', node));
    return {
      sequential: node.ordering === 'Sequential',
      completion: completion && bind(context, node, completion, 'boolean', severityOf(own)),
      cancelsRemaining: node.cancelsRemaining ?? true,
    };
  });

function compileLoop(context: Context, node: FlowNode, loop: LoopMarker): Loop {
  const parameters = parametersOf(context, node.id);
  if (loop.type === 'multi-instance') {
    const completion = parameters.completion ?? loop.completion;
    return {
      type: 'multi-instance',
      sequential: loop.sequential,
      count: countOf(context, node, parameters.instances ?? loop.cardinality),
      completion: completion && bind(context, node, completion, 'boolean', severityOf(parameters.completion)),
    };
  }
  const again = againOf(context, node, parameters.repeat ?? loop.condition);
  const { maximum = Infinity } = loop;
  if (again === undefined && maximum === Infinity) context.issues.push(issue('error', 'loop-without-end', node));
  return { type: 'standard', testBefore: loop.testBefore, maximum, again };
}

/** A condition that only the file has may use variables of its engine: then it is left out and the finding says so. */
const severityOf = (own: Formula | undefined): Severity => (own ? 'error' : 'warning');

const NONE = createTime({ type: 'constant', params: { value: 0 }, unit: 'ms' });

function countOf(
  context: Context,
  node: FlowNode,
  count: Formula | Parameters<typeof settle>[0] | undefined,
): Distribution | BoundExpression {
  if (count === undefined) context.issues.push(issue('error', 'instances-missing', node));
  else if ('text' in count) return bind(context, node, count, 'number') ?? NONE;
  else {
    const settled = settle(count, { time: false });
    if ('distribution' in settled) return settled.distribution;
    context.issues.push(issue('error', settled.code, node, settled.values));
  }
  return NONE;
}

function againOf(
  context: Context,
  node: FlowNode,
  again: number | Formula | undefined,
): Extract<Loop, { type: 'standard' }>['again'] {
  if (again === undefined) return undefined;
  if (typeof again !== 'number') return bind(context, node, again, 'boolean');
  if (again >= 0 && again < 1) return again;
  context.issues.push(issue('error', 'repeat-out-of-range', node, { value: String(again) }));
  return 0;
}
