/** What is done again backwards when an activity is compensated (rule 13). */
import type { Compensation } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import type { Context } from './context.ts';
import { isSubProcess } from './graph.ts';

/** By node: how it is compensated, for activities that can be or that contain some that can. */
export function compileCompensations({ graph, model, issues }: Context): (Compensation | undefined)[] {
  const { nodes, nodeIndex } = graph;
  const result = nodes.map((): Compensation | undefined => undefined);
  const isThrown = nodes.some(
    (node) => node.type !== 'bpmn:BoundaryEvent' && node.type !== 'bpmn:StartEvent' && compensates(node),
  );
  const isCancelled = nodes.some((node) => node.eventDefinitions?.some((d) => d.type === 'bpmn:CancelEventDefinition'));
  nodes.forEach((node, n) => {
    if (node.type === 'bpmn:BoundaryEvent' && compensates(node)) {
      const host = node.attachedTo === undefined ? undefined : nodeIndex.get(node.attachedTo);
      const handler = node.handler === undefined ? undefined : nodeIndex.get(node.handler);
      if (handler === undefined) issues.push(issue('warning', 'compensation-without-handler', node));
      else if (host !== undefined) result[host] = { handler, start: result[host]?.start ?? -1 };
    }
    if (node.type === 'bpmn:StartEvent' && compensates(node)) {
      const sub = nodeIndex.get(node.scope);
      const host = sub === undefined ? undefined : nodeIndex.get(nodes[sub]!.scope);
      if (sub !== undefined && host !== undefined && nodes[sub]!.triggeredByEvent)
        result[host] = { handler: result[host]?.handler ?? -1, start: n };
    }
  });
  if (!isThrown && !isCancelled) return nodes.map(() => undefined);
  // What contains activities that can be compensated remembers them when it is done.
  const scopes = new Map(model.nodes.map((node) => [node.id, node.scope]));
  for (const n of [...result.keys()].filter((i) => result[i]))
    for (let id = scopes.get(nodes[n]!.id); id !== undefined; id = scopes.get(id)) {
      const outer = nodeIndex.get(id);
      if (outer !== undefined && isSubProcess(nodes[outer]!)) result[outer] ??= { handler: -1, start: -1 };
    }
  nodes.forEach((node, n) => {
    if (node.type === 'bpmn:CallActivity' && node.calledElement !== undefined) result[n] ??= { handler: -1, start: -1 };
    // Each run of a looped activity is compensated on its own.
    if (graph.body[n]! >= 0) result[graph.body[n]!] = result[n];
  });
  return result;
}

const compensates = (node: FlowNode): boolean =>
  node.eventDefinitions?.some((d) => d.type === 'bpmn:CompensateEventDefinition') ?? false;
