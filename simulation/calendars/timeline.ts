/** A timeline: the open intervals of a calendar along simulated time, with the working-time arithmetic of the whole engine. */
import { DAY, WEEK } from './civil-time.ts';
import { doubles, integers } from '../math/memory.ts';

/** [start, end), in ms. */
export type Interval = readonly [start: number, end: number];

/** Receives intervals in ascending order. */
export type Visit = (start: number, end: number) => void;

/**
 * Tells the open intervals of [from, to) in ascending order and returns up to where it has told all: `to`, or Infinity when
 * nothing changes any more.
 */
export type IntervalSource = (from: number, to: number, visit: Visit) => number;

/** Timelines are worked out this far ahead, about 1000 years; later they count as closed unless they are open for ever. */
const END_OF_TIME = 52_200 * WEEK;

/** So many intervals of a day are looked at one by one. */
const NEAR = 16;

const PER_DAY = 1 / DAY;

/** Timelines are worked out in blocks of at least this length. */
const BLOCK = 8 * WEEK;

/**
 * Open and closed time in half-open intervals of whole ms since the scenario's start. Instants are >= 0. Intervals are worked
 * out when first asked for and kept, with the first one of every day, so that a lookup takes the same few steps at any instant.
 */
export class Timeline {
  /** Open around the clock, for ever: every lookup is then plain arithmetic. */
  readonly alwaysOpen: boolean;

  private readonly source: IntervalSource;
  private starts = doubles(64);
  private ends = doubles(64);
  /** Open ms before the start of each interval. */
  private before = doubles(64);
  private count = 0;
  /** Up to here everything is known, and no interval reaches beyond it. */
  private limit = 0;
  /** By day: the first interval that ends after its midnight; of so many `days`. */
  private firsts = integers(64);
  private days = 0;
  /** Before this instant a look into `firsts` finds the interval. */
  private listed = -Infinity;

  constructor(source: IntervalSource | 'always-open') {
    this.alwaysOpen = source === 'always-open';
    this.source = source === 'always-open' ? () => Infinity : source;
  }

  isOpen(t: number): boolean {
    if (this.alwaysOpen) return true;
    const i = this.find(t);
    return i < this.count && this.starts[i]! <= t;
  }

  /** Smallest instant >= t that is open; Infinity if there is none. */
  nextOpen(t: number): number {
    if (this.alwaysOpen) return t;
    const i = this.find(t);
    return i < this.count ? Math.max(this.starts[i]!, t) : Infinity;
  }

  /** Next instant > t at which open turns to closed or closed to open; Infinity if there is none. */
  nextBoundary(t: number): number {
    if (this.alwaysOpen) return Infinity;
    const i = this.find(t);
    if (i === this.count) return Infinity;
    return this.starts[i]! > t ? this.starts[i]! : this.ends[i]!;
  }

  /** End of the open stretch that contains t; t itself at a closed instant. */
  openUntil(t: number): number {
    if (this.alwaysOpen) return Infinity;
    const i = this.find(t);
    return i < this.count && this.starts[i]! <= t ? this.ends[i]! : t;
  }

  /** Open ms in [a, b), for finite a <= b. */
  openBetween(a: number, b: number): number {
    return this.alwaysOpen ? b - a : this.openBefore(b) - this.openBefore(a);
  }

  /**
   * The first instant by which `work` ms of open time have passed since t; t itself for no work, even when closed. Work that
   * fills the day ends at closing time, not at the next opening. Infinity if so much open time never comes.
   */
  advance(t: number, work: number): number {
    if (work <= 0 || t === Infinity) return t;
    if (this.alwaysOpen) return t + work;
    const i = this.find(t);
    return this.instantOf(i, this.openAt(i, t) + work);
  }

  /** The first instant, not before interval i, before which `target` ms are open; Infinity = never. */
  private instantOf(from: number, target: number): number {
    let i = from;
    while (i < this.count || this.grow(this.limit + BLOCK)) {
      if (i < this.count && this.before[i]! + this.ends[i]! - this.starts[i]! >= target)
        return this.starts[i]! + target - this.before[i]!;
      if (i < this.count) i++;
    }
    return Infinity;
  }

  /** `openBetween(io[0], io[1])` into io[0]: the engine's hot path, where doubles handed over in calls cost memory. */
  openBetweenIn(io: Float64Array): void {
    if (this.alwaysOpen) {
      io[0] = io[1]! - io[0]!;
      return;
    }
    this.openBeforeIn(io, 0);
    this.openBeforeIn(io, 1);
    io[0] = io[1]! - io[0]!;
  }

