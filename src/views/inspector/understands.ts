/** Which parameters mean something at an element: the engine's behaviors know. */
import { behaviorOf } from '#simulation';
import type { Target } from './context.ts';
import type { ParameterName } from './edits/elements.ts';

/** Whether the parameter means something at the target. */
export const understands = (target: Target, parameter: ParameterName): boolean =>
  target.kind === 'node' && (behaviorOf(target.node)?.parameters.includes(parameter) ?? false);

/** Whether the target is a flow node the engine cannot run. */
export const isUnsupported = (target: Target): boolean =>
  target.kind === 'node' && behaviorOf(target.node) === undefined;
