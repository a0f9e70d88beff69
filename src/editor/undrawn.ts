/** What the picture does not show. */
import { issue, type Issue, type ProcessModel } from '#simulation';
import type { ElementRegistry } from './diagram.ts';

/** Steps that are part of the process but not of the picture. */
export function undrawn(model: ProcessModel, registry: ElementRegistry): readonly Issue[] {
  const missing = model.nodes.filter(({ id }) => !registry.get(id));
  if (missing.length === 0) return [];
  return missing.length === model.nodes.length
    ? [issue('warning', 'no-diagram', undefined, { count: missing.length })]
    : [issue('warning', 'shapes-missing', missing[0], { count: missing.length })];
}
