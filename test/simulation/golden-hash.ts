/** The fingerprint of a run: what Node and browsers must agree on to the last bit. */
import { buildResult, compile, simulate, type ResultDocument, type Study } from '#simulation';

/** Result of all replications of the study; `hash` is over the KPI vectors in order. */
export function resultOf(study: Study): ResultDocument {
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
  const replications = Array.from({ length: plan.replications }, (_, r) => simulate(network, plan, r));
  const file = { name: 'golden.bpmn', sha256: '' };
  const message = (): string => '';
  return buildResult({ network, study, plan, file, issues, message, replications, partial: false }).document;
}
