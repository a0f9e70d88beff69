/** Where instances of processes begin besides arrivals: by a partner's message, by a signal, by being called (rules 8, 16, 17). */
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import type { Partners } from './catchers.ts';
import type { Context } from './context.ts';
import { instantiates } from './graph.ts';

/** `begun` = nodes at which something in the model begins instances; `bySignal` = start events by signal. */
export interface Starts {
  readonly begun: ReadonlySet<number>;
  readonly bySignal: number[][];
}

export function compileStarts({ graph, model, issues }: Context, { messages, signals }: Partners): Starts {
  const { nodes, calls, scopes } = graph;
  const bySignal = Array.from({ length: signals.count }, (): number[] => []);
  const processes = new Set(model.processes.map(({ id }) => id));
  nodes.forEach((node, n) => {
    if (node.type !== 'bpmn:StartEvent') return;
    if (!processes.has(node.scope)) return;
    if (node.eventDefinitions?.some(({ type }) => INSIDE.includes(type)))
      issues.push(issue('error', 'start-not-here', node));
    for (const definition of node.eventDefinitions ?? []) {
      const signal = signals.thrownNumberOf(node, definition);
      if (definition.type === 'bpmn:SignalEventDefinition' && signal !== undefined) bySignal[signal]!.push(n);
    }
  });
  for (const [n, scope] of calls)
    if (scopes[scope]!.calledNodes.length === 0) issues.push(issue('error', 'called-without-start', nodes[n]));
  const messaged = messages.sends.flat().flatMap(({ type, node }) => (type === 'catch' ? [] : [node]));
  const gateways = messaged.flatMap((n) =>
    [...graph.inFlows.subarray(graph.inStart[n], graph.inStart[n + 1])].map((f) => graph.flowSource[f]!),
  );
  return { begun: new Set([...messaged, ...gateways, ...bySignal.flat()]), bySignal };
}

/** Kinds of start events that only event sub-processes have. */
const INSIDE = ['bpmn:ErrorEventDefinition', 'bpmn:EscalationEventDefinition', 'bpmn:CompensateEventDefinition'];

/** Value of `Network.nodeInstantiates`: 1 = begins cases, 2 = awaits all that follow. */
export const instantiation = (node: FlowNode): number =>
  node.type === 'bpmn:EventBasedGateway' && node.eventGatewayType === 'Parallel' ? 2 : instantiates(node) ? 1 : 0;
