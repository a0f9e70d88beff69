/** Questions about flow nodes that decide which parameters they need for a run. */
import type { FlowNode, Formula, Named, ProcessModel } from '#simulation';

/** Who does an activity: people, a machine, nobody (others inside it or outside), or it is no activity. */
export type Doer = 'people' | 'machine' | 'nobody';

const BY_PEOPLE = ['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'];
const BY_MACHINE = ['bpmn:ServiceTask', 'bpmn:ScriptTask', 'bpmn:BusinessRuleTask', 'bpmn:SendTask'];

/** A call activity whose process is not in the file counts as work of people. */
export function doerOf(node: FlowNode, model: ProcessModel): Doer {
  if (BY_PEOPLE.includes(node.type)) return 'people';
  if (BY_MACHINE.includes(node.type)) return 'machine';
  const called = model.processes.some((process) => process.id === node.calledElement);
  return node.type === 'bpmn:CallActivity' && !called ? 'people' : 'nobody';
}

/**
 * Where cases arrive from outside: start events, and processes without one (rule 7), as far as nothing in the file calls or sends
 * to them.
 */
export function arrivalPoints(model: ProcessModel): readonly Named[] {
  const processes = new Set(model.processes.map((process) => process.id));
  const called = new Set(model.nodes.flatMap((node) => node.calledElement ?? []));
  const nodes = new Set(model.nodes.map((node) => node.id));
  const answered = new Set(model.messageFlows.filter((flow) => nodes.has(flow.source)).map((flow) => flow.target));
  const starts = model.nodes.filter((node) => beginsCases(node) && processes.has(node.scope));
  const explicit = new Set(starts.map((node) => node.scope));
  const addressed = new Set(model.nodes.filter((node) => answered.has(node.id)).map((node) => node.scope));
  const implicit = model.processes.filter(({ id }) => !explicit.has(id) && !called.has(id) && !addressed.has(id));
  const explicitStarts = starts.filter((node) => !called.has(node.scope));
  const inside = (node: FlowNode): boolean =>
    answered.has(node.id) || isThrown(node, model) || following(node, model).some(({ id }) => answered.has(id));
  const outside = [...explicitStarts.filter((node) => !inside(node)), ...implicit];
  return outside.length > 0 ? outside : explicitStarts;
}

/** Start events, and gateways and receive tasks at which cases begin. */
const beginsCases = (node: FlowNode): boolean =>
  node.type === 'bpmn:StartEvent' || (node.instantiate === true && node.incoming.length === 0);

const isTopLevel = (node: FlowNode, model: ProcessModel): boolean =>
  model.processes.some(({ id }) => id === node.scope);

/** Nodes that the flows of the node lead to. */
const following = (node: FlowNode, model: ProcessModel): readonly FlowNode[] =>
  model.nodes.filter((other) => other.incoming.some((flow) => node.outgoing.includes(flow)));

/** Whether something in the file throws the signal the event is for, by reference or by label. */
const isThrown = (node: FlowNode, model: ProcessModel): boolean =>
  (node.eventDefinitions ?? []).some(
    ({ type, ref }) =>
      type === 'bpmn:SignalEventDefinition' &&
      model.nodes.some(
        (other) =>
          /(Throw|End)Event$/.test(other.type) &&
          (other.eventDefinitions ?? []).some(
            (thrown) => thrown.type === type && thrown.ref === ref && (ref !== undefined || other.name === node.name),
          ),
      ),
  );

/**
 * Catching events and receive tasks that wait for something the file does not bring about; `isDecidable` = a condition can be
 * looked at in a run.
 */
export function waitsInVain(node: FlowNode, model: ProcessModel, isDecidable: (formula: Formula) => boolean): boolean {
  const timer = node.eventDefinitions?.find(({ type }) => type === 'bpmn:TimerEventDefinition');
  const isBeside = node.type === 'bpmn:BoundaryEvent' || (node.type === 'bpmn:StartEvent' && !isTopLevel(node, model));
  if (isBeside) return timer !== undefined && timer.timer === undefined;
  if (node.type !== 'bpmn:IntermediateCatchEvent' && node.type !== 'bpmn:ReceiveTask') return false;
  if (beginsCases(node) || isThrown(node, model)) return false;
  const before = model.nodes.filter((other) => other.outgoing.some((flow) => node.incoming.includes(flow)));
  if (before.some((other) => beginsCases(other) && other.eventGatewayType === 'Exclusive')) return false;
  const [definition] = node.eventDefinitions ?? [];
  if (definition?.type === 'bpmn:ConditionalEventDefinition')
    return definition.condition === undefined || !isDecidable(definition.condition);
  if (definition?.type === 'bpmn:LinkEventDefinition') return false;
  if (definition?.type === 'bpmn:TimerEventDefinition') return definition.timer === undefined;
  if (node.type === 'bpmn:IntermediateCatchEvent' && !definition) return false;
  if (model.messageFlows.some((flow) => flow.target === node.id)) return false;
  return !model.nodes.some((other) => other.id !== node.id && throws(other, definition?.ref));
}

/** Whether a node throws what is referred to; several names for one thing are the author's business. */
const throws = (node: FlowNode, ref: string | undefined): boolean =>
  ref !== undefined &&
  /(Throw|End)Event$/.test(node.type) &&
  (node.eventDefinitions ?? []).some((definition) => definition.ref === ref);
