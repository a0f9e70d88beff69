/** Which parameters mean something at an element: the engine's behaviors know. */
import { behaviorOf, parametersFor } from '#simulation';
import type { Target } from './context.ts';
import type { ParameterName } from './edits/elements.ts';

/** Whether the parameter means something at the target. */
export const understands = (target: Target, parameter: ParameterName): boolean =>
  target.kind === 'node' && parametersFor(target.node).includes(parameter);

/** Whether the target is a flow node the engine cannot run. */
export const isUnsupported = (target: Target): boolean =>
  target.kind === 'node' && behaviorOf(target.node) === undefined;
