/** Cancel end event: undoes the transaction around it and leaves that by its cancel boundary event (rule 13). */
import { undoNext } from '../kernel/compensation.ts';
import { tokens } from '../kernel/tokens.ts';
import { leaveCancelled } from '../kernel/transactions.ts';
import { defineBehavior, eventType } from './behavior.ts';
import { throwAll } from './throwing.ts';

export const cancelEndEvent = defineBehavior({
  name: 'cancel-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Cancel',
  roles: ['event', 'instant'],
  parameters: [],
  enter: throwAll,
  resume(t) {
    tokens.inner[t] = -1;
    if (!undoNext(t)) leaveCancelled(t);
  },
});
