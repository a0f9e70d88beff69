/** The flow graph of the network under simulation, copied so that every model is looked up in the same arrays. */
import { clearTable, PLACES } from './arrays.ts';
import { Quick, quickOf } from './behavior-table.ts';
import type { Network } from './network.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

/** Whose graph it is. */
let loaded: Network | undefined;

/** By node or flow number. */
export const graph = {
  behavior: bytes(PLACES),
  /** What is done with a token at the node without a call, see `Quick`. */
  quick: bytes(PLACES),
  /** 1 = completed work leaves by the only outgoing flow and nothing more is to be done. */
  movesOn: bytes(PLACES),
  /** The only outgoing flow; −1 = none or several. */
  onlyFlow: integers(PLACES),
  scope: integers(PLACES),
  /** Activity of the node; −1 = none. */
  activity: integers(PLACES),
  /** Slot of visits; −1 = not counted. */
  visit: integers(PLACES),
  /** Outgoing flows of node n: outFlows[outStart[n] .. outStart[n + 1]); incoming likewise. */
  outStart: integers(PLACES),
  outFlows: integers(PLACES),
  /** The same outgoing flows in the order in which shares divide up a draw. */
  drawnFlows: integers(PLACES),
  inStart: integers(PLACES),
  inFlows: integers(PLACES),
  flowTarget: integers(PLACES),
  /** Slot of the flow among the marks of its scope; −1 = its target does not wait. */
  flowMark: integers(PLACES),
  /** Share of the flow. */
  flowShare: doubles(PLACES),
  /** 1 = a milestone of some SLA; has boundary events; sends messages; chooses by conditions. */
  hooked: bytes(PLACES),
  armed: bytes(PLACES),
  sends: bytes(PLACES),
  byCondition: bytes(PLACES),
  /** 1 = more happens when it is done: attributes change, outgoing flows have conditions, or others count it. */
  elaborate: bytes(PLACES),
  /** By scope definition: 1 = something happens when instances begin or end. */
  watched: bytes(PLACES),
};

/** Copies the network's graph, if it is not there yet. */
export function loadGraph(network: Network): void {
  if (network === loaded) return;
  loaded = network;
  const nodes = network.nodeIds.length;
  clearTable(graph, Math.max(nodes + 1, network.flowIds.length, network.scopes.length));
  graph.behavior.set(network.nodeBehavior);
  graph.scope.set(network.nodeScope);
  graph.activity.set(network.nodeActivity);
  graph.visit.set(network.nodeVisit);
  graph.outStart.set(network.outStart);
  graph.outFlows.set(network.outFlows);
  graph.drawnFlows.set(network.drawnFlows);
  graph.inStart.set(network.inStart);
  graph.inFlows.set(network.inFlows);
  graph.flowTarget.set(network.flowTarget);
  graph.flowMark.set(network.flowMark);
  graph.flowShare.set(network.flowProbability);
  graph.byCondition.set(network.nodeByCondition);
  for (let n = 0; n < nodes; n++) {
    graph.hooked[n] = network.milestonesEntered[n] || network.milestonesLeft[n] ? 1 : 0;
    graph.armed[n] = network.boundaries[n]!.length > 0 ? 1 : 0;
    graph.sends[n] = network.sends[n]!.length > 0 || network.asks[n]!.length > 0 ? 1 : 0;
    graph.onlyFlow[n] =
      network.outStart[n + 1]! - network.outStart[n]! === 1 ? network.outFlows[network.outStart[n]!]! : -1;
    graph.elaborate[n] = network.nodeConditional[n] === 1 || isNoted(network, n) ? 1 : 0;
    graph.quick[n] = quickKind(n);
    graph.movesOn[n] = graph.quick[n] === Quick.work && graph.elaborate[n] === 0 && graph.onlyFlow[n]! >= 0 ? 1 : 0;
  }
  network.scopes.forEach((scope, s) => {
    const remembers = network.compensations.some(
      (c, n) => c && (network.nodeScope[n] === s || s === network.looseScope),
    );
    graph.watched[s] = scope.handlers.length > 0 || scope.complexGateways.length > 0 || remembers ? 1 : 0;
  });
}

/** Whether somebody must hear of it when the node is done. */
function isNoted(network: Network, n: number): boolean {
  if (network.assigns[n]!.length > 0 || network.compensations[n] !== undefined || n >= network.drawnNodes) return true;
  return network.adHoc[network.scopes[network.nodeScope[n]!]!.node] !== undefined;
}

/** What the node comes to when nothing more is asked of it. */
function quickKind(n: number): Quick {
  if (graph.sends[n] === 1 || graph.armed[n] === 1) return Quick.none;
  const quick = quickOf(graph.behavior[n]!);
  // Work is noted when it is done.
  if (graph.elaborate[n] === 1 && quick !== Quick.work) return Quick.none;
  if (quick === Quick.share) {
    if (graph.onlyFlow[n]! >= 0 && graph.byCondition[n] === 0) return Quick.pass;
    return graph.byCondition[n] === 0 && graph.outStart[n]! < graph.outStart[n + 1]! ? quick : Quick.none;
  }
  return quick === Quick.pass && graph.onlyFlow[n]! < 0 ? Quick.none : quick;
}
