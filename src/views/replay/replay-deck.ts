/**
 * What plays: one or two recordings on one clock. Moves the players frame by frame and tells whoever draws; knows nothing of how
 * it is drawn.
 */
import type { ReplaySide } from '../../app/replay-desk.ts';
import { caseAtQuantile, sameCustomer, storyOf, type CaseStory } from '../../replay/case-story.ts';
import { geometryOf, type Geometry } from '../../replay/geometry.ts';
import { Player } from '../../replay/player.ts';
import type { Recording } from '../../replay/recording.ts';
import { ReplayClock } from '../../replay/replay-clock.ts';
import { readStepHeat, STEP_HEATS, type StepHeat } from '../../replay/step-heat.ts';
import { casesInProgress, offHours, type Progress, type Span } from '../../replay/timeline.ts';

/** A recording that can be played and drawn. */
export interface DeckSide extends ReplaySide {
  readonly player: Player;
  readonly geometry: Geometry;
  readonly progress: Progress;
  readonly offHours: readonly Span[];
  /** Cases completed before figures count. */
  readonly completedBefore: number;
}

/** What decides the colour of a token: how its case stands to its promise, or an attribute (by its index). */
export type Colouring = 'standing' | number;

/** Real ms a token is seen on its way. */
const TRAVEL = 650;
/** Parts of the timeline. */
const PARTS = 240;
/** Real ms between steps where motion is not wanted. */
const STEP = 1000;
/** A frame that comes later than this was not a frame: the window slept. */
const LONGEST_FRAME = 250;

export class ReplayDeck {
  readonly sides: readonly DeckSide[];
  readonly clock: ReplayClock;
  colouring: Colouring = 'standing';
  /** What colours the steps; undefined = nothing. */
  heat: StepHeat | undefined;
  /** Case of the first side that is followed. */
  followed: number | undefined;
  /** Off hours are jumped over. */
  skips = true;

  private readonly listeners = new Set<() => void>();
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private frame = 0;
  private last = 0;
  private waited = 0;
  private readonly stories = new Map<string, CaseStory>();
  private readonly heats = new Map<string, Float64Array>();

  constructor(sides: readonly ReplaySide[]) {
    this.sides = sides.map((side) => ({
      ...side,
      player: new Player(side.recording),
      geometry: geometryOf(side.recording, side.picture),
      progress: casesInProgress(side.recording, PARTS),
      offHours: offHours(side.recording),
      completedBefore: completedBefore(side.recording),
    }));
    this.clock = new ReplayClock(Math.max(...this.sides.map(({ recording }) => recording.trace.end)));
    this.seek(Math.max(...this.sides.map(({ recording }) => recording.warmUp)));
  }

  get time(): number {
    return this.clock.time;
  }

  /** The replication that plays, from 0. */
  get replication(): number {
    return this.sides[0]?.recording.replication ?? 0;
  }

  /** Simulated ms a token is seen on its way; none where motion is not wanted. */
  get travel(): number {
    return this.still.matches ? 0 : TRAVEL * this.clock.rate;
  }

  /** Stretches in which nobody is at work in any of the designs. */
  get offHours(): readonly Span[] {
    const [first, second] = this.sides;
    if (!first) return [];
    return second ? common(first.offHours, second.offHours) : first.offHours;
  }

  play(): void {
    if (this.clock.playing) return;
    this.clock.skipped = this.skips ? this.offHours : [];
    this.clock.play();
    this.last = performance.now();
    this.waited = STEP;
    this.frame = requestAnimationFrame(this.tick);
    this.tell();
  }

  pause(): void {
    this.clock.playing = false;
    cancelAnimationFrame(this.frame);
    this.tell();
  }

  toggle(): void {
    if (this.clock.playing) this.pause();
    else this.play();
  }

  seek(time: number): void {
    this.clock.time = Math.min(Math.max(time, 0), this.clock.end);
    this.move();
  }

  /** Stops at `time`. */
  jump(time: number): void {
    this.pause();
    this.seek(time);
  }

  /** To the next (1) or last (-1) instant at which anything happens. */
  step(by: 1 | -1): void {
    this.pause();
    const players = this.sides.map(({ player }) => player);
    this.seek(by === 1 ? Math.min(...players.map((p) => p.next)) : Math.max(...players.map((p) => p.previous)));
  }

