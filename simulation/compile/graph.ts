/** The flow graph over integer ids: nodes, flows, scopes, and which behavior runs each node. */
import { behaviorOf, behaviors } from '../behaviors/index.ts';
import type { Behavior, NodeRole } from '../behaviors/behavior.ts';
import type { ScopeDefinition } from '../kernel/network.ts';
import { issue, type Issue } from '../model/issue.ts';
import { withoutLoop, type FlowNode, type ProcessModel, type SequenceFlow } from '../model/process.ts';

export interface Graph {
  /** The document's nodes, then one per looped activity that stands for a single run of it. */
  readonly nodes: readonly FlowNode[];
  /** Number of the document's nodes. */
  readonly drawn: number;
  /** Node that stands for a run of the looped activity; −1 otherwise. */
  readonly body: Int32Array;
  readonly flows: readonly SequenceFlow[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly flowIndex: ReadonlyMap<string, number>;
  readonly scopeIndex: ReadonlyMap<string, number>;
  readonly scopes: readonly ScopeDefinition[];
  /** Call activities whose process is in the file, and the scope of that process. */
  readonly calls: ReadonlyMap<number, number>;
  readonly nodeBehavior: Uint8Array;
  readonly nodeScope: Int32Array;
  readonly outStart: Int32Array;
  readonly outFlows: Int32Array;
  readonly inStart: Int32Array;
  readonly inFlows: Int32Array;
  readonly flowSource: Int32Array;
  readonly flowTarget: Int32Array;
  readonly flowMark: Int32Array;
  readonly markCount: number;
  /** Slots of marks at which complex gateways with several incoming flows note their phase: `first`, then one per flow. */
  readonly phaseMarks: ReadonlyMap<number, number>;
  readonly behavior: (n: number) => Behavior;
  readonly hasRole: (n: number, role: NodeRole) => boolean;
}

/** Builds the graph of all processes. Elements nobody can simulate are errors that name them; they are left out. */
export function compileGraph(model: ProcessModel, issues: Issue[]): Graph {
  const own = model.nodes.filter((node) => isRunnable(node, issues));
  const nodeIndex = indexOf(own);
  const looped = own.filter((node) => node.loop);
  const nodes = [...own, ...looped.map(withoutLoop)];
  const body = new Int32Array(nodes.length).fill(-1);
  looped.forEach((node, i) => {
    body[nodeIndex.get(node.id)!] = own.length + i;
  });
  const flows = model.flows.filter((flow) => joinsNodes(flow, nodeIndex, nodes, issues));
  const flowIndex = indexOf(flows);
  const scopeIds = [...model.processes.map((p) => p.id), ...own.filter(isSubProcess).map((n) => n.id)];
  const scopeIndex = new Map(scopeIds.map((id, i) => [id, i]));
  const behaviorIndex = new Map(behaviors.map((b, i) => [b, i]));
  const nodeBehavior = Uint8Array.from(nodes, (node) => behaviorIndex.get(behaviorOf(node)!)!);
  const behavior = (n: number): Behavior => behaviors[nodeBehavior[n]!]!;
  const hasRole = (n: number, role: NodeRole): boolean => behavior(n).roles.includes(role);

  const flowSource = Int32Array.from(flows, (f) => nodeIndex.get(f.source)!);
  const flowTarget = Int32Array.from(flows, (f) => nodeIndex.get(f.target)!);
  const [outStart, outFlows] = adjacency(nodes, (node) => node.outgoing, flows, flowSource, flowIndex);
  const [inStart, inFlows] = adjacency(nodes, (node) => node.incoming, flows, flowTarget, flowIndex);

  const nodeScope = Int32Array.from(nodes, (node) => scopeIndex.get(node.scope) ?? 0);
  const flowMark = new Int32Array(flows.length).fill(-1);
  const marksOfScope = scopeIds.map(() => 0);
  const joinFlows = scopeIds.map((): number[] => []);
  flows.forEach((_, f) => {
    const target = flowTarget[f]!;
    if (!hasRole(target, 'join') || inStart[target + 1]! - inStart[target]! < 2) return;
    const s = nodeScope[target]!;
    flowMark[f] = marksOfScope[s]!++;
    joinFlows[s]!.push(f);
  });

  const calls = new Map<number, number>();
  nodes.forEach((node, n) => {
    const called =
      node.type === 'bpmn:CallActivity' ? model.processes.findIndex((p) => p.id === node.calledElement) : -1;
    if (called >= 0) calls.set(n, called);
  });
  const phaseMarks = new Map<number, number>();
  own.forEach((node, n) => {
    if (node.type !== 'bpmn:ComplexGateway' || !isInclusiveJoin(node, inStart, n)) return;
    const s = nodeScope[n]!;
    phaseMarks.set(n, marksOfScope[s]!);
    marksOfScope[s] = marksOfScope[s]! + 1 + inStart[n + 1]! - inStart[n]!;
  });

  const scopes = scopeIds.map((id, s): ScopeDefinition => {
    const isProcess = s < model.processes.length;
    return {
      id,
      node: isProcess ? -1 : nodeIndex.get(id)!,
      isProcess,
      startNodes: Int32Array.from(startNodes(own, id, isProcess, nodeIndex)),
      calledNodes: Int32Array.from(isProcess ? calledNodes(own, id, nodeIndex) : []),
      joinFlows: Int32Array.from(joinFlows[s]!),
      // Filled in by the compiler once inclusive joins are known.
      inclusiveJoins: Int32Array.from(
        [...nodes.keys()].filter((n) => nodeScope[n] === s && isInclusiveJoin(nodes[n]!, inStart, n)),
      ),
      handlers: [],
      complexGateways: [...phaseMarks.keys()].filter((n) => nodeScope[n] === s),
    };
  });
  return {
    nodes,
    drawn: own.length,
    body,
    flows,
    nodeIndex,
    flowIndex,
    scopeIndex,
    scopes,
    nodeBehavior,
    nodeScope,
    outStart,
    outFlows,
    inStart,
    inFlows,
    flowSource,
    flowTarget,
    flowMark,
    markCount: Math.max(0, ...marksOfScope),
    phaseMarks,
    calls,
    behavior,
    hasRole,
  };
}

/** Whether the node is an inclusive or complex gateway that has to look what can still come on several flows. */
export const isInclusiveJoin = (node: FlowNode, inStart: Int32Array, n: number): boolean =>
  (node.type === 'bpmn:InclusiveGateway' || node.type === 'bpmn:ComplexGateway') && inStart[n + 1]! - inStart[n]! > 1;

const SUB_PROCESSES = ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];

