/** Terminate end event: ends the enclosing scope instance with everything in it (rule 11). */
import { emptyScope } from '../kernel/cancel.ts';
import { completeScope, pass } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const terminateEndEvent = defineBehavior({
  name: 'terminate-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Terminate',
  roles: ['event', 'instant'],
  parameters: [],
  enter(t, n) {
    pass(t, n);
    const s = tokens.scope[t]!;
    emptyScope(s);
    completeScope(s);
  },
  resume: neverResumed,
});
