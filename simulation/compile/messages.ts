/** Where messages go and come from (rule 17): throwing nodes to partners of the same case, never across as tokens. */
import { eventType } from '../behaviors/behavior.ts';
import type { MessageTarget } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import type { Context } from './context.ts';

export interface Messages {
  readonly messageFlowIds: string[];
  readonly sends: MessageTarget[][];
  readonly receives: number[][];
}

/** Resolves the message flows between the nodes of simulated processes; black boxes only answer by latency. */
export function compileMessages({ model, graph, issues }: Context): Messages {
  const { nodes, nodeIndex } = graph;
  const result: Messages = {
    messageFlowIds: [],
    sends: nodes.map(() => []),
    receives: nodes.map(() => []),
  };
  for (const flow of model.messageFlows) {
    const source = nodeIndex.get(flow.source);
    const target = nodeIndex.get(flow.target) ?? entryOf(flow.target);
    if (source === undefined || target === undefined) continue;
    const kind = targetKind(nodes[target]!);
    if (!kind) {
      issues.push(issue('warning', 'message-not-awaited', flow, { target: nodes[target]!.name || nodes[target]!.id }));
      continue;
    }
    const index = result.messageFlowIds.push(flow.id) - 1;
    result.sends[source]!.push({ type: kind, flow: index, node: target });
    if (kind === 'catch') result.receives[target]!.push(index);
  }
  return result;

  /** A flow to a pool with a process ends at its only message start. */
  function entryOf(id: string): number | undefined {
    const process = model.participants.find((p) => p.id === id)?.process;
    const starts = [...nodes.keys()].filter((n) => nodes[n]!.scope === process && targetKind(nodes[n]!) === 'start');
    return starts.length === 1 ? starts[0] : undefined;
  }
}

function targetKind(node: FlowNode): 'start' | 'catch' | undefined {
  if (node.type === 'bpmn:StartEvent') return eventType(node) === 'Message' ? 'start' : undefined;
  if (node.type === 'bpmn:ReceiveTask') return 'catch';
  return node.type === 'bpmn:IntermediateCatchEvent' && eventType(node) === 'Message' ? 'catch' : undefined;
}
