/** Which SLAs a picture of whole cases can show. */
import type { SlaResult, TimeUnit } from '#simulation';
import type { ChartInput } from './chart.ts';

export interface CasePromise {
  readonly sla: SlaResult;
  /** Holds for every case, not only for some. */
  readonly all: boolean;
}

/** SLAs on whole cases that are measured on this clock, in the order of the scenario. */
export function casePromises(input: ChartInput, clock: 'calendar' | 'business'): readonly CasePromise[] {
  return input.result.document.slas.flatMap((sla) => {
    const written = input.scenario.slas?.find((candidate) => candidate.id === sla.id);
    return written?.on.type === 'case' && sla.clock === clock ? [{ sla, all: written.when === undefined }] : [];
  });
}

/** The unit in which the first promise on this clock was written. */
export function promisedUnit(input: ChartInput, clock: 'calendar' | 'business'): TimeUnit | undefined {
  const first = casePromises(input, clock)[0];
  return input.scenario.slas?.find((sla) => sla.id === first?.sla.id)?.limit.unit;
}
