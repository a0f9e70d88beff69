/** Cases that begin with an event behind a gateway or at a receive task (rule 8), and cases that a signal begins (rule 17). */
import { arrivals, beginCase } from './arrivals.ts';
import { resumeNode } from './behavior-table.ts';
import { broadcast } from './subscribers.ts';
import { hashKey } from '../random/keyed.ts';
import { network } from './loaded.ts';
import { countFlow, enterAt, pass } from './moves.ts';
import { cases } from './cases.ts';
import { createScope } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';

/** An instance of the process of node `n` begins in case `c`, because event `n` has occurred. */
export function beginByEvent(n: number, c: number): void {
  const s = createScope(network.nodeScope[n]!, c, -1);
  cases.roots[c]! += 1;
  const t = createToken(s);
  const gateway = gatewayBefore(n);
  if (gateway < 0) occurred(t, n);
  else beginAtGateway(t, gateway, n);
}

/** The token is at the gateway and the event at node `n` behind it has occurred; a parallel gateway awaits the others too. */
export function beginAtGateway(t: number, gateway: number, n: number): void {
  const { outStart, outFlows, flowTarget, nodeInstantiates } = network;
  tokens.node[t] = gateway;
  pass(t, gateway);
  const others: [token: number, flow: number][] = [];
  for (let i = outStart[gateway]!; i < outStart[gateway + 1]!; i++) {
    const flow = outFlows[i]!;
    if (flowTarget[flow] === n) countFlow(tokens.case[t]!, flow);
    else if (nodeInstantiates[gateway] === PARALLEL) others.push([createToken(tokens.scope[t]!), flow]);
  }
  for (const [other, flow] of others) {
    countFlow(tokens.case[t]!, flow);
    enterAt(other, flowTarget[flow]!, flow);
  }
  occurred(t, n);
}

/** Values of `nodeInstantiates`. */
export const PARALLEL = 2;

function occurred(t: number, n: number): void {
  tokens.node[t] = n;
  resumeNode(network.nodeBehavior[n]!, t, n);
}

function gatewayBefore(n: number): number {
  const { inStart, inFlows, flowSource, nodeInstantiates } = network;
  for (let i = inStart[n]!; i < inStart[n + 1]!; i++) {
    const source = flowSource[inFlows[i]!]!;
    if (nodeInstantiates[source]! > 0) return source;
  }
  return -1;
}

/** The signal reaches everything armed for it; each start event for it begins a case of its own. */
export function throwSignal(signal: number): void {
  broadcast(signal);
  for (const n of network.signalStarts[signal]!) {
    const [offset] = hashKey(network.keyOf(network.nodeIds[n]!));
    const number = arrivals.started + arrivals.others++;
    beginCase(number, (offset + arrivals.bySignal++) | 0, network.nodeScope[n]!, n);
  }
}
