/** Reads a flow node with everything a behavior may ask for. */
import { issue, type FlowNode, type Issue, type Loop } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { flag, idOf, many, named, one, text } from '../moddle.ts';
import { readEventDefinition } from './read-event-definition.ts';
import { readFormula } from './read-formula.ts';

/** The node; its flows are taken from the sequence flows that name it, whatever `incoming` and `outgoing` say. */
export function readNode(
  element: ModdleElement,
  scope: string,
  connections: Connections,
  associations: Associations,
  issues: Issue[],
): FlowNode {
  return {
    ...named(element),
    type: element.$type,
    scope,
    ...connections,
    ...defaultFlow(element, connections, issues),
    ...attachment(element, associations, issues),
    ...eventDetails(element, issues),
    ...activityDetails(element, issues),
    ...gatewayDetails(element, issues),
    ...dataStates(element),
  };
}

/** Ids of the sequence flows that name a node as target and as source. */
type Connections = Pick<FlowNode, 'incoming' | 'outgoing'>;

/** What associations lead to, by the id of where they begin. */
export type Associations = ReadonlyMap<string, readonly ModdleElement[]>;

function defaultFlow(element: ModdleElement, { outgoing }: Connections, issues: Issue[]): Partial<FlowNode> {
  const flow = one(element, 'default');
  if (!flow) return {};
  if (outgoing.includes(idOf(flow))) return { default: idOf(flow) };
  issues.push(issue('warning', 'default-flow-elsewhere', named(element), { flow: idOf(flow) }));
  return {};
}

function attachment(element: ModdleElement, associations: Associations, issues: Issue[]): Partial<FlowNode> {
  if (element.$type === 'bpmn:StartEvent') return { interrupting: element.get('isInterrupting') !== false };
  if (element.$type !== 'bpmn:BoundaryEvent') return {};
  const host = one(element, 'attachedToRef');
  if (!host) issues.push(issue('warning', 'boundary-event-without-host', named(element)));
  return {
    interrupting: element.get('cancelActivity') !== false,
    ...(host ? { attachedTo: idOf(host) } : {}),
    ...handlerOf(element, associations),
  };
}

/** The activity that an association links to a compensation boundary event. */
function handlerOf(element: ModdleElement, associations: Associations): Partial<FlowNode> {
  const linked = associations.get(idOf(element)) ?? [];
  const handler = linked.find((target) => flag(target, 'isForCompensation')) ?? linked.find((t) => isActivity(t));
  return handler && many(element, 'eventDefinitions').some((d) => d.$type === 'bpmn:CompensateEventDefinition')
    ? { handler: idOf(handler) }
    : {};
}

const isActivity = (element: ModdleElement): boolean => element.$instanceOf('bpmn:Activity');

/** Data objects put out in a certain state. */
function dataStates(element: ModdleElement): Partial<FlowNode> {
  const writes = many(element, 'dataOutputAssociations').flatMap((association) => {
    const reference = one(association, 'targetRef');
    const state = reference && one(reference, 'dataState');
    const object = reference && (text(reference, 'name') ?? nameOf(one(reference, 'dataObjectRef')));
    const name = state && text(state, 'name');
    return object !== undefined && name !== undefined ? [{ object: spaced(object), state: spaced(name) }] : [];
  });
  return writes.length > 0 ? { writes } : {};
}

const nameOf = (element: ModdleElement | undefined): string | undefined => element && text(element, 'name');
const spaced = (name: string): string => name.trim().replace(/\s+/g, ' ');

function eventDetails(element: ModdleElement, issues: Issue[]): Partial<FlowNode> {
  if (!element.$instanceOf('bpmn:Event')) return {};
  const definitions = [...many(element, 'eventDefinitions'), ...many(element, 'eventDefinitionRef')];
  return {
    ...(definitions.length > 0
      ? { eventDefinitions: definitions.map((definition) => readEventDefinition(definition, issues, element)) }
      : {}),
    ...(flag(element, 'parallelMultiple') ? { parallelMultiple: true } : {}),
  };
}

function activityDetails(element: ModdleElement, issues: Issue[]): Partial<FlowNode> {
  if (!isActivity(element)) return {};
  for (const quantity of ['startQuantity', 'completionQuantity'])
    if (Number(element.get(quantity) ?? 1) !== 1)
      issues.push(issue('warning', 'quantity-not-simulated', named(element), { quantity }));
  const loop = readLoop(element, issues);
  const called = calledIn(element);
  const message = one(element, 'messageRef');
  const adHoc = element.$type === 'bpmn:AdHocSubProcess';
  const completion = adHoc ? readFormula(element, 'completionCondition', issues) : undefined;
  return {
    ...(loop ? { loop } : {}),
    ...(called ? { calledElement: called } : {}),
    ...(message ? { messageRef: idOf(message) } : {}),
    ...(flag(element, 'triggeredByEvent') ? { triggeredByEvent: true } : {}),
    ...(flag(element, 'instantiate') ? { instantiate: true } : {}),
    ...(flag(element, 'isForCompensation') ? { isForCompensation: true } : {}),
    ...(completion ? { condition: completion } : {}),
    ...(adHoc ? { ordering: text(element, 'ordering') === 'Sequential' ? 'Sequential' : 'Parallel' } : {}),
    ...(adHoc && element.get('cancelRemainingInstances') === false ? { cancelsRemaining: false } : {}),
  };
}

/** Id of the called process, without a namespace prefix. */
function calledIn(element: ModdleElement): string | undefined {
  const called = text(element, 'calledElement');
  return called?.slice(called.indexOf(':') + 1);
}

function gatewayDetails(element: ModdleElement, issues: Issue[]): Partial<FlowNode> {
  if (element.$type === 'bpmn:EventBasedGateway')
    return {
      ...(flag(element, 'instantiate') ? { instantiate: true } : {}),
      eventGatewayType: text(element, 'eventGatewayType') === 'Parallel' ? 'Parallel' : 'Exclusive',
    };
  if (element.$type !== 'bpmn:ComplexGateway') return {};
  const condition = readFormula(element, 'activationCondition', issues);
  return condition ? { condition } : {};
}

function readLoop(activity: ModdleElement, issues: Issue[]): Loop | undefined {
  const loop = one(activity, 'loopCharacteristics');
  if (loop?.$type === 'bpmn:StandardLoopCharacteristics') {
    const condition = readFormula(loop, 'loopCondition', issues);
    const maximum = Number(loop.get('loopMaximum') ?? NaN);
    return {
      type: 'standard',
      testBefore: flag(loop, 'testBefore'),
      ...(Number.isFinite(maximum) ? { maximum } : {}),
      ...(condition ? { condition } : {}),
    };
  }
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined;
  const cardinality = readFormula(loop, 'loopCardinality', issues);
  const completion = readFormula(loop, 'completionCondition', issues);
  return {
    type: 'multi-instance',
    sequential: flag(loop, 'isSequential'),
    ...(cardinality ? { cardinality } : {}),
    ...(completion ? { completion } : {}),
  };
}
