/** Guesses for what repeats: how many instances, whether a loop runs again, which activities of an ad-hoc sub-process are done. */
import type { DistributionSpec, ElementParameters, FlowNode, Formula } from '#simulation';

/** What the engine counts and formulas may ask for. */
export const COUNTERS = [
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
  'activationCount',
  'nrOfInstances',
  'nrOfActiveInstances',
  'nrOfCompletedInstances',
] as const;

/** Instances when nobody says how many. */
const GUESSED_INSTANCES: DistributionSpec = { type: 'constant', params: { value: 3 } };
/** Chance of another run when nobody says when a loop ends. */
const GUESSED_REPEAT = 0.2;

/** What the node lacks to repeat in a run, with the code of the finding that says so. */
export function missingRepetition(
  { type, loop }: FlowNode,
  { instances, repeat, adHoc }: ElementParameters,
  isDecidable: (formula: Formula) => boolean,
): readonly { readonly code: string; readonly parameters: ElementParameters }[] {
  const found: { code: string; parameters: ElementParameters }[] = [];
  if (type === 'bpmn:AdHocSubProcess' && adHoc === undefined)
    found.push({ code: 'guessed-ad-hoc', parameters: { adHoc: 'each-once' } });
  if (
    loop?.type === 'multi-instance' &&
    instances === undefined &&
    !(loop.cardinality && isDecidable(loop.cardinality))
  )
    found.push({ code: 'guessed-instances', parameters: { instances: GUESSED_INSTANCES } });
  if (loop?.type === 'standard' && repeat === undefined) {
    const ends = loop.condition ? isDecidable(loop.condition) : loop.maximum !== undefined;
    if (!ends) found.push({ code: 'guessed-repeat', parameters: { repeat: GUESSED_REPEAT } });
  }
  return found;
}
