/** Error end event: the innermost scope with a matching error boundary is cancelled and left there; uncaught, the case fails (rule 12). */
import { interruptHost } from '../kernel/boundaries.ts';
import { failCase } from '../kernel/cancel.ts';
import { network } from '../kernel/loaded.ts';
import { pass } from '../kernel/moves.ts';
import { scopes } from '../kernel/scopes.ts';
import { tokens } from '../kernel/tokens.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const errorEndEvent = defineBehavior({
  name: 'error-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Error',
  roles: ['event', 'instant'],
  parameters: [],
  enter(t, n) {
    pass(t, n);
    const code = network.nodeErrorCode[n]!;
    for (let host = scopes.host[tokens.scope[t]!]!; host !== -1; host = scopes.host[tokens.scope[host]!]!) {
      const boundaries = network.boundaries[tokens.node[host]!]!;
      // A matching code goes before a catch-all.
      const caught =
        (code !== '' ? boundaries.find((b) => b.errorCode === code) : undefined) ??
        boundaries.find((b) => b.errorCode === '');
      if (caught) {
        interruptHost(host, caught.node);
        return;
      }
    }
    failCase(tokens.case[t]!);
  },
  resume: neverResumed,
});
