/** What throwing events throw beside messages: signals, errors, escalations, compensation, cancel and terminate (rules 11–13, 17). */
import type { Throw } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import { isThrowing, type EventDefinition, type FlowNode } from '../model/process.ts';
import type { Context } from './context.ts';
import type { Signals } from './signals.ts';

/** Throws of every node. */
export const compileThrows = (context: Context, signals: Signals): Throw[][] =>
  context.graph.nodes.map((node) =>
    isThrowing(node) ? (node.eventDefinitions ?? []).flatMap((d) => compileThrow(context, node, d, signals)) : [],
  );

function compileThrow(context: Context, node: FlowNode, definition: EventDefinition, signals: Signals): Throw[] {
  const { refCode: code = '' } = definition;
  switch (definition.type) {
    case 'bpmn:SignalEventDefinition': {
      const signal = signals.numberOf(node, definition);
      if (signal === undefined) context.issues.push(issue('warning', 'signal-without-name', node));
      return signal === undefined ? [] : [{ type: 'signal', signal }];
    }
    case 'bpmn:ErrorEventDefinition':
      return [{ type: 'error', code }];
    case 'bpmn:EscalationEventDefinition':
      return [{ type: 'escalation', code }];
    case 'bpmn:CompensateEventDefinition':
      return [compensation(context, node, definition)];
    case 'bpmn:TerminateEventDefinition':
      return [{ type: 'terminate' }];
    case 'bpmn:CancelEventDefinition':
      checkCancel(context, node);
      return [{ type: 'cancel' }];
    default:
      return [];
  }
}

function compensation({ graph, issues }: Context, node: FlowNode, { ref, waits = true }: EventDefinition): Throw {
  const target = ref === undefined ? -1 : graph.nodeIndex.get(ref);
  if (target === undefined) issues.push(issue('warning', 'compensation-target-missing', node, { target: ref ?? '' }));
  return { type: 'compensation', node: target ?? -1, waits };
}

/** A cancel end event needs a transaction around it, and that a cancel boundary event to leave by. */
function checkCancel({ graph, issues }: Context, node: FlowNode): void {
  const transaction = transactionAround(graph.nodes, node);
  if (!transaction) {
    issues.push(issue('error', 'cancel-outside-transaction', node));
    return;
  }
  const isLeft = graph.nodes.some(
    (other) =>
      other.attachedTo === transaction.id &&
      other.eventDefinitions?.some((d) => d.type === 'bpmn:CancelEventDefinition'),
  );
  if (!isLeft) issues.push(issue('warning', 'cancel-without-boundary', transaction));
}

function transactionAround(nodes: readonly FlowNode[], node: FlowNode): FlowNode | undefined {
  for (let scope = nodes.find(({ id }) => id === node.scope); scope;) {
    if (scope.type === 'bpmn:Transaction') return scope;
    const { scope: outer } = scope;
    scope = nodes.find(({ id }) => id === outer);
  }
  return undefined;
}
