/** A chart of an experiment: made from its data by a function of its own file, and shown like any other chart. */
import type { Estimate, Summary } from '#simulation';
import type { Chart } from '../chart.ts';
import type { Writing } from '../figures.ts';
import type { Meaning } from '../paint.ts';

/** A chart that knows its title. */
export interface Figure extends Chart {
  /** Unchanging name of the kind of chart. */
  readonly id: string;
  readonly title: string;
}

/** A mean with its interval where there is one; plain numbers, so that differences and any unit fit. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The ends of an estimate; without an interval both are the value. Undefined when nothing was measured. */
export function intervalOf({ value, ci95 }: Estimate): Interval | undefined {
  if (value === null) return undefined;
  return { value, low: ci95?.[0] ?? value, high: ci95?.[1] ?? value };
}

/** `1.4 d (1.2–1.6)` */
export const intervalText = ({ value, low, high }: Interval, writing: Writing): string =>
  low === high ? writing.full(value) : `${writing.full(value)} (${writing.number(low)}–${writing.number(high)})`;

/** A number with its sign, for differences; the minus is a real one. */
export const signed = (writing: Writing): Writing => ({
  number: (value) => (value > 0 ? `+${writing.number(value)}` : writing.number(value).replace('-', '−')),
  full: (value) => (value > 0 ? `+${writing.full(value)}` : writing.full(value).replace('-', '−')),
});

/** `−1.2 d (−1.5 … −0.9)`: a difference, its numbers with their signs. `writing` from `signed`. */
export const effectText = ({ value, low, high }: Interval, writing: Writing): string =>
  low === high ? writing.full(value) : `${writing.full(value)} (${writing.number(low)} … ${writing.number(high)})`;

/** A mean with its interval; where there is none, both ends are the mean. */
export const meanInterval = ({ mean, halfWidth }: Pick<Summary, 'mean' | 'halfWidth'>): Interval => {
  const half = Number.isNaN(halfWidth) ? 0 : halfWidth;
  return { value: mean, low: mean - half, high: mean + half };
};

/** The two designs of a comparison, in the colours they always have. */
export const SIDES = ['as-is', 'to-be'] as const satisfies readonly Meaning[];

/** Domain of an axis that shows all these numbers with a little room. */
export function roomy(values: readonly number[], around = 0): readonly [number, number] {
  const low = Math.min(around, ...values);
  const high = Math.max(around, ...values);
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [low === around ? low : low - room, high === around ? high : high + room];
}
