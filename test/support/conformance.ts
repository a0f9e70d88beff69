/**
 * What a run does with each BPMN element, by where it stands: the rows of docs/elements.md. Whether an element is simulated is not
 * said here but asked of the engine.
 */
import { event, timer, type NodeSketch } from './model.ts';

export interface Row {
  readonly element: string;
  readonly position: string;
  readonly node: NodeSketch;
  /** What happens in a run; absent = it is expected to be refused. */
  readonly happens?: string;
  /** Name of the test with an exact trace of it. */
  readonly trace?: string;
}

const task = (type: string): NodeSketch => ({ type });
const start = (kind?: string): NodeSketch => ({
  type: 'StartEvent',
  ...(kind ? { eventDefinitions: event(kind) } : {}),
});
const end = (kind?: string): NodeSketch => ({ type: 'EndEvent', ...(kind ? { eventDefinitions: event(kind) } : {}) });
const caught = (kind: string): NodeSketch => ({ type: 'IntermediateCatchEvent', eventDefinitions: event(kind) });
const thrown = (kind?: string): NodeSketch => ({
  type: 'IntermediateThrowEvent',
  ...(kind ? { eventDefinitions: event(kind) } : {}),
});
const boundary = (kind: string): NodeSketch => ({
  type: 'BoundaryEvent',
  attachedTo: 'Host',
  eventDefinitions: event(kind),
});

const WORK = 'Work by people of the pools it needs, or by nobody; queues while they are busy or off shift.';
const KINDS = ['Message', 'Signal', 'Escalation', 'Conditional', 'Compensation', 'Cancel'];

