/** What an interval says about a target: the interval decides, never the point estimate. */
import type { Estimate } from '#simulation';

/** `undecided`: the interval contains the target, or there is none. */
export type Verdict = 'meets' | 'misses' | 'undecided';

/** Whether a share reaches its target; undefined when nothing was measured. */
export function verdictOf({ value, ci95 }: Estimate, target: number): Verdict | undefined {
  if (value === null) return undefined;
  if (!ci95) return 'undecided';
  if (ci95[0] >= target) return 'meets';
  if (ci95[1] < target) return 'misses';
  return 'undecided';
}
