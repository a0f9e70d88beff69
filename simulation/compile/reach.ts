/** From where an incoming flow of an inclusive join can be reached without passing the join (rule 1). */
import type { InclusiveJoin } from '../kernel/network.ts';
import { isInclusiveJoin, type Graph } from './graph.ts';

/** All inclusive joins of the graph with their reach. */
export function compileInclusiveJoins(graph: Graph): InclusiveJoin[] {
  const edges = predecessors(graph);
  return [...graph.nodes.keys()]
    .filter((n) => isInclusiveJoin(graph.nodes[n]!, graph.inStart, n))
    .map((join) => ({
      node: join,
      reach: [...graph.inFlows.subarray(graph.inStart[join], graph.inStart[join + 1])].map((flow) =>
        backwards(graph.flowSource[flow]!, join, edges, graph.nodes.length),
      ),
    }));
}

/** Nodes from which a token gets to `from`, itself included, without passing `join`. */
function backwards(from: number, join: number, edges: readonly (readonly number[])[], count: number): Uint8Array {
  const reach = new Uint8Array(count);
  const open = from === join ? [] : [from];
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    if (reach[n]) continue;
    reach[n] = 1;
    for (const before of edges[n]!) if (before !== join) open.push(before);
  }
  return reach;
}

/** Direct predecessors: by sequence flow, by link, and from a host to its boundary events. */
function predecessors({ nodes, flowSource, flowTarget, nodeIndex }: Graph): number[][] {
  const edges = nodes.map((): number[] => []);
  flowTarget.forEach((target, f) => edges[target]!.push(flowSource[f]!));
  nodes.forEach((node, n) => {
    const host = node.attachedTo === undefined ? undefined : nodeIndex.get(node.attachedTo);
    // Nothing goes on from a compensation boundary event.
    const undoes = node.eventDefinitions?.some((d) => d.type === 'bpmn:CompensateEventDefinition') ?? false;
    if (host !== undefined && !undoes) edges[n]!.push(host);
    const link = linkName(node);
    if (link === undefined || node.type !== 'bpmn:IntermediateCatchEvent') return;
    nodes.forEach((other, o) => {
      if (other.type === 'bpmn:IntermediateThrowEvent' && other.scope === node.scope && linkName(other) === link)
        edges[n]!.push(o);
    });
  });
  return edges;
}

/** Name of the link a link event belongs to. */
export const linkName = (node: {
  readonly eventDefinitions?: readonly { readonly linkName?: string; readonly type: string }[];
  readonly name?: string;
}): string | undefined => {
  const definition = node.eventDefinitions?.find((d) => d.type === 'bpmn:LinkEventDefinition');
  return definition ? (definition.linkName ?? node.name ?? '') : undefined;
};