export const rows: readonly Row[] = [
  ...['Task', 'UserTask', 'ManualTask', 'ServiceTask', 'ScriptTask', 'BusinessRuleTask'].map((type): Row => ({
    element: words(type),
    position: 'in the flow',
    node: task(type),
    happens: WORK,
    trace: 'needs several units at once and never keeps some while waiting for others',
  })),
  {
    element: 'Send task',
    position: 'in the flow',
    node: task('SendTask'),
    happens: `${WORK} Sends its message when done.`,
    trace: 'starts the partner, waits for its answer, and the case is the whole conversation',
  },
  {
    element: 'Receive task',
    position: 'in the flow',
    node: task('ReceiveTask'),
    happens: 'Waits for the message of a partner in the model, else for the delay given.',
    trace: 'keeps an early message for the one who will ask',
  },
  {
    element: 'Activity',
    position: 'several outgoing flows with conditions',
    node: task('Task'),
    happens: 'Takes every flow whose condition holds, else the default. Without conditions: all of them.',
    trace: 'conditional flows from an activity are an inclusive choice with a default',
  },
  {
    element: 'Activity',
    position: 'no incoming or no outgoing flow',
    node: task('Task'),
    happens: 'Begins with the case when there is no start event; ends its token.',
    trace: 'without start event, every node without incoming flow begins; an activity without outgoing flow is an end',
  },
  {
    element: 'Sub-process',
    position: 'in the flow',
    node: task('SubProcess'),
    happens: 'Runs what it contains and goes on when no token is left inside.',
    trace: 'an empty sub-process is passed through',
  },
  {
    element: 'Exclusive gateway',
    position: 'split',
    node: task('ExclusiveGateway'),
    happens: 'One flow: the first whose condition holds, else the default; or one drawn by shares.',
    trace: 'takes the first true condition in document order, else the default',
  },
  {
    element: 'Exclusive gateway',
    position: 'merge',
    node: task('ExclusiveGateway'),
    happens: 'Passes every token on its own.',
    trace: 'merges without waiting: what follows a parallel split runs twice',
  },
  {
    element: 'Parallel gateway',
    position: 'split',
    node: task('ParallelGateway'),
    happens: 'Takes all flows at the same instant.',
    trace: 'waits for the longer branch; the difference is synchronisation, not queue',
  },
  {
    element: 'Parallel gateway',
    position: 'join',
    node: task('ParallelGateway'),
    happens: 'Waits for one token on each incoming flow; more than one stay for the next time.',
    trace: 'joins per flow, not per source: surplus tokens stay for the next firing',
  },
  {
    element: 'Inclusive gateway',
    position: 'split',
    node: task('InclusiveGateway'),
    happens: 'Takes every flow whose condition holds, else the default; or each by its own chance, at least one.',
    trace: 'joins the branches that were activated and does not await the third',
  },
  {
    element: 'Inclusive gateway',
    position: 'join',
    node: task('InclusiveGateway'),
    happens: 'Waits for every token that can still arrive. Joins that wait for each other are reported.',
    trace: 'does not wait for a loop upstream that cannot bring another token',
  },
  {
    element: 'Event-based gateway',
    position: 'in the flow',
    node: task('EventBasedGateway'),
    happens: 'Awaits all that follow from the same instant; the first to occur wins.',
    trace: 'timer at 4 against message at 6: the timer path, the message is no longer awaited',
  },
  {
    element: 'Start event, none',
    position: 'process',
    node: start(),
    happens: 'Cases come by its arrivals. Several start events are alternatives with arrivals of their own.',
    trace: 'several start events are alternatives, each with its own arrivals',
  },
  {
    element: 'Start event, message',
    position: 'process',
    node: start('Message'),
    happens: 'Begins when a partner in the model sends the message, else by its arrivals.',
    trace: 'starts the partner, waits for its answer, and the case is the whole conversation',
  },
  {
    element: 'Start event, timer',
    position: 'process',
    node: { type: 'StartEvent', eventDefinitions: timer('R/P1D', 'cycle') },
    happens: 'Cases come by its arrivals, else by the date or cycle of the timer.',
    trace: 'a timer start brings cases by its own cycle, a signal start by declared arrivals',
  },
  {
    element: 'Start event, signal',
    position: 'process',
    node: start('Signal'),
    happens: 'Cases come by its arrivals; signals are not sent.',
    trace: 'a timer start brings cases by its own cycle, a signal start by declared arrivals',
  },
  {
    element: 'Start event, none',
    position: 'sub-process',
    node: start(),
    happens: 'The sub-process begins here; of several the first in the file.',
    trace: 'terminate in a sub-process ends only the sub-process',
  },
  ...['Conditional', 'Error', 'Escalation', 'Compensation'].map((kind): Row => ({
    element: `Start event, ${kind.toLowerCase()}`,
    position: 'anywhere',
    node: start(kind),
  })),
  {
    element: 'End event, none',
    position: 'anywhere',
    node: end(),
    happens: 'Ends its token; the case ends with its last one.',
    trace: 'non-interrupting: the side path ends at 7, the case at 10',
  },
  {
    element: 'End event, message',
    position: 'anywhere',
    node: end('Message'),
    happens: 'Sends its message and ends its token.',
    trace: 'starts the partner, waits for its answer, and the case is the whole conversation',
  },
  {
    element: 'End event, terminate',
    position: 'process',
    node: end('Terminate'),
    happens: 'Ends the case at once and frees its people.',
    trace: 'terminate at 3 beside a task of 10: the case ends at 3 and the resource is free',
  },
  {
    element: 'End event, terminate',
    position: 'sub-process',
    node: end('Terminate'),
    happens: 'Ends the sub-process at once; the case goes on after it.',
    trace: 'terminate in a sub-process ends only the sub-process',
  },
  {
    element: 'End event, error',
    position: 'anywhere',
    node: end('Error'),
    happens: 'Leaves by the innermost boundary event for this error; without one the case counts as failed.',
    trace: 'an uncaught error fails the case; a boundary error catches it by code',
  },
  ...['Signal', 'Escalation', 'Compensation', 'Cancel'].map((kind): Row => ({
    element: `End event, ${kind.toLowerCase()}`,
    position: 'anywhere',
    node: end(kind),
  })),
  {
    element: 'Intermediate event, none',
    position: 'in the flow',
    node: thrown(),
    happens: 'A milestone that takes no time.',
    trace: 'none is a milestone that takes no time',
  },
  {
    element: 'Intermediate event, message, throwing',
    position: 'in the flow',
    node: thrown('Message'),
    happens: 'Sends its message.',
    trace: 'message starts the partner and goes on at once',
  },
  {
    element: 'Intermediate event, message, catching',
    position: 'in the flow, after an event-based gateway',
    node: caught('Message'),
    happens: 'Waits for the message of a partner in the model, else for the delay given.',
    trace: 'timer at 4 against message at 6: the timer path, the message is no longer awaited',
  },
  {
    element: 'Intermediate event, timer',
    position: 'in the flow, after an event-based gateway',
    node: { type: 'IntermediateCatchEvent', eventDefinitions: timer('PT1H') },
    happens: 'Waits for the date or duration, by the calendar or in business time.',
    trace: 'wait for a date, and not at all for one that has passed',
  },
  {
    element: 'Intermediate event, link',
    position: 'in the flow',
    node: caught('Link'),
    happens: 'Goes on at the catching link of the same name.',
    trace: 'a link goes on at its catch',
  },
  ...['Signal', 'Conditional'].map((kind): Row => ({
    element: `Intermediate event, ${kind.toLowerCase()}, catching`,
    position: 'in the flow, after an event-based gateway',
    node: caught(kind),
  })),
  ...['Signal', 'Escalation', 'Compensation'].map((kind): Row => ({
    element: `Intermediate event, ${kind.toLowerCase()}, throwing`,
    position: 'in the flow',
    node: thrown(kind),
  })),
  {
    element: 'Boundary event, timer',
    position: 'interrupting, on a task',
    node: { type: 'BoundaryEvent', attachedTo: 'Host', eventDefinitions: timer('PT1H') },
    happens:
      'Runs from the moment the task is offered, so also while it queues; cancels the work and frees its people.',
    trace: 'interrupting: leaves at 4, the resource was busy 4 and is free',
  },
  {
    element: 'Boundary event, timer',
    position: 'interrupting, on a sub-process',
    node: { type: 'BoundaryEvent', attachedTo: 'Host', eventDefinitions: timer('PT1H') },
    happens: 'Cancels everything inside.',
    trace: 'a boundary timer cancels everything inside',
  },
  {
    element: 'Boundary event, timer',
    position: 'not interrupting',
    node: { type: 'BoundaryEvent', attachedTo: 'Host', interrupting: false, eventDefinitions: timer('PT1H') },
    happens: 'Starts a path beside the work, once or as often as its cycle says.',
    trace: 'repeats as its cycle says',
  },
  {
    element: 'Boundary event, error',
    position: 'on an activity',
    node: boundary('Error'),
    happens: 'Catches the error of its code from inside, or any error when it has no code.',
    trace: 'an uncaught error fails the case; a boundary error catches it by code',
  },
  ...KINDS.map((kind): Row => ({
    element: `Boundary event, ${kind.toLowerCase()}`,
    position: 'on an activity',
    node: boundary(kind),
  })),
  {
    element: 'Loop marker',
    position: 'on an activity',
    node: { type: 'Task', loop: { type: 'standard', testBefore: false } },
  },
  {
    element: 'Multi-instance marker',
    position: 'on an activity',
    node: { type: 'Task', loop: { type: 'multi-instance', sequential: false } },
  },
  { element: 'Compensation marker', position: 'on an activity', node: { type: 'Task', isForCompensation: true } },
  { element: 'Event sub-process', position: 'anywhere', node: { type: 'SubProcess', triggeredByEvent: true } },
  ...['CallActivity', 'Transaction', 'AdHocSubProcess', 'ComplexGateway'].map((type): Row => ({
    element: words(type),
    position: 'in the flow',
    node: task(type),
  })),
  {
    element: 'Event-based gateway',
    position: 'parallel, or starting the process',
    node: { type: 'EventBasedGateway', instantiate: true },
  },
  {
    element: 'Several triggers in one event',
    position: 'anywhere',
    node: { ...caught('Message'), eventDefinitions: [...event('Message'), ...event('Signal')] },
  },
];

/** `User task` of `UserTask`. */
function words(type: string): string {
  const text = type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.replace('sub process', 'sub-process');
}
