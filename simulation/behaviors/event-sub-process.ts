/** Event sub-process: begun by its start event while the scope around it runs, never by a flow (rule 10). */
import { neverEntered } from './boundary-event.ts';
import { workEnded } from '../kernel/hooks.ts';
import { consume, pass } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { defineBehavior } from './behavior.ts';

export const eventSubProcess = defineBehavior({
  name: 'event-sub-process',
  handles: (node) => node.type === 'bpmn:SubProcess' && node.triggeredByEvent === true && !node.loop,
  roles: ['activity'],
  parameters: ['fixedCost'],
  enter: neverEntered,
  resume(t, n) {
    tokens.inner[t] = -1;
    workEnded(t, false);
    tokens.started[t] = NaN;
    pass(t, n);
    consume(t);
  },
});