/** Whether the node contains others. */
export const isSubProcess = (node: FlowNode): boolean => SUB_PROCESSES.includes(node.type);

function isRunnable(node: FlowNode, issues: Issue[]): boolean {
  if (behaviorOf(node)) return true;
  const definitions = node.eventDefinitions?.map((d) => d.type.replace('bpmn:', '')).join(', ');
  issues.push(
    issue('error', 'element-not-supported', node, {
      type: `${node.type.replace('bpmn:', '')}${definitions ? ` (${definitions})` : ''}`,
    }),
  );
  return false;
}

function joinsNodes(
  flow: SequenceFlow,
  nodeIndex: ReadonlyMap<string, number>,
  nodes: readonly FlowNode[],
  issues: Issue[],
): boolean {
  const source = nodeIndex.get(flow.source);
  const target = nodeIndex.get(flow.target);
  if (source === undefined || target === undefined) return false;
  if (nodes[source]!.scope === nodes[target]!.scope) return true;
  issues.push(issue('error', 'flow-crosses-scope', flow));
  return false;
}

/** Start events of a sub-process (or what has no incoming flow): where its tokens begin (rule 7). */
function startNodes(
  nodes: readonly FlowNode[],
  scope: string,
  isProcess: boolean,
  index: ReadonlyMap<string, number>,
): number[] {
  const own = nodes.filter((node) => node.scope === scope);
  const starts = own.filter((node) => node.type === 'bpmn:StartEvent' || instantiates(node));
  // The start events of a process are alternatives with arrivals of their own.
  const begins = starts.length > 0 ? (isProcess ? [] : starts.slice(0, 1)) : own.filter(beginsImplicitly);
  return begins.map((node) => index.get(node.id)!);
}

/** Where a called process begins: at its only none start event, else where nothing leads to (rules 7 and 16). */
function calledNodes(nodes: readonly FlowNode[], scope: string, index: ReadonlyMap<string, number>): number[] {
  const own = nodes.filter((node) => node.scope === scope);
  const starts = own.filter((node) => node.type === 'bpmn:StartEvent');
  const none = starts.filter((node) => !node.eventDefinitions?.length).slice(0, 1);
  const begins = starts.length > 0 ? none : own.filter(beginsImplicitly);
  return begins.map((node) => index.get(node.id)!);
}

/** Gateways and receive tasks at which a case begins when what they wait for happens (rule 8). */
export const instantiates = (node: FlowNode): boolean => node.instantiate === true && node.incoming.length === 0;

/** Nodes that only ever occur by beginning a case: behind a gateway that begins cases by one event, or doing so themselves. */
export const onlyBegins = (node: FlowNode, nodes: readonly FlowNode[]): boolean =>
  instantiates(node) ||
  (node.incoming.length > 0 &&
    node.incoming.every((flow) =>
      nodes.some(
        (other) =>
          other.outgoing.includes(flow) &&
          other.type === 'bpmn:EventBasedGateway' &&
          instantiates(other) &&
          other.eventGatewayType !== 'Parallel',
      ),
    ));

const beginsImplicitly = (node: FlowNode): boolean =>
  node.incoming.length === 0 &&
  node.type !== 'bpmn:BoundaryEvent' &&
  !node.triggeredByEvent &&
  !node.isForCompensation &&
  !node.eventDefinitions?.some((d) => d.type === 'bpmn:LinkEventDefinition');

const indexOf = (items: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(items.map((item, i) => [item.id, i]));

/** Flows of each node in the node's own order, those it does not list after them. */
function adjacency(
  nodes: readonly FlowNode[],
  listed: (node: FlowNode) => readonly string[],
  flows: readonly SequenceFlow[],
  end: Int32Array,
  flowIndex: ReadonlyMap<string, number>,
): [Int32Array, Int32Array] {
  const lists = nodes.map((node, n) => {
    const own = new Set<number>();
    for (const id of listed(node)) {
      const f = flowIndex.get(id);
      if (f !== undefined && end[f] === n) own.add(f);
    }
    return own;
  });
  flows.forEach((_, f) => lists[end[f]!]!.add(f));
  const start = new Int32Array(nodes.length + 1);
  lists.forEach((list, n) => {
    start[n + 1] = start[n]! + list.size;
  });
  return [start, Int32Array.from(lists.flatMap((list) => [...list]))];
}
