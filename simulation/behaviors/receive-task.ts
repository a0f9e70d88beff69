/** Receive task: an activity whose only work is to wait for a message (rule 17). */
import { armBoundaries, disarmBoundaries } from '../kernel/boundaries.ts';
import { defineBehavior } from './behavior.ts';
import { catchThen } from './catching.ts';
import { leave } from '../kernel/moves.ts';

const receive = catchThen(received);

export const receiveTask = defineBehavior({
  name: 'receive-task',
  handles: (node) => node.type === 'bpmn:ReceiveTask' && !node.loop && !node.instantiate && !node.isForCompensation,
  roles: ['wait', 'event'],
  parameters: ['delay', 'clock', 'calendar'],
  enter(t, n, flow) {
    armBoundaries(t, n);
    receive(t, n, flow);
  },
  resume: received,
});

function received(t: number, n: number): void {
  disarmBoundaries(t);
  leave(t, n);
}
