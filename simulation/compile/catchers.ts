/** What catching events wait for, wherever they stand: in the flow, on a border, at the start of an event sub-process. */
import type { Catcher, Trigger, Wait } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { EventDefinition, FlowNode } from '../model/process.ts';
import { bind, parametersOf, type Context } from './context.ts';
import { atOnce, delayOf, latencyOf, timerOf } from './events.ts';
import { onlyBegins } from './graph.ts';
import type { Messages } from './messages.ts';
import type { Signals } from './signals.ts';

/** What a model's own elements can bring about. */
export interface Partners {
  readonly messages: Messages;
  readonly signals: Signals;
}

/** How every catching node in the flow waits. */
export function compileWaits(context: Context, partners: Partners): Wait[] {
  const { graph } = context;
  return [...graph.nodes.keys()].filter((n) => graph.hasRole(n, 'wait')).map((n) => compileWait(context, n, partners));
}

/** Boundary events by host. */
export function compileBoundaries(context: Context, partners: Partners): Catcher[][] {
  const { nodes, nodeIndex } = context.graph;
  const byHost = nodes.map((): Catcher[] => []);
  nodes.forEach((node, n) => {
    if (node.type !== 'bpmn:BoundaryEvent') return;
    const host = node.attachedTo === undefined ? undefined : nodeIndex.get(node.attachedTo);
    if (host === undefined) context.issues.push(issue('error', 'boundary-without-host', node));
    else byHost[host]!.push(compileCatcher(context, n, partners, nodes[host]));
  });
  return byHost;
}

/** Event sub-processes by the scope they stand in. */
export function compileHandlers(context: Context, partners: Partners): Catcher[][] {
  const { nodes, scopes, drawn } = context.graph;
  const byScope = scopes.map((): Catcher[] => []);
  nodes.slice(0, drawn).forEach((node, sub) => {
    if (!node.triggeredByEvent) return;
    const start = nodes.findIndex((other) => other.type === 'bpmn:StartEvent' && other.scope === node.id);
    if (start < 0) {
      context.issues.push(issue('error', 'event-sub-process-without-start', node));
      return;
    }
    const scope = context.graph.nodeScope[sub]!;
    byScope[scope]!.push({ ...compileCatcher(context, start, partners, undefined), subProcess: sub });
  });
  return byScope;
}

function compileWait(context: Context, n: number, partners: Partners): Wait {
  const node = context.graph.nodes[n]!;
  const definitions = definitionsOf(node);
  const [definition] = definitions;
  const simple = { node: n, catcher: undefined, askedSlot: -1 };
  if (definitions.length === 1 && definition?.type === TIMER)
    return { ...simple, time: timerOf(context, node, definition)?.time };
  if (definitions.length === 1 && definition?.type === MESSAGE) {
    if (partners.messages.receives[n]!.length > 0) return { ...simple, time: undefined };
    const latency = latencyOf(context, node);
    if (latency) return { ...simple, time: latency.time, askedSlot: partners.messages.askedSlot(latency.pool) };
    return { ...simple, time: outside(context, node) };
  }
  const catcher = compileCatcher(context, n, partners, undefined);
  return { node: n, time: undefined, catcher, askedSlot: -1 };
}

const TIMER = 'bpmn:TimerEventDefinition';
const MESSAGE = 'bpmn:MessageEventDefinition';

/** Receive tasks wait for a message; an event without definition waits for what the scenario declares. */
const definitionsOf = (node: FlowNode): readonly EventDefinition[] =>
  node.eventDefinitions?.length ? node.eventDefinitions : [{ type: MESSAGE }];

/** The declared delay of what nothing in the model brings about; without one it is taken to be there. */
function outside(context: Context, node: FlowNode) {
  const delay = delayOf(context, node);
  if (!delay && !onlyBegins(node, context.graph.nodes)) context.issues.push(issue('warning', 'no-delay', node));
  return delay ?? atOnce(context, node);
}