  /** To the next promise that is missed on any side; false when there is none. */
  toNextMiss(): boolean {
    const misses = this.sides.flatMap(({ player }) => player.nextMiss() ?? []);
    if (misses.length === 0) return false;
    this.pause();
    this.seek(Math.min(...misses));
    return true;
  }

  changeSpeed(by: 1 | -1): void {
    this.clock.changeSpeed(by);
    this.tell();
  }

  skipOffHours(skips: boolean): void {
    this.skips = skips;
    this.clock.skipped = skips ? this.offHours : [];
    this.tell();
  }

  /** What can decide the colour: the promise, and every attribute with named values. */
  get colourings(): readonly Colouring[] {
    const attributes = this.sides[0]?.recording.attributes ?? [];
    return ['standing', ...attributes.flatMap(({ values }, a) => (values ? [a] : []))];
  }

  nextColouring(): void {
    const { colourings } = this;
    this.colourBy(colourings[(colourings.indexOf(this.colouring) + 1) % colourings.length] ?? 'standing');
  }

  colourBy(colouring: Colouring): void {
    this.colouring = colouring;
    this.tell();
  }

  nextHeat(): void {
    const choices = [undefined, ...STEP_HEATS];
    this.showHeat(choices[(choices.indexOf(this.heat) + 1) % choices.length]);
  }

  showHeat(heat: StepHeat | undefined): void {
    this.heat = heat;
    this.tell();
  }

  /** The figure that colours the steps, by node of the side, and the largest on any side; undefined while nothing does. */
  heatOf(side: DeckSide): { readonly figures: Float64Array; readonly largest: number } | undefined {
    const { heat } = this;
    if (heat === undefined) return undefined;
    const all = this.sides.map((one, i) => {
      const key = `${i} ${heat}`;
      const figures = this.heats.get(key) ?? readStepHeat(one.recording, heat);
      this.heats.set(key, figures);
      return figures;
    });
    const figures = all[this.sides.indexOf(side)];
    return figures && { figures, largest: Math.max(...all.flatMap((of) => [...of].filter((value) => value > 0)), 0) };
  }

  /** Follows a case of the first side and goes to its arrival; undefined follows nobody. */
  follow(number: number | undefined): void {
    const arrival = number === undefined ? undefined : this.sides[0]?.recording.trace.cases.arrival[number];
    this.followed = arrival === undefined ? undefined : number;
    if (arrival === undefined) this.tell();
    else this.seek(arrival);
  }

  /** The case that lasted longer than `share` of the others. */
  followQuantile(share: number): void {
    const [first] = this.sides;
    this.follow(first && caseAtQuantile(first.recording, share));
  }

  /** The followed case as it is known on a side: the same customer. */
  followedOn(side: DeckSide): number | undefined {
    const [first] = this.sides;
    if (this.followed === undefined || !first) return undefined;
    return side === first ? this.followed : sameCustomer(first.recording, this.followed, side.recording);
  }

  /** The followed case’s story on a side. */
  story(side: DeckSide): CaseStory | undefined {
    const number = this.followedOn(side);
    if (number === undefined) return undefined;
    const key = `${this.sides.indexOf(side)} ${number}`;
    const story = this.stories.get(key) ?? storyOf(side.recording, number);
    this.stories.set(key, story);
    return story;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.pause();
    this.listeners.clear();
  }

  private readonly tick = (now: number): void => {
    const elapsed = Math.min(LONGEST_FRAME, Math.max(0, now - this.last));
    this.last = now;
    this.waited += elapsed;
    if (!this.still.matches) this.clock.tick(elapsed);
    else if (this.waited >= STEP) {
      this.clock.tick(STEP);
      this.waited = 0;
    }
    this.move();
    if (this.clock.playing) this.frame = requestAnimationFrame(this.tick);
  };

  private move(): void {
    for (const { player } of this.sides) player.seek(this.clock.time);
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const completedBefore = ({ trace: { cases }, warmUp }: Recording): number =>
  cases.ended.reduce((sum, ended, c) => (ended < warmUp && cases.failed[c] === 0 ? sum + 1 : sum), 0);

/** Where both lists of stretches are; each in order. */
function common(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap(([from, to]) =>
    b.flatMap((other): readonly Span[] => {
      const both: Span = [Math.max(from, other[0]), Math.min(to, other[1])];
      return both[0] < both[1] ? [both] : [];
    }),
  );
}
