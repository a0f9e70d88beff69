/** How the page calls things of the diagram. */
import { msg, str } from '@lit/localize';
import type { FlowNode, ProcessModel, Scenario } from '#simulation';

/** What a flow node is, in plain words: `User task`, `Timer, interrupting`. */
export function typeName(node: FlowNode): string {
  const definitions = node.eventDefinitions ?? [];
  const trigger = definitions.length > 1 ? msg('several triggers') : triggerName(definitions[0]?.type ?? '');
  switch (node.type) {
    case 'bpmn:StartEvent':
      return trigger ? msg(str`Start event: ${trigger}`) : msg('Start event');
    case 'bpmn:EndEvent':
      return trigger ? msg(str`End event: ${trigger}`) : msg('End event');
    case 'bpmn:IntermediateCatchEvent':
      return trigger ? msg(str`Catching event: ${trigger}`) : msg('Catching event');
    case 'bpmn:IntermediateThrowEvent':
      return trigger ? msg(str`Throwing event: ${trigger}`) : msg('Milestone');
    case 'bpmn:BoundaryEvent':
      return node.interrupting === false
        ? msg(str`Boundary event: ${trigger}, work goes on`)
        : msg(str`Boundary event: ${trigger}, interrupts the work`);
    default:
      return plainTypeName(node);
  }
}

function plainTypeName(node: FlowNode): string {
  switch (node.type) {
    case 'bpmn:Task':
      return msg('Task');
    case 'bpmn:UserTask':
      return msg('User task');
    case 'bpmn:ManualTask':
      return msg('Manual task');
    case 'bpmn:ServiceTask':
      return msg('Service task');
    case 'bpmn:ScriptTask':
      return msg('Script task');
    case 'bpmn:BusinessRuleTask':
      return msg('Business rule task');
    case 'bpmn:SendTask':
      return msg('Send task');
    case 'bpmn:ReceiveTask':
      return msg('Receive task');
    case 'bpmn:SubProcess':
      return node.triggeredByEvent ? msg('Event sub-process') : msg('Sub-process');
    case 'bpmn:Transaction':
      return msg('Transaction');
    case 'bpmn:AdHocSubProcess':
      return msg('Ad-hoc sub-process');
    case 'bpmn:CallActivity':
      return msg('Call activity');
    case 'bpmn:ExclusiveGateway':
      return msg('Exclusive gateway: one branch');
    case 'bpmn:InclusiveGateway':
      return msg('Inclusive gateway: one or more branches');
    case 'bpmn:ParallelGateway':
      return msg('Parallel gateway: all branches');
    case 'bpmn:EventBasedGateway':
      return msg('Event-based gateway: what happens first');
    case 'bpmn:ComplexGateway':
      return msg('Complex gateway');
    default:
      return node.type.replace(/^bpmn:/, '');
  }
}

function triggerName(type: string): string {
  switch (type) {
    case 'bpmn:TimerEventDefinition':
      return msg('timer');
    case 'bpmn:MessageEventDefinition':
      return msg('message');
    case 'bpmn:SignalEventDefinition':
      return msg('signal');
    case 'bpmn:ErrorEventDefinition':
      return msg('error');
    case 'bpmn:EscalationEventDefinition':
      return msg('escalation');
    case 'bpmn:ConditionalEventDefinition':
      return msg('condition');
    case 'bpmn:CompensateEventDefinition':
      return msg('compensation');
    case 'bpmn:CancelEventDefinition':
      return msg('cancel');
    case 'bpmn:TerminateEventDefinition':
      return msg('terminate');
    case 'bpmn:LinkEventDefinition':
      return msg('link');
    default:
      return '';
  }
}

/** The name a user knows an element, pool, calendar or SLA by; its id when it has none. */
export function nameOf(model: ProcessModel, scenario: Scenario, id: string): string {
  const named =
    model.nodes.find((n) => n.id === id) ??
    model.participants.find((p) => p.id === id) ??
    model.messageFlows.find((f) => f.id === id) ??
    model.processes.flatMap(({ lanes }) => lanes).find((l) => l.id === id) ??
    scenario.pools?.find((p) => p.id === id) ??
    scenario.calendars?.find((c) => c.id === id) ??
    scenario.slas?.find((s) => s.id === id);
  if (named?.name) return named.name;
  const node = model.nodes.find((n) => n.id === id);
  if (node) return typeName(node);
  const flow = model.flows.find((f) => f.id === id);
  return flow ? branchName(model, flow.id) : id;
}

/** A branch by its own name, else by where it leads: `→ Refund`. */
export function branchName(model: ProcessModel, flowId: string): string {
  const flow = model.flows.find((f) => f.id === flowId);
  if (flow?.name) return flow.name;
  const target = model.nodes.find((n) => n.id === flow?.target);
  return target ? `→ ${target.name || typeName(target)}` : flowId;
}
