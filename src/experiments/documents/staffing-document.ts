/** The answer of a staffing search as one JSON object. */
import type { Estimate } from '#simulation';
import type { StaffingGuarantee, StaffingResult } from '../staffing/find-staffing.ts';
import type { PlanVerdict } from '../staffing/plan-runs.ts';
import type { PoolChoice } from '../staffing/staffing.ts';
import { estimateOf } from './document.ts';

export interface StaffingDocument {
  readonly format: 'preflight-staffing/1';
  readonly model: { readonly file: string; readonly sha256: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly choices: readonly PoolChoice[];
  readonly goals: readonly { readonly sla: string; readonly target: number }[];
  readonly guarantee: StaffingGuarantee;
  /** What costs are in, and the seconds they are for. */
  readonly costs: { readonly unit: 'money' | 'hours'; readonly period: number };
  /** Index of the recommended plan; null when no plan within the bounds meets the goals. */
  readonly best: number | null;
  readonly today: number | null;
  /** By cost. Those beyond the bounds were only looked at to leave out others and are not listed. */
  readonly plans: readonly {
    /** People by pool, and by shift where there are shifts. */
    readonly staffing: Readonly<Record<string, readonly number[]>>;
    readonly cost: number;
    readonly verdict: PlanVerdict;
    readonly replications: number;
    /** Share of the periods in which all goals were met. */
    readonly chance: Estimate;
    /** By goal. */
    readonly hitRates: readonly Estimate[];
    /** Index of a plan that costs no more and does better; null on the Pareto front. */
    readonly dominatedBy: number | null;
  }[];
}

export function staffingDocument(
  result: StaffingResult,
  header: Pick<StaffingDocument, 'model' | 'scenario' | 'choices' | 'goals'>,
): StaffingDocument {
  const within = [...result.plans.keys()].filter((i) => result.plans[i]?.isWithin);
  const place = (index: number | undefined): number | null => {
    const at = index === undefined ? -1 : within.indexOf(index);
    return at < 0 ? null : at;
  };
  return {
    format: 'preflight-staffing/1',
    ...header,
    guarantee: result.guarantee,
    costs: { unit: result.prices.unit, period: result.prices.period / 1000 },
    best: place(result.best),
    today: place(result.today),
    plans: within.flatMap((i) => {
      const found = result.plans[i];
      if (!found) return [];
      const { plan, cost, verdict, replications, chance, hitRates, dominatedBy } = found;
      return [
        {
          staffing: Object.fromEntries(header.choices.map(({ pool }, p) => [pool, plan[p] ?? []])),
          cost,
          verdict,
          replications,
          chance: chance ? { value: chance.value, ci95: chance.ci95 } : { value: null, ci95: null },
          hitRates: hitRates.map((summary) => estimateOf(summary)),
          dominatedBy: place(dominatedBy),
        },
      ];
    }),
  };
}
