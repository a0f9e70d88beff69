/** Receive task: an activity whose only work is to wait for a message (rule 17); one that instantiates begins cases (rule 8). */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import { graph } from '../kernel/graph.ts';
import { network } from '../kernel/loaded.ts';
import { defineBehavior } from './behavior.ts';
import { leaveActivity } from './activity.ts';
import { catchThen } from './catching.ts';

const receive = catchThen(received);

export const receiveTask = defineBehavior({
  name: 'receive-task',
  handles: (node) => node.type === 'bpmn:ReceiveTask' && !node.loop,
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar', 'assign'],
  enter(t, n, flow) {
    if (graph.armed[n] === 1) armBoundaries(t, n);
    // A case that arrives here has brought its message.
    if (flow < 0 && network.nodeInstantiates[n]! > 0) received(t, n);
    else receive(t, n, flow);
  },
  resume: received,
});

function received(t: number, n: number): void {
  disarmBoundaries(t);
  leaveActivity(t, n);
}