  /** `advance(io[0], io[1])` into io[0]. */
  advanceIn(io: Float64Array): void {
    if (io[1]! <= 0 || io[0] === Infinity) return;
    if (this.alwaysOpen) {
      io[0] = io[0]! + io[1]!;
      return;
    }
    const first = this.openBeforeIn(io, 0);
    const target = io[0]! + io[1]!;
    const { starts, ends, before, count } = this;
    for (let i = first; i < count; i++) {
      if (before[i]! + ends[i]! - starts[i]! < target) continue;
      io[0] = starts[i]! + target - before[i]!;
      return;
    }
    io[0] = this.instantOf(count, target);
  }

  /** Puts the open ms in [0, io[k]) into io[k]; returns the interval, see `find`. */
  private openBeforeIn(io: Float64Array, k: number): number {
    const t = io[k]!;
    if (t < this.listed) {
      const { ends } = this;
      let i = this.firsts[(t * PER_DAY) | 0]!;
      for (const beyond = i + NEAR; i < beyond; i++) {
        if (ends[i]! <= t) continue;
        const open = t - this.starts[i]!;
        io[k] = this.before[i]! + (open > 0 ? open : 0);
        return i;
      }
    }
    const i = this.find(t);
    io[k] = this.openAt(i, t);
    return i;
  }

  /** Visits the open intervals within [from, to), cut to it, in order. */
  eachOpen(from: number, to: number, visit: Visit): void {
    for (let t = this.nextOpen(from); t < to;) {
      const end = this.openUntil(t);
      visit(t, Math.min(end, to));
      t = this.nextOpen(end);
    }
  }

  /** Open ms in [0, t). */
  private openBefore(t: number): number {
    return this.openAt(this.find(t), t);
  }

  /** The same when interval i is the first that ends after t. */
  private openAt(i: number, t: number): number {
    if (i < this.count) return this.before[i]! + Math.max(0, t - this.starts[i]!);
    return i === 0 ? 0 : this.before[i - 1]! + this.ends[i - 1]! - this.starts[i - 1]!;
  }

  /** Index of the first interval that ends after t; `count` if none does. */
  private find(t: number): number {
    if (t >= this.listed) {
      if (t === Infinity) return this.count;
      while (t >= this.limit || this.lastEnd() <= t) if (!this.grow(t)) break;
      this.list(t);
      return this.search(t);
    }
    let i = this.firsts[(t * PER_DAY) | 0]!;
    for (const beyond = i + NEAR; i < beyond; i++) if (this.ends[i]! > t) return i;
    return this.search(t);
  }

  /** Lists the first intervals of the days up to t and somewhat beyond, as far as they are known. */
  private list(t: number): void {
    const end = this.lastEnd();
    const until = Math.min(end, t + BLOCK, END_OF_TIME);
    let i = this.days === 0 ? 0 : this.firsts[this.days - 1]!;
    for (; this.days * DAY < until; this.days++) {
      while (this.ends[i]! <= this.days * DAY) i++;
      if (this.days === this.firsts.length) {
        const firsts = integers(2 * this.days);
        firsts.set(this.firsts);
        this.firsts = firsts;
      }
      this.firsts[this.days] = i;
    }
    this.listed = Math.min(end, this.days * DAY);
  }

  private search(t: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ends[middle]! > t) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Works out intervals up to `to` and somewhat beyond; false if everything is known already. */
  private grow(to: number): boolean {
    if (this.limit >= END_OF_TIME) return false;
    const known = this.limit;
    let end = Math.max(to, known + BLOCK);
    do {
      this.limit = this.source(this.limit, Math.min(end, END_OF_TIME), (start, stop) => this.add(start, stop));
      if (this.limit >= END_OF_TIME || this.lastEnd() < this.limit) return true;
      end = this.limit + BLOCK;
    } while (this.starts[this.count - 1]! <= known);
    // The last interval touches the limit and may go on: tell it again next time.
    this.count--;
    this.limit = this.starts[this.count]!;
    return true;
  }

  private lastEnd(): number {
    return this.count === 0 ? 0 : this.ends[this.count - 1]!;
  }

  private add(start: number, end: number): void {
    const i = this.count;
    if (i > 0 && this.ends[i - 1]! >= start) {
      this.ends[i - 1] = Math.max(this.ends[i - 1]!, end);
      return;
    }
    if (i === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
      this.before = doubled(this.before);
    }
    this.starts[i] = start;
    this.ends[i] = end;
    this.before[i] = i === 0 ? 0 : this.before[i - 1]! + this.ends[i - 1]! - this.starts[i - 1]!;
    this.count++;
  }
}

function doubled(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = doubles(array.length * 2);
  larger.set(array);
  return larger;
}
