/** What is where at one instant of a replay. Changed by the rows of the log; saved and restored at checkpoints. */
import { Movement } from '#simulation';
import type { Recording } from './recording.ts';

/** Indices of `DECOMPOSITION_PARTS`; `none` = passing, or represented by what runs inside. */
export const TokenActivity = {
  working: 0,
  paused: 1,
  contention: 2,
  offShift: 3,
  batching: 4,
  external: 5,
  synchronising: 6,
  none: 7,
} as const;

/** Flows remembered of those a token took in its last instant. */
export const TRAIL = 4;

/** Tokens that ended recently, for the eye to follow them to their end. */
const GHOSTS = 256;

/** A copy of everything that rows change. */
interface Saved {
  readonly live: Int32Array;
  readonly node: Int32Array;
  readonly state: Uint8Array;
  readonly entered: Float64Array;
  readonly since: Float64Array;
  readonly trail: Int32Array;
  readonly trailLength: Uint8Array;
  readonly unitActivity: Uint8Array;
  readonly unitToken: Int32Array;
  readonly groupOn: Uint8Array;
  readonly counts: Counts;
}

/** Cases so far. */
interface Counts {
  readonly started: number;
  readonly completed: number;
  readonly failed: number;
}

export class ReplayState {
  /** Tokens alive: the first `liveCount` places. */
  readonly live: Int32Array;
  liveCount = 0;
  /** By token: its node, what it does there, since when it is there, since when it does that. */
  readonly node: Int32Array;
  readonly state: Uint8Array;
  readonly entered: Float64Array;
  readonly since: Float64Array;
  /** Flows it took in the instant `entered`, in order: `TRAIL` places per token. */
  readonly trail: Int32Array;
  readonly trailLength: Uint8Array;
  /** By unit: `UnitActivity`, and the token that holds it (0 = none). */
  readonly unitActivity: Uint8Array;
  readonly unitToken: Int32Array;
  /** By group: 1 = on shift. */
  readonly groupOn: Uint8Array;
  counts: Counts = { started: 0, completed: 0, failed: 0 };
  /** Tokens that ended, newest last, and when: kept from playing forward, lost by jumping. */
  readonly ghosts: { readonly token: number; readonly at: number }[] = [];

  /** Place of each token in `live`, −1 = not alive. */
  private readonly place: Int32Array;

  constructor(private readonly recording: Recording) {
    const { trace } = recording;
    const n = trace.tokenCase.length;
    this.live = new Int32Array(n);
    this.node = new Int32Array(n);
    this.state = new Uint8Array(n);
    this.entered = new Float64Array(n);
    this.since = new Float64Array(n);
    this.trail = new Int32Array(n * TRAIL);
    this.trailLength = new Uint8Array(n);
    this.place = new Int32Array(n).fill(-1);
    this.unitActivity = new Uint8Array(trace.units.pool.length);
    this.unitToken = new Int32Array(trace.units.pool.length);
    this.groupOn = trace.groupOn.slice();
  }

  /** Case of a token. */
  caseOf(token: number): number {
    return this.recording.trace.tokenCase[token] ?? -1;
  }

  isAlive(token: number): boolean {
    return (this.place[token] ?? -1) >= 0;
  }

  /** Does what row `i` of the log says. */
  apply(i: number): void {
    const { time, kind, subject, value, holder } = this.recording.trace;
    const now = time[i] ?? 0;
    const s = subject[i] ?? 0;
    const v = value[i] ?? 0;
    switch (kind[i] ?? -1) {
      case Movement.entered:
        this.enter(s, v, now);
        return;
      case Movement.state:
        this.state[s] = v;
        this.since[s] = now;
        return;
      case Movement.gone:
        this.remove(s, now);
        return;
      case Movement.unit:
        this.unitActivity[s] = v;
        this.unitToken[s] = holder[i] ?? 0;
        return;
      case Movement.shift:
        this.groupOn[s] = v;
        return;
      case Movement.caseStarted:
        this.counts = { ...this.counts, started: this.counts.started + 1 };
        return;
      case Movement.caseEnded:
        this.counts =
          v === 0
            ? { ...this.counts, completed: this.counts.completed + 1 }
            : { ...this.counts, failed: this.counts.failed + 1 };
        return;
      default:
        throw new Error(`unknown movement <${kind[i]}>`);
    }
  }

  save(): Saved {
    const live = this.live.slice(0, this.liveCount);
    const trail = new Int32Array(live.length * TRAIL);
    live.forEach((t, i) => {
      trail.set(this.trail.subarray(t * TRAIL, (t + 1) * TRAIL), i * TRAIL);
    });
    return {
      live,
      node: live.map((t) => this.node[t] ?? 0),
      state: Uint8Array.from(live, (t) => this.state[t] ?? 0),
      entered: Float64Array.from(live, (t) => this.entered[t] ?? 0),
      since: Float64Array.from(live, (t) => this.since[t] ?? 0),
      trail,
      trailLength: Uint8Array.from(live, (t) => this.trailLength[t] ?? 0),
      unitActivity: this.unitActivity.slice(),
      unitToken: this.unitToken.slice(),
      groupOn: this.groupOn.slice(),
      counts: this.counts,
    };
  }

  restore(saved: Saved): void {
    for (let i = 0; i < this.liveCount; i++) this.place[this.live[i] ?? 0] = -1;
    this.live.set(saved.live);
    this.liveCount = saved.live.length;
    saved.live.forEach((t, i) => {
      this.place[t] = i;
      this.node[t] = saved.node[i] ?? 0;
      this.state[t] = saved.state[i] ?? 0;
      this.entered[t] = saved.entered[i] ?? 0;
      this.since[t] = saved.since[i] ?? 0;
      this.trail.set(saved.trail.subarray(i * TRAIL, (i + 1) * TRAIL), t * TRAIL);
      this.trailLength[t] = saved.trailLength[i] ?? 0;
    });
    this.unitActivity.set(saved.unitActivity);
    this.unitToken.set(saved.unitToken);
    this.groupOn.set(saved.groupOn);
    this.counts = saved.counts;
    this.ghosts.length = 0;
  }

  private enter(t: number, way: number, now: number): void {
    if ((this.place[t] ?? -1) < 0) {
      this.place[t] = this.liveCount;
      this.live[this.liveCount++] = t;
      this.trailLength[t] = 0;
    } else if (this.entered[t] !== now) this.trailLength[t] = 0;
    this.entered[t] = now;
    this.since[t] = now;
    this.state[t] = TokenActivity.none;
    if (way < 0) {
      this.node[t] = -1 - way;
      this.trailLength[t] = 0; // it came from nowhere that is drawn
      return;
    }
    this.node[t] = this.recording.flows[way]?.target ?? -1;
    const length = this.trailLength[t] ?? 0;
    const base = t * TRAIL;
    if (length === TRAIL) this.trail.copyWithin(base, base + 1, base + TRAIL);
    const last = Math.min(length, TRAIL - 1);
    this.trail[base + last] = way;
    this.trailLength[t] = last + 1;
  }

  private remove(t: number, now: number): void {
    const place = this.place[t] ?? -1;
    if (place < 0) return;
    const last = this.live[--this.liveCount] ?? 0;
    this.live[place] = last;
    this.place[last] = place;
    this.place[t] = -1;
    if (this.state[t] === TokenActivity.synchronising) return; // it was merged, not ended
    this.ghosts.push({ token: t, at: now });
    if (this.ghosts.length > GHOSTS) this.ghosts.shift();
  }
}

export type { Saved };
