/** Tasks: work by people of resource pools (rules 5, 9, 21, 22); one execution per token. */
import { Quick } from '../kernel/behavior-table.ts';
import { armBoundaries, disarmBoundaries, failsAfterWork } from '../kernel/boundaries.ts';
import { graph } from '../kernel/graph.ts';
import { tokens } from '../kernel/tokens.ts';
import { sendMessages } from '../kernel/messages.ts';
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

/** Parameters about who does the work and what is needed around it. */
const WORK_RULES = [
  'choose',
  'samePersonAs',
  'otherPersonThan',
  'setup',
  'workBy',
  'workAt',
  'patience',
  'balkAt',
  'abandonTo',
  'initial',
  'batch',
] as const;

export const task = defineBehavior({
  name: 'task',
  handles: (node) => TYPES.has(node.type) && !node.loop,
  roles: ['activity'],
  parameters: [
    'work',
    'workWhen',
    'resources',
    'priority',
    'priorityWhen',
    'shiftEnd',
    ...WORK_RULES,
    'fixedCost',
    'assign',
  ],
  quick: Quick.work,
  enter(t, n) {
    if (graph.armed[n] === 1) armBoundaries(t, n);
    offerWork(t, n, graph.activity[n]!);
  },
  resume(t, n) {
    if (graph.armed[n] === 1) {
      if (failsAfterWork(t, n)) return;
      disarmBoundaries(t);
    }
    if (graph.sends[n] === 1) sendMessages(tokens.case[t]!, n);
    leaveActivity(t, n);
  },
});
