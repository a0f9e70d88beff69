/**
 * The search itself: best first over boxes of plans. Without luck and if more people never hurt, the first plan that meets the goals
 * is the cheapest: every box that is left costs at least as much. What every pool needs with plenty of everybody else comes first, as
 * that leaves out most plans at once. A box is left out only when its largest plan fails, which shows soon; whether that plan meets
 * the goals need not be known, and would take most of the time. So largest plans are screened, and only the plans that may be the
 * answer are judged.
 */
import { costOf, type Prices } from './staffing-cost.ts';
import type { PlanVerdict } from './plan-runs.ts';
import { cornersOf, isWithin, type PoolChoice, type StaffingPlan } from './staffing.ts';

/** All plans between two corners. The top is not known to fail. */
interface Box {
  readonly least: StaffingPlan;
  readonly most: StaffingPlan;
  readonly cost: number;
}

export interface SearchOptions {
  readonly choices: readonly PoolChoice[];
  readonly prices: Prices;
  /** Undefined = cancelled. */
  readonly judge: (plan: StaffingPlan) => Promise<PlanVerdict | undefined>;
  /** The same, but an answer of `open` will do where the plan is not soon known to fail. */
  readonly screen: (plan: StaffingPlan) => Promise<PlanVerdict | undefined>;
  /** Told whenever it is known better how cheap the cheapest can be. */
  readonly onBound: (bound: SearchBound) => void;
}

export interface SearchBound {
  /** No plan that is not known yet can cost less. */
  readonly atLeast: number;
  /** The cheapest plan that is known to meet the goals. */
  readonly best?: StaffingPlan;
}

/** The cheapest plan that meets the goals; undefined when there is none or the search was cancelled (then `cancelled`). */
export async function searchCheapest(
  options: SearchOptions,
): Promise<{ readonly best?: StaffingPlan; readonly cancelled: boolean }> {
  const { choices, prices, judge, screen, onBound } = options;
  const whole = cornersOf(choices);
  let best: { readonly plan: StaffingPlan; readonly cost: number } | undefined;
  const consider = (plan: StaffingPlan, verdict: PlanVerdict): boolean => {
    const cost = costOf(plan, prices);
    if (verdict === 'meets' && isWithin(plan, choices) && (!best || cost < best.cost)) best = { plan, cost };
    return verdict === 'meets';
  };
  const boxes: Box[] = [];
  const push = (least: StaffingPlan, most: StaffingPlan): void => {
    const cost = costOf(least, prices);
    const at = boxes.findIndex((box) => box.cost > cost);
    boxes.splice(at < 0 ? boxes.length : at, 0, { least, most, cost });
  };

  const top = await judge(whole.most);
  if (top === undefined) return { cancelled: true };
  if (consider(whole.most, top)) {
    const least = await raised(whole, async (plan) => {
      const verdict = await screen(plan);
      return verdict && mayMeet(verdict);
    });
    if (!least) return { cancelled: true, ...(best ? { best: best.plan } : {}) };
    push(least, whole.most);
  }
  for (let box = boxes.shift(); box && !(best && best.cost <= box.cost); box = boxes.shift()) {
    onBound({ atLeast: box.cost, ...(best ? { best: best.plan } : {}) });
    if (isWithin(box.least, choices)) {
      const verdict = await judge(box.least);
      if (verdict === undefined) return { cancelled: true, ...(best ? { best: best.plan } : {}) };
      if (consider(box.least, verdict)) break;
    }
    const split = halves(box);
    if (!split) continue;
    if (mayBeWithin(split.upper.least, box.most, choices)) push(split.upper.least, box.most);
    if (!mayBeWithin(box.least, split.lower.most, choices)) continue;
    const verdict = await screen(split.lower.most);
    if (verdict === undefined) return { cancelled: true, ...(best ? { best: best.plan } : {}) };
    if (mayMeet(verdict)) push(box.least, split.lower.most);
  }
  return { cancelled: false, ...(best ? { best: best.plan } : {}) };
}

const mayMeet = (verdict: PlanVerdict): boolean => verdict === 'meets' || verdict === 'open';

/**
 * The lower corner moved up to what every pool needs at least, by bisection with all others at their most. `meets` answers undefined
 * when cancelled, and so does this.
 */
async function raised(
  { least, most }: Pick<Box, 'least' | 'most'>,
  meets: (plan: StaffingPlan) => Promise<boolean | undefined>,
): Promise<StaffingPlan | undefined> {
  let corner = least;
  for (const [p, counts] of most.entries()) {
    for (const [s, count] of counts.entries()) {
      let fewest = least[p]?.[s] ?? 0;
      let enough = count;
      while (fewest < enough) {
        const middle = Math.floor((fewest + enough) / 2);
        const met = await meets(withCount(most, p, s, middle));
        if (met === undefined) return undefined;
        if (met) enough = middle;
        else fewest = middle + 1;
      }
      corner = withCount(corner, p, s, enough);
    }
  }
  return corner;
}

/** The box cut across its longest side; undefined for a single plan. */
function halves({
  least,
  most,
}: Box): { readonly lower: Pick<Box, 'most'>; readonly upper: Pick<Box, 'least'> } | undefined {
  let widest = 0;
  let at: readonly [pool: number, shift: number] | undefined;
  most.forEach((counts, p) => {
    counts.forEach((count, s) => {
      const width = count - (least[p]?.[s] ?? 0);
      if (width > widest) [widest, at] = [width, [p, s]];
    });
  });
  if (!at) return undefined;
  const [p, s] = at;
  const middle = (least[p]?.[s] ?? 0) + Math.floor((widest - 1) / 2);
  return { lower: { most: withCount(most, p, s, middle) }, upper: { least: withCount(least, p, s, middle + 1) } };
}

const withCount = (plan: StaffingPlan, pool: number, shift: number, count: number): StaffingPlan =>
  plan.map((counts, p) => (p === pool ? counts.map((own, s) => (s === shift ? count : own)) : counts));

/** Whether any plan between the corners keeps to the bounds. */
const mayBeWithin = (least: StaffingPlan, most: StaffingPlan, choices: readonly PoolChoice[]): boolean =>
  choices.every(({ min, max }, i) => total(least[i]) <= max && total(most[i]) >= min);

const total = (counts: readonly number[] = []): number => counts.reduce((sum, count) => sum + count, 0);
