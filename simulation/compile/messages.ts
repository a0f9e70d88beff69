/** Where messages go and come from (rule 17): throwing nodes to partners of the same case, never across as tokens. */
import { issue } from '../model/issue.ts';
import { isThrowing, type FlowNode } from '../model/process.ts';
import type { MessageTarget } from '../kernel/network.ts';
import type { Context } from './context.ts';
import { instantiates } from './graph.ts';

export interface Messages {
  readonly messageFlowIds: string[];
  readonly sends: MessageTarget[][];
  readonly receives: number[][];
  /** Per throwing node: slots of the latencies that start when it asks a black-box pool. */
  readonly asks: number[][];
  /** Slot of the time at which the pool was asked last; −1 = nobody asks it. */
  askedSlot(pool: string): number;
  readonly askedCount: number;
}

/** Resolves the message flows between the nodes of simulated processes, and messages that are only named at both ends. */
export function compileMessages({ model, graph, issues }: Context): Messages {
  const { nodes, nodeIndex, drawn } = graph;
  const asked = new Map<string, number>();
  const result: Messages = {
    messageFlowIds: [],
    sends: nodes.map(() => []),
    receives: nodes.map(() => []),
    asks: nodes.map(() => []),
    askedSlot: (pool) => asked.get(pool) ?? -1,
    get askedCount() {
      return asked.size;
    },
  };
  const blackBoxes = new Set(model.participants.filter((p) => p.process === undefined).map((p) => p.id));
  const answering = new Set(model.messageFlows.filter((f) => blackBoxes.has(f.source)).map((f) => f.source));
  for (const flow of model.messageFlows) {
    const source = nodeIndex.get(flow.source);
    if (source !== undefined && answering.has(flow.target)) {
      if (!asked.has(flow.target)) asked.set(flow.target, asked.size);
      result.asks[source]!.push(asked.get(flow.target)!);
    }
    const target = nodeIndex.get(flow.target) ?? entryOf(flow.target);
    if (source === undefined || target === undefined) continue;
    const kind = targetKind(nodes[target]!, nodes);
    if (!kind) {
      issues.push(issue('warning', 'message-not-awaited', flow, { target: nodes[target]!.name || nodes[target]!.id }));
      continue;
    }
    connect(source, target, result.messageFlowIds.push(flow.id) - 1, kind);
  }
  connectByName();
  // A single run of a looped activity sends and receives what the activity does.
  graph.body.forEach((run, n) => {
    if (run < 0) return;
    result.sends[run] = result.sends[n]!;
    result.asks[run] = result.asks[n]!;
    result.receives[run] = result.receives[n]!;
    for (const targets of result.sends)
      targets.forEach((target, i) => {
        if (target.node === n) targets[i] = { ...target, node: run };
      });
  });
  return result;

  function connect(source: number, target: number, flow: number, type: MessageTarget['type']): void {
    result.sends[source]!.push({ type, flow, node: target });
    if (type !== 'start' || nodes[target]!.parallelMultiple) result.receives[target]!.push(flow);
  }

  /** Nodes that no message flow leaves or reaches exchange a message when both refer to the same one. */
  function connectByName(): void {
    const ends = nodes
      .slice(0, drawn)
      .flatMap((node, n) => messageRefs(node).map((ref) => ({ n, ref, throwing: throwsMessages(node) })));
    const touched = new Set(model.messageFlows.flatMap((flow) => [flow.source, flow.target]));
    const loose = ends.filter(({ n }) => !touched.has(nodes[n]!.id));
    for (const ref of new Set(loose.map((end) => end.ref))) {
      const sources = loose.filter((end) => end.ref === ref && end.throwing);
      const targets = loose.filter((end) => end.ref === ref && !end.throwing);
      if (sources.length === 0 || targets.length === 0) continue;
      const index = result.messageFlowIds.push(ref) - 1;
      for (const { n: source } of sources)
        for (const { n: target } of targets) {
          const kind = targetKind(nodes[target]!, nodes);
          if (kind) result.sends[source]!.push({ type: kind, flow: index, node: target });
        }
      for (const { n: target } of targets)
        if (targetKind(nodes[target]!, nodes) !== 'start') result.receives[target]!.push(index);
    }
  }

  /** A flow to a pool with a process ends at its only message start. */
  function entryOf(id: string): number | undefined {
    const process = model.participants.find((p) => p.id === id)?.process;
    const starts = [...nodes.keys()].filter(
      (n) =>
        n < drawn && nodes[n]!.scope === process && ['start', 'begin'].includes(targetKind(nodes[n]!, nodes) ?? ''),
    );
    return starts.length === 1 ? starts[0] : undefined;
  }
}

const isMessage = ({ type }: { readonly type: string }): boolean => type === 'bpmn:MessageEventDefinition';

const messageRefs = (node: FlowNode): string[] => [
  ...(node.eventDefinitions ?? []).filter(isMessage).flatMap(({ ref }) => ref ?? []),
  ...(node.messageRef === undefined ? [] : [node.messageRef]),
];

const throwsMessages = (node: FlowNode): boolean => isThrowing(node) || node.type === 'bpmn:SendTask';

function targetKind(node: FlowNode, nodes: readonly FlowNode[]): MessageTarget['type'] | undefined {
  const awaits = node.type === 'bpmn:ReceiveTask' || (node.eventDefinitions?.some(isMessage) ?? false);
  if (!awaits || isThrowing(node)) return undefined;
  if (node.type !== 'bpmn:StartEvent') return begins(node, nodes) ? 'begin' : 'catch';
  const host = nodes.find(({ id }) => id === node.scope);
  return host?.triggeredByEvent ? 'catch' : 'start';
}

/** Receive tasks that instantiate, and what follows a gateway that does. */
const begins = (node: FlowNode, nodes: readonly FlowNode[]): boolean =>
  instantiates(node) ||
  nodes.some((other) => other.type === 'bpmn:EventBasedGateway' && instantiates(other) && leadsTo(other, node));

const leadsTo = (from: FlowNode, to: FlowNode): boolean => from.outgoing.some((flow) => to.incoming.includes(flow));
