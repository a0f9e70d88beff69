/** The registry of elements: a new one is a file beside this and a line in this list. */
import { withoutLoop, type FlowNode } from '../model/process.ts';
import type { ElementParameters } from '../model/scenario.ts';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import type { Behavior } from './behavior.ts';
import { boundaryError, boundaryTimer, boundaryTrigger, boundaryUndo } from './boundary-event.ts';
import { callActivity } from './call-activity.ts';
import { cancelEndEvent } from './cancel-end-event.ts';
import { catchEvent } from './catch-event.ts';
import { compensationEvent } from './compensation-event.ts';
import { complexGateway } from './complex-gateway.ts';
import { endEvent } from './end-event.ts';
import { errorEndEvent } from './error-end-event.ts';
import { escalationEvent } from './escalation-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { instantiatingGateway } from './instantiating-gateway.ts';
import { messageCatchEvent } from './message-catch-event.ts';
import { multiInstance } from './multi-instance.ts';
import { multipleThrowEvent } from './multiple-throw-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { signalThrowEvent } from './signal-throw-event.ts';
import { standardLoop } from './standard-loop.ts';
import { startEvent } from './start-event.ts';
import { subProcess, transaction } from './sub-process.ts';
import { task } from './task.ts';
import { terminateEndEvent } from './terminate-end-event.ts';
import { linkCatchEvent, throwEvent } from './throw-event.ts';
import { timerCatchEvent } from './timer-catch-event.ts';

/** The most frequent come first: they have call sites of their own. */
export const behaviors: readonly Behavior[] = [
  task,
  exclusiveGateway,
  parallelGateway,
  startEvent,
  endEvent,
  inclusiveGateway,
  eventBasedGateway,
  timerCatchEvent,
  messageCatchEvent,
  throwEvent,
  linkCatchEvent,
  receiveTask,
  subProcess,
  boundaryTimer,
  boundaryError,
  terminateEndEvent,
  errorEndEvent,
  multiInstance,
  standardLoop,
  callActivity,
  transaction,
  adHocSubProcess,
  eventSubProcess,
  complexGateway,
  instantiatingGateway,
  catchEvent,
  boundaryTrigger,
  boundaryUndo,
  signalThrowEvent,
  escalationEvent,
  compensationEvent,
  cancelEndEvent,
  multipleThrowEvent,
];

/** The behavior that runs the node; undefined = the element cannot be simulated. */
export const behaviorOf = (node: FlowNode): Behavior | undefined => behaviors.find((b) => b.handles(node));

/** Parameters of the scenario that mean something at the node; of a looped activity also those of a single run. */
export function parametersFor(node: FlowNode): readonly (keyof ElementParameters)[] {
  const own = behaviorOf(node)?.parameters ?? [];
  if (!node.loop) return own;
  return [...own, ...(behaviorOf(withoutLoop(node))?.parameters ?? [])];
}
