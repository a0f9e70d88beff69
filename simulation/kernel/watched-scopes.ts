/** What happens around scope instances with event sub-processes, complex gateways, or activities to be compensated. */
import { forgetRecords, handOverRecords } from './compensation.ts';
import { closeComplexGateways } from './complex-joins.ts';
import { armHandlers, disarmHandlers } from './handlers.ts';
import { scopes } from './scopes.ts';

/** The instance begins. */
export function scopeOpened(s: number): void {
  armHandlers(s);
}

/** The instance is complete; it is about to be taken away. */
export function scopeCompleting(s: number): void {
  disarmHandlers(s);
  closeComplexGateways(s);
  handOverRecords(s, scopes.host[s]!);
}

/** The instance is cancelled; it is about to be taken away. */
export function scopeCancelled(s: number): void {
  disarmHandlers(s);
  closeComplexGateways(s);
  forgetRecords(s);
}
