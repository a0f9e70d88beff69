/** What happened to one case, step by step: when it waited, for whom, how long and why. */
import { DECOMPOSITION_PARTS, Movement, UnitActivity } from '#simulation';
import type { Recording } from './recording.ts';
import { TokenActivity } from './replay-state.ts';

/** A stay at one node. Times in ms since the start. */
export interface Stay {
  readonly token: number;
  readonly node: number;
  readonly from: number;
  /** NaN = still there at the end of the recording. */
  readonly to: number;
  /** Time in each of `DECOMPOSITION_PARTS`. */
  readonly parts: readonly number[];
  /** Who worked on it: pool and number of the unit within it, in order of their coming. */
  readonly people: readonly { readonly pool: number; readonly number: number }[];
}

export interface CaseStory {
  readonly case: number;
  readonly arrival: number;
  /** NaN = open at the end. */
  readonly ended: number;
  readonly failed: boolean;
  /** Stays that took time or people, in order of their beginning. */
  readonly stays: readonly Stay[];
}

interface OpenStay {
  token: number;
  node: number;
  from: number;
  state: number;
  since: number;
  parts: number[];
  units: number[];
}

export function storyOf(recording: Recording, number: number): CaseStory {
  const { trace, flows } = recording;
  const { time, kind, subject, value, holder, tokenCase, units } = trace;
  const open = new Map<number, OpenStay>();
  const stays: Stay[] = [];
  const settle = (stay: OpenStay, now: number): void => {
    if (stay.state !== TokenActivity.none) stay.parts[stay.state] = (stay.parts[stay.state] ?? 0) + now - stay.since;
    stay.since = now;
  };
  const close = (stay: OpenStay, now: number, to: number): void => {
    settle(stay, now);
    const { token, node, from, parts } = stay;
    const people = stay.units.map((u) => ({ pool: units.pool[u] ?? -1, number: units.number[u] ?? 0 }));
    if (people.length > 0 || parts.some((part) => part > 0)) stays.push({ token, node, from, to, parts, people });
  };
  for (let i = 0; i < time.length; i++) {
    const what = kind[i];
    const token = what === Movement.unit ? (holder[i] ?? 0) : (subject[i] ?? 0);
    if (what === Movement.caseStarted || what === Movement.caseEnded || what === Movement.shift) continue;
    if (token === 0 || tokenCase[token] !== number) continue;
    const now = time[i] ?? 0;
    const v = value[i] ?? 0;
    const stay = open.get(token);
    if (what === Movement.entered) {
      if (stay) close(stay, now, now);
      const node = v < 0 ? -1 - v : (flows[v]?.target ?? -1);
      const parts = DECOMPOSITION_PARTS.map(() => 0);
      open.set(token, { token, node, from: now, state: TokenActivity.none, since: now, parts, units: [] });
    } else if (!stay) continue;
    else if (what === Movement.state) {
      settle(stay, now);
      stay.state = v;
    } else if (what === Movement.gone) {
      close(stay, now, now);
      open.delete(token);
    } else if (v !== UnitActivity.idle) {
      const unit = subject[i] ?? -1;
      if (!stay.units.includes(unit)) stay.units.push(unit);
    }
  }
  for (const stay of open.values()) close(stay, trace.end, NaN);
  stays.sort((a, b) => a.from - b.from || a.token - b.token);
  return {
    case: number,
    arrival: trace.cases.arrival[number] ?? NaN,
    ended: trace.cases.ended[number] ?? NaN,
    failed: trace.cases.failed[number] === 1,
    stays,
  };
}

/** The completed case whose cycle time is the `share` quantile (nearest rank) of all; undefined when none is completed. */
export function caseAtQuantile({ trace: { cases } }: Recording, share: number): number | undefined {
  const completed = Array.from(cases.ended, (_, c) => c).filter(
    (c) => !Number.isNaN(cases.ended[c]) && cases.failed[c] !== 1,
  );
  const length = (c: number): number => (cases.ended[c] ?? 0) - (cases.arrival[c] ?? 0);
  completed.sort((a, b) => length(a) - length(b) || a - b);
  return completed[Math.max(0, Math.ceil(share * completed.length) - 1)];
}

/** The case of `other` that is the same customer; undefined when it did not come there. */
export function sameCustomer(recording: Recording, number: number, other: Recording): number | undefined {
  const key = recording.trace.cases.key[number];
  const found = other.trace.cases.key.findIndex((k) => k === key);
  return found < 0 ? undefined : found;
}
