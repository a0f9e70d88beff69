/** Rows about activities: tasks, sub-processes, markers. */
import { msg } from '@lit/localize';
import type { ConformanceRow, SampleNode } from './row.ts';

const inFlow = (): string => msg('in the flow');
const worked = (): string =>
  msg('Work by people of the pools it needs, or by nobody; queues while they are busy or off shift.');
const types = (...names: string[]): SampleNode[] => names.map((name) => ({ type: `bpmn:${name}` }));
const looped = (loop: SampleNode['loop']): SampleNode[] =>
  ['Task', 'ReceiveTask', 'SubProcess', 'CallActivity', 'Transaction', 'AdHocSubProcess'].map((name) => ({
    type: `bpmn:${name}`,
    ...(loop ? { loop } : {}),
  }));

export const activityRows: readonly ConformanceRow[] = [
  {
    element: () => msg('Task, user task, manual task'),
    position: inFlow,
    happens: worked,
    nodes: types('Task', 'UserTask', 'ManualTask'),
    trace: '05-activity-two-incoming-flows',
  },
  {
    element: () => msg('Service task, script task, business rule task'),
    position: inFlow,
    happens: worked,
    nodes: types('ServiceTask', 'ScriptTask', 'BusinessRuleTask'),
    trace: '05-automatic-tasks',
  },
  {
    element: () => msg('Send task'),
    position: inFlow,
    happens: () => msg('Work like that of any task; sends its message when it is done.'),
    nodes: types('SendTask'),
    trace: '17-send-task',
  },
  {
    element: () => msg('Receive task'),
    position: inFlow,
    happens: () => msg('Waits for the message of a partner in the model, else for the delay given.'),
    nodes: types('ReceiveTask'),
    trace: '17-message-early-is-buffered',
  },
  {
    element: () => msg('Receive task'),
    position: () => msg('beginning the process'),
    happens: () => msg('Cases begin here with their message, by the arrivals given or when a partner sends.'),
    nodes: [{ type: 'bpmn:ReceiveTask', instantiate: true }],
    trace: '08-instantiating-receive-task',
  },
  {
    element: () => msg('Activity'),
    position: () => msg('several incoming flows'),
    happens: () => msg('Is done once for each token that comes.'),
    nodes: types('Task'),
    trace: '05-activity-two-incoming-flows',
  },
  {
    element: () => msg('Activity'),
    position: () => msg('several outgoing flows without conditions'),
    happens: () => msg('All flows are taken at once.'),
    nodes: types('Task'),
    trace: '05-activity-two-outgoing-flows',
  },
  {
    element: () => msg('Activity'),
    position: () => msg('outgoing flows with conditions'),
    happens: () => msg('Every flow whose condition holds is taken, else the default.'),
    nodes: types('Task', 'SubProcess'),
    trace: '05-activity-conditional-flows',
  },
  {
    element: () => msg('Activity'),
    position: () => msg('no incoming or no outgoing flow'),
    happens: () => msg('Begins with the case when there is no start event; ends its token.'),
    nodes: types('Task'),
    trace: '07-implicit-start',
  },
  {
    element: () => msg('Sub-process'),
    position: inFlow,
    happens: () => msg('Runs what it contains and goes on when no token is left inside.'),
    nodes: types('SubProcess'),
    trace: '06-sub-process-ends-with-its-last-token',
  },
  {
    element: () => msg('Event sub-process'),
    position: () => msg('interrupting'),
    happens: () => msg('Cancels everything else around it and runs; then the scope completes.'),
    nodes: [{ type: 'bpmn:SubProcess', triggeredByEvent: true }],
    trace: '10-interrupts-a-sub-process',
  },
  {
    element: () => msg('Event sub-process'),
    position: () => msg('not interrupting'),
    happens: () => msg('Runs beside the rest, as often as its trigger occurs; the scope waits for it.'),
    nodes: [{ type: 'bpmn:SubProcess', triggeredByEvent: true }],
    trace: '10-several-instances',
  },
  {
    element: () => msg('Transaction'),
    position: inFlow,
    happens: () => msg('Like a sub-process; when cancelled, what was done is undone before it is left.'),
    nodes: types('Transaction'),
    trace: '13-transaction-cancelled',
  },
  {
    element: () => msg('Ad-hoc sub-process'),
    position: () => msg('parallel order'),
    happens: () => msg('Each activity that nothing leads to once, as people are free, until the condition holds.'),
    nodes: [{ type: 'bpmn:AdHocSubProcess', ordering: 'Parallel' }],
    trace: '15-ad-hoc-each-once-parallel',
  },
  {
    element: () => msg('Ad-hoc sub-process'),
    position: () => msg('sequential order'),
    happens: () => msg('One activity after the other; first whatever somebody is free for.'),
    nodes: [{ type: 'bpmn:AdHocSubProcess', ordering: 'Sequential' }],
    trace: '15-ad-hoc-sequential',
  },
  {
    element: () => msg('Call activity'),
    position: () => msg('the process is in the file'),
    happens: () => msg('Runs the called process from its plain start event, with the same attributes and people.'),
    nodes: [{ type: 'bpmn:CallActivity', calledElement: 'Called' }],
    trace: '16-call-runs-the-process',
  },
  {
    element: () => msg('Call activity'),
    position: () => msg('the process is elsewhere'),
    happens: () => msg('Counts as work, like a task.'),
    nodes: types('CallActivity'),
    trace: '16-call-of-what-is-not-here',
  },
  {
    element: () => msg('Parallel multi-instance marker'),
    position: () => msg('on an activity'),
    happens: () =>
      msg('As many instances as counted on entry, all at once, each queueing for its own people; one token goes on.'),
    nodes: looped({ type: 'multi-instance', sequential: false }),
    trace: '14-parallel-instances',
  },
  {
    element: () => msg('Sequential multi-instance marker'),
    position: () => msg('on an activity'),
    happens: () => msg('The instances follow each other.'),
    nodes: looped({ type: 'multi-instance', sequential: true }),
    trace: '14-sequential-instances',
  },
  {
    element: () => msg('Multi-instance marker'),
    position: () => msg('with a completion condition'),
    happens: () => msg('The condition is looked at after each instance; when it holds, the others are cancelled.'),
    nodes: looped({ type: 'multi-instance', sequential: false }),
    trace: '14-completion-condition-parallel',
  },
  {
    element: () => msg('Loop marker'),
    position: () => msg('on an activity'),
    happens: () => msg('Runs again while its condition holds, or by a chance drawn anew each time, up to its maximum.'),
    nodes: [...looped({ type: 'standard', testBefore: false }), ...looped({ type: 'standard', testBefore: true })],
    trace: '14-loop-while',
  },
  {
    element: () => msg('Compensation marker'),
    position: () => msg('on an activity'),
    happens: () => msg('Runs only to undo the activity that its compensation event is attached to.'),
    nodes: [
      { type: 'bpmn:Task', isForCompensation: true },
      { type: 'bpmn:SubProcess', isForCompensation: true },
    ],
    trace: '13-compensation-in-reverse-order',
  },
];
