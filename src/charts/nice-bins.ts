/** Equal bins with round edges for a distribution of times. */
import { secondsPer, type DisplayUnit } from './time-unit.ts';

/** Round widths in each unit, below one unit where people do so (quarter hours), then 1-2-5. */
const STEPS: Readonly<Record<DisplayUnit, readonly number[]>> = {
  s: [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30],
  min: [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30],
  h: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 24],
  day: [0.05, 0.125, 0.25, 0.5, 1, 2, 5, 7, 14],
  workday: [0.05, 0.125, 0.25, 0.5, 1, 2, 5, 10],
};

export interface NiceBins {
  /** Seconds. */
  readonly width: number;
  /** Seconds, from 0 to the first multiple of the width at or above `upTo`; one more than there are bins. */
  readonly edges: readonly number[];
}

/** At most `most` bins that cover 0..`upTo` seconds. */
export function niceBins(upTo: number, unit: DisplayUnit, most: number): NiceBins {
  const size = secondsPer(unit);
  const fits = (step: number) => upTo / (step * size) <= most;
  const width = (STEPS[unit].find(fits) ?? beyond(upTo / size, most)) * size;
  const count = Math.max(1, Math.ceil(upTo / width - 1e-9));
  return { width, edges: Array.from({ length: count + 1 }, (_, i) => i * width) };
}

/** The 1-2-5 step above the tabulated ones. */
function beyond(range: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(range / most));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => range / step <= most) ?? 10 * power;
}