/** `host` of a boundary event; undefined for events of other places. */
function compileCatcher(context: Context, n: number, partners: Partners, host: FlowNode | undefined): Catcher {
  const node = context.graph.nodes[n]!;
  const catching = node.type === 'bpmn:BoundaryEvent' || node.type === 'bpmn:StartEvent';
  const interrupting = node.interrupting ?? true;
  const triggers: Trigger[] = [];
  for (const definition of definitionsOf(node)) {
    const own = ownTrigger(context, n, definition, partners, interrupting);
    if (own) triggers.push(own);
    else if (!catching)
      triggers.push({ type: 'time', time: outside(context, node), repeats: 0, chance: 1, declared: false });
  }
  if (catching && !triggers.some(({ type }) => OWN.includes(type))) {
    const external = externalTrigger(context, node, host, interrupting);
    if (external) triggers.push(external);
    else if (!isInternal(node, host)) context.issues.push(issue('info', 'event-never-occurs', node));
  }
  return { node: n, interrupting, needsAll: node.parallelMultiple === true, triggers, subProcess: -1 };
}

/** Triggers that come about by themselves or by other elements. */
const OWN: readonly Trigger['type'][] = ['time', 'message', 'signal', 'condition', 'cancel', 'compensation'];

/** Whether what is inside the host can throw to it. */
const isInternal = (node: FlowNode, host: FlowNode | undefined): boolean =>
  (host === undefined || host.type !== 'bpmn:Task') &&
  !host?.type.endsWith('Task') &&
  (node.eventDefinitions ?? []).some(
    ({ type }) => type === 'bpmn:ErrorEventDefinition' || type === 'bpmn:EscalationEventDefinition',
  );

/** What the model itself says about when the event occurs. */
function ownTrigger(
  context: Context,
  n: number,
  definition: EventDefinition,
  { messages, signals }: Partners,
  interrupting: boolean,
): Trigger | undefined {
  const node = context.graph.nodes[n]!;
  const { probability: chance = 1, delay, condition } = parametersOf(context, node.id);
  switch (definition.type) {
    case TIMER: {
      const timing = timerOf(context, node, definition);
      return (
        timing && {
          type: 'time',
          time: timing.time,
          repeats: interrupting ? 0 : timing.repeats,
          chance,
          declared: false,
        }
      );
    }
    case MESSAGE: {
      if (messages.receives[n]!.length > 0) return { type: 'message', flows: messages.receives[n]! };
      const latency = latencyOf(context, node);
      return latency && { type: 'time', time: latency.time, repeats: 0, chance, declared: false };
    }
    case 'bpmn:SignalEventDefinition': {
      const signal = signals.thrownNumberOf(node, definition);
      return signal === undefined ? undefined : { type: 'signal', signal };
    }
    case 'bpmn:ConditionalEventDefinition': {
      const formula = condition ?? definition.condition;
      if (delay || !formula) return undefined;
      // What only the file says may be for its engine; beside the flow the event then never occurs, and the finding says so.
      const severity = condition || node.type === 'bpmn:IntermediateCatchEvent' ? 'error' : 'warning';
      const when = bind(context, node, formula, 'boolean', severity);
      return when && { type: 'condition', when };
    }
    case 'bpmn:ErrorEventDefinition':
      return { type: 'error', code: definition.refCode ?? '' };
    case 'bpmn:EscalationEventDefinition':
      return { type: 'escalation', code: definition.refCode ?? '' };
    case 'bpmn:CancelEventDefinition':
      return { type: 'cancel' };
    case 'bpmn:CompensateEventDefinition':
      return { type: 'compensation' };
    default:
      return undefined;
  }
}

/** What the scenario says about an event that nothing in the model triggers. */
function externalTrigger(
  context: Context,
  node: FlowNode,
  host: FlowNode | undefined,
  interrupting: boolean,
): Trigger | undefined {
  const { probability, delay, occurrences = 1 } = parametersOf(context, node.id);
  if (probability !== undefined && !(probability >= 0 && probability <= 1))
    context.issues.push(issue('error', 'share-out-of-range', node, { value: String(probability) }));
  if (!(occurrences >= 1) || (occurrences !== Infinity && !Number.isInteger(occurrences)))
    context.issues.push(issue('error', 'occurrences-out-of-range', node, { value: String(occurrences) }));
  const chance = probability ?? 1;
  if (delay)
    return {
      type: 'time',
      time: delayOf(context, node) ?? atOnce(context, node),
      repeats: interrupting ? 0 : occurrences - 1,
      chance,
      declared: true,
    };
  if (probability === undefined) return undefined;
  // Work that fails has been done: the failure shows when it is over.
  const fails =
    host?.type.endsWith('Task') && node.eventDefinitions?.some((d) => d.type === 'bpmn:ErrorEventDefinition');
  return fails
    ? { type: 'failure', chance }
    : { type: 'time', time: atOnce(context, node), repeats: 0, chance, declared: true };
}
