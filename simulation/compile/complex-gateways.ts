/** Complex gateways with several incoming flows: their condition, and where they note which flows have taken part. */
import type { ComplexGateway } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import { bind, parametersOf, type Context } from './context.ts';

/** By node. Without a condition a gateway goes on with the first token, and a finding says so. */
export function compileComplexGateways(context: Context): (ComplexGateway | undefined)[] {
  const { nodes, phaseMarks, inStart } = context.graph;
  return nodes.map((node, n): ComplexGateway | undefined => {
    const first = phaseMarks.get(n);
    if (first === undefined) return undefined;
    const own = parametersOf(context, node.id).activation;
    const condition = own ?? node.condition;
    if (!condition) context.issues.push(issue('warning', 'activation-missing', node));
    return {
      activation: (condition && bind(context, node, condition, 'boolean', own ? 'error' : 'warning')) ?? (() => 1),
      lateMark: first,
      usedMark: Int32Array.from({ length: inStart[n + 1]! - inStart[n]! }, (_, i) => first + 1 + i),
    };
  });
}
