/** The registry of elements: a new one is a file beside this and a line in this list. */
import type { FlowNode } from '../model/process.ts';
import type { Behavior } from './behavior.ts';
import { boundaryError, boundaryTimer } from './boundary-event.ts';
import { endEvent } from './end-event.ts';
import { errorEndEvent } from './error-end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { messageCatchEvent } from './message-catch-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { task } from './task.ts';
import { terminateEndEvent } from './terminate-end-event.ts';
import { linkCatchEvent, throwEvent } from './throw-event.ts';
import { timerCatchEvent } from './timer-catch-event.ts';

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
];

/** The behavior that runs the node; undefined = the element cannot be simulated. */
export const behaviorOf = (node: FlowNode): Behavior | undefined => behaviors.find((b) => b.handles(node));
