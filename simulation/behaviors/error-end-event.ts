/** Error end event: the innermost scope with a matching error boundary is cancelled and left there; uncaught, the case fails (rule 12). */
import { interruptHost } from '../kernel/boundaries.ts';
import { failCase } from '../kernel/cancel.ts';
import { network } from '../kernel/loaded.ts';
import { pass } from '../kernel/moves.ts';
import { scopeHost } from '../kernel/scopes.ts';
import { tokenCase, tokenNode, tokenScope } from '../kernel/tokens.ts';
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

export const errorEndEvent = defineBehavior({
  name: 'error-end-event',
  handles: (node) => node.type === 'bpmn:EndEvent' && eventType(node) === 'Error',
  roles: ['event', 'instant'],
  parameters: [],
  enter(t, n) {
    pass(t, n);
    const code = network.nodeErrorCode[n]!;
    for (let host = scopeHost[tokenScope[t]!]!; host !== -1; host = scopeHost[tokenScope[host]!]!) {
      const boundaries = network.boundaries[tokenNode[host]!]!;
      // A matching code goes before a catch-all.
      const caught =
        (code !== '' ? boundaries.find((b) => b.errorCode === code) : undefined) ??
        boundaries.find((b) => b.errorCode === '');
      if (caught) {
        interruptHost(host, caught.node);
        return;
      }
    }
    failCase(tokenCase[t]!);
  },
  resume: neverResumed,
});
