/** Tasks: work by people of resource pools (rules 5, 9, 21, 22); one execution per token. */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import { network } from '../kernel/loaded.ts';
import { tokens } from '../kernel/tokens.ts';
import { sendMessages } from '../kernel/waits.ts';
import { offerWork } from '../kernel/work.ts';
import { leaveActivity } from './activity.ts';
import { defineBehavior } from './behavior.ts';

const TYPES = new Set([
  'bpmn:Task',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:SendTask',
]);

export const task = defineBehavior({
  name: 'task',
  handles: (node) => TYPES.has(node.type) && !node.loop && !node.isForCompensation,
  roles: ['activity'],
  parameters: ['work', 'workWhen', 'resources', 'priority', 'priorityWhen', 'shiftEnd', 'fixedCost', 'assign'],
  enter(t, n) {
    armBoundaries(t, n);
    offerWork(t, n, network.nodeActivity[n]!);
  },
  resume(t, n) {
    disarmBoundaries(t);
    // Only send tasks have anywhere to send to.
    if (network.sends[n]!.length > 0) sendMessages(tokens.case[t]!, n);
    leaveActivity(t, n);
  },
});
