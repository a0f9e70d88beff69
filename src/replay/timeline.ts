/** What a replay's timeline shows: cases in progress, missed promises, and the hours in which nobody is at work. */
import { Movement } from '#simulation';
import type { Recording } from './recording.ts';

/** Cases in progress at the end of equal parts of the recording, and their largest number. */
export interface Progress {
  readonly values: Float64Array;
  readonly most: number;
}

export function casesInProgress({ trace }: Recording, parts: number): Progress {
  const values = new Float64Array(parts);
  const width = trace.end / parts;
  let open = 0;
  let most = 0;
  let part = 0;
  for (let i = 0; i < trace.time.length; i++) {
    const kind = trace.kind[i];
    if (kind !== Movement.caseStarted && kind !== Movement.caseEnded) continue;
    for (; part < parts && (trace.time[i] ?? 0) > (part + 1) * width; part++) values[part] = open;
    open += kind === Movement.caseStarted ? 1 : -1;
    most = Math.max(most, open);
  }
  values.fill(open, part);
  return { values, most };
}

/** [from, to) in ms. */
export type Span = readonly [from: number, to: number];

/** The stretches in which every pool that keeps hours is off shift, in order. None when nobody keeps hours. */
export function offHours({ trace, groups }: Recording): readonly Span[] {
  const changes = Array.from(trace.kind, (kind, i) => (kind === Movement.shift ? i : -1)).filter((i) => i >= 0);
  const keepsHours = new Set(changes.map((i) => trace.subject[i] ?? -1));
  if (keepsHours.size === 0) return [];
  const on = new Set([...keepsHours].filter((g) => trace.groupOn[g] === 1 && groups[g]));
  const spans: Span[] = [];
  let since = on.size === 0 ? 0 : NaN;
  for (const i of changes) {
    const time = trace.time[i] ?? 0;
    const group = trace.subject[i] ?? -1;
    if (trace.value[i] === 1) on.add(group);
    else on.delete(group);
    if (on.size === 0) since = Number.isNaN(since) ? time : since;
    else if (!Number.isNaN(since)) {
      if (time > since) spans.push([since, time]);
      since = NaN;
    }
  }
  if (!Number.isNaN(since) && trace.end > since) spans.push([since, trace.end]);
  return spans;
}

/** The stretch `time` lies in; undefined when it lies in none. */
export function spanAt(spans: readonly Span[], time: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span[0] <= time ? span : undefined;
}

/** Where the clock stands `elapsed` simulated ms after `time`, when it jumps over the stretches in `skipped`. */
export function advance(time: number, elapsed: number, skipped: readonly Span[]): number {
  let at = spanAt(skipped, time)?.[1] ?? time;
  let left = elapsed;
  for (;;) {
    const next = skipped.find(([from]) => from > at);
    if (!next || at + left < next[0]) return at + left;
    left -= next[0] - at;
    at = next[1];
  }
}
