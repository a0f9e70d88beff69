/** Working time by going through all intervals, one after the other. */
import type { Network } from '#simulation';
import { overlaps, type Span } from './log.ts';

/** Path of a figure, parts joined by dots → its value as the KPI vector has it. */
export type Figures = Readonly<Record<string, number>>;

type Timeline = NonNullable<Network['businessTimeline']>;

const known = new WeakMap<Timeline, { readonly until: number; readonly spans: readonly Span[] }>();

/** Open intervals of [0, until). */
export function openIntervals(timeline: Timeline, until: number): readonly Span[] {
  const before = known.get(timeline);
  if (before && before.until >= until) return before.spans;
  const spans: Span[] = [];
  timeline.eachOpen(0, until, (from, to) => spans.push({ from, to }));
  known.set(timeline, { until, spans });
  return spans;
}

/** Open time in [from, to); the intervals are in order. */
export const overlapOf = (spans: readonly Span[], from: number, to: number): number =>
  overlaps(
    spans.filter((span) => span.to > from && span.from < to),
    from,
    to,
  );

/** When so much open time has passed since `from`; Infinity if not within the intervals. */
export function advance(spans: readonly Span[], from: number, length: number): number {
  let left = length;
  for (const span of spans) {
    const begin = Math.max(span.from, from);
    if (span.to <= begin) continue;
    if (span.to - begin >= left) return begin + left;
    left -= span.to - begin;
  }
  return Infinity;
}
