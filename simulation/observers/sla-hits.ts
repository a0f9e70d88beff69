/**
 * SLAs (semantics, KPI 9): who meets the limit among those whose deadline falls in the window. What is still open past its deadline
 * is a miss; a deadline after the end of the observed time is left out, whether met or not, so the share is not biased.
 */
import { clearTable, growTableTo, PLACES, SLOTS } from '../kernel/arrays.ts';
import { batches, isGathered } from '../kernel/batches.ts';
import { caseLayout, cases, caseSlots } from '../kernel/cases.ts';
import { graph } from '../kernel/graph.ts';
import { clock } from '../kernel/clock.ts';
import { Outcome } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import { tokenCounts, tokens } from '../kernel/tokens.ts';
import type { BoundSla, Network } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';
import { offeredAt } from './interruptions.ts';
import { promiseJudged, recordsMovement } from './movement.ts';
import { oncePer, type Observer } from './observer.ts';
import { SampleSummary } from './sample-summary.ts';
import { countInWeek, resetWeeks, shareOfWeeks } from './sla-weeks.ts';
import { window, SECOND } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Per SLA. */
const perSla = {
  hits: doubles(PLACES),
  measured: doubles(PLACES),
  notReached: doubles(PLACES),
};
const lateness: SampleSummary[] = [];
/** Lead times of segments. */
const leadTimes: SampleSummary[] = [];
/** Milestone times per case and segment: begin and end; NaN = not passed. */
const perCase = { begun: doubles(SLOTS * 4), ended: doubles(SLOTS * 4) };
/** What is judged, from when to when, and room to work out its deadline: doubles handed over in calls cost memory. */
const span = doubles(2);
const FROM = 0;
const TO = 1;
const term = doubles(2);
/** Slots of cases there are. */
let slots = 0;
let caseSlas: readonly number[] = [];
let segmentSlas: readonly number[] = [];
/** SLAs on each activity; `onActivities.any` = whether any has one. */
let activitySlas: readonly (readonly number[])[] = [];
export const onActivities = { any: false };
/** Whether there are SLAs on cases or on segments of them. */
export const onCases = { any: false };
/** How many there are: of segments, and of SLAs about cases and about segments. */
const counts = { segments: 0, caseSlas: 0, segmentSlas: 0 };

const byScope = oncePer(({ activities, slas }: Network) => {
  const of = (scope: BoundSla['scope']): number[] => [...slas.keys()].filter((k) => slas[k]!.scope === scope);
  return {
    caseSlas: of('case'),
    segmentSlas: of('segment'),
    activitySlas: activities.map((_, a) => of('activity').filter((k) => slas[k]!.activity === a)),
  };
});

export function growCases(capacity: number): void {
  slots = capacity;
  growTableTo(perCase, capacity * network.segmentCount);
}

export function caseStarted(c: number): void {
  if (counts.segments > 0) clearSegments(c);
}

function clearSegments(c: number): void {
  for (let i = c * counts.segments, end = i + counts.segments; i < end; i++) {
    perCase.begun[i] = NaN;
    perCase.ended[i] = NaN;
  }
}

export function milestonePassed(c: number, node: number, left: boolean): void {
  const hooks = (left ? network.milestonesLeft : network.milestonesEntered)[node];
  if (!hooks) return;
  for (const { segment, end } of hooks) {
    const i = c * network.segmentCount + segment;
    if (!end) {
      if (Number.isNaN(perCase.begun[i]!)) perCase.begun[i] = clock.now;
    } else if (Number.isNaN(perCase.ended[i]!) && !Number.isNaN(perCase.begun[i]!)) perCase.ended[i] = clock.now;
  }
}

export function caseEnded(c: number, outcome: number): void {
  if (counts.caseSlas > 0) judgeCase(c, outcome);
  if (counts.segmentSlas > 0) endSegments(c);
}

function judgeCase(c: number, outcome: number): void {
  for (let i = 0; i < counts.caseSlas; i++) {
    span[FROM] = cases.arrival[c]!;
    span[TO] = outcome === Outcome.completed ? clock.now : Infinity;
    judge(caseSlas[i]!, c);
  }
}

function endSegments(c: number): void {
  for (let j = 0; j < counts.segmentSlas; j++) {
    const k = segmentSlas[j]!;
    const i = c * network.segmentCount + network.slas[k]!.segment;
    span[FROM] = perCase.begun[i]!;
    span[TO] = perCase.ended[i]!;
    if (!Number.isNaN(span[FROM])) endSegment(k, c);
  }
}

export function workEnded(t: number, cancelled: boolean): void {
  const slas = activitySlas[graph.activity[tokens.node[t]!]!]!;
  for (let i = 0; i < slas.length; i++) {
    const k = slas[i]!;
    const offered = offeredAt(t);
    // A cancelled execution can only have missed; one that still had time is not measured.
    if (cancelled && deadline(network.slas[k]!, offered) >= clock.now) continue;
    span[FROM] = offered;
    span[TO] = cancelled ? Infinity : clock.now;
    judge(k, tokens.case[t]!);
  }
}

/** A segment that has begun, of a case that is over: its lead time and its promise; without its end it was not measured. */
function endSegment(k: number, c: number): void {
  if (span[FROM]! < window.start || !applies(k, c)) return;
  if (Number.isNaN(span[TO])) {
    perSla.notReached[k]! += 1;
    return;
  }
  addLeadTime(k);
  judge(k, c);
}

/** Counts the lead time of the segment on the clock of its promise. */
function addLeadTime(k: number): void {
  const { timeline } = network.slas[k]!;
  term[0] = span[FROM]!;
  term[1] = span[TO]!;
  if (timeline) timeline.openBetweenIn(term);
  else term[0] = term[1] - term[0];
  leadTimes[k]!.add(term[0]);
}

/** Whether the promise is for cases like this. */
function applies(k: number, c: number): boolean {
  const { when } = network.slas[k]!;
  return !when || when(cases.attributes, c * caseLayout.attributes) === 1;
}

/** Counts what lasted from `span[FROM]` to `span[TO]` (Infinity = never ended) under SLA k. */
function judge(k: number, c: number): void {
  const from = span[FROM]!;
  const to = span[TO]!;
  if (from < window.start || !applies(k, c)) return;
  const sla = network.slas[k]!;
  if (sla.timeline) {
    term[0] = from;
    term[1] = sla.limit;
    sla.timeline.advanceIn(term);
  } else term[0] = from + sla.limit;
  const due = term[0];
  if (due > window.horizon) return;
  if (recordsMovement) promiseJudged(k, c, due, to);
  const isHit = to <= due;
  perSla.measured[k]! += 1;
  countInWeek(k, from, isHit);
  if (isHit) perSla.hits[k]! += 1;
  else if (to < Infinity) lateness[k]!.add(late(sla, due, to));
}

const deadline = (sla: BoundSla, from: number): number =>
  sla.timeline ? sla.timeline.advance(from, sla.limit) : from + sla.limit;

const late = (sla: BoundSla, due: number, to: number): number =>
  sla.timeline ? sla.timeline.openBetween(due, to) : to - due;

/** Cases that are still open at the end: past their deadline they are misses, otherwise left out. */
function judgeOpenCases(): void {
  for (let c = 0; c < caseSlots(); c++) {
    if (cases.roots[c] === 0) continue;
    for (const k of caseSlas) judgeOpen(k, c, cases.arrival[c]!);
    for (const k of segmentSlas) {
      const i = c * network.segmentCount + network.slas[k]!.segment;
      span[FROM] = perCase.begun[i]!;
      span[TO] = perCase.ended[i]!;
      if (Number.isNaN(span[FROM])) continue;
      if (!Number.isNaN(span[TO])) {
        endSegment(k, c);
        continue;
      }
      if (span[FROM] >= window.start && applies(k, c)) perSla.notReached[k]! += 1;
      judgeOpen(k, c, span[FROM]);
    }
  }
}

/** The same of executions that are waiting or under way at the end. */
function judgeOpenExecutions(): void {
  for (let t = 0; t < tokenCounts.used; t++) {
    if (tokens.stamp[t] === 0 || !isOffered(t)) continue;
    const a = graph.activity[tokens.node[t]!]!;
    if (a >= 0) for (const k of activitySlas[a]!) judgeOpen(k, tokens.case[t]!, offeredAt(t));
  }
}

/** Whether work on the token was offered and is not over. */
const isOffered = (t: number): boolean =>
  tokens.request[t] !== -1 || !Number.isNaN(tokens.started[t]!) || (batches.any && isGathered(t));

function judgeOpen(k: number, c: number, from: number): void {
  span[FROM] = from;
  span[TO] = Infinity;
  // Without a horizon an open case is stuck for good: it will never meet its limit.
  if (window.horizon === Infinity || deadline(network.slas[k]!, from) <= clock.now) judge(k, c);
}

const KEYS: readonly KpiPath[] = [['hitRate'], ['measured'], ['lateness', 'mean'], ['lateness', 'p90'], ['weeksMet']];
const SEGMENT_KEYS: readonly KpiPath[] = [
  ...['mean', 'p50', 'p80', 'p90', 'p95'].map((key): KpiPath => ['leadTime', key]),
  ['notReached'],
];
const PERCENTILES = [0.5, 0.8, 0.9, 0.95];

export const slaHits: Observer = {
  paths: (n) =>
    n.slas.flatMap(({ id, scope }) =>
      [...KEYS, ...(scope === 'segment' ? SEGMENT_KEYS : [])].map((key): KpiPath => ['slas', id, ...key]),
    ),
  reset() {
    const { slas } = network;
    clearTable(perSla, slas.length);
    growTableTo(perCase, slots * network.segmentCount);
    resetWeeks(slas.length);
    for (const summaries of [lateness, leadTimes])
      while (summaries.length < slas.length) summaries.push(new SampleSummary());
    ({ caseSlas, segmentSlas, activitySlas } = byScope(network));
    counts.segments = network.segmentCount;
    counts.caseSlas = caseSlas.length;
    counts.segmentSlas = segmentSlas.length;
    onCases.any = caseSlas.length + segmentSlas.length > 0;
    onActivities.any = slas.some((sla) => sla.activity >= 0);
  },
  collect(write) {
    judgeOpenCases();
    if (onActivities.any) judgeOpenExecutions();
    network.slas.forEach((sla, k) => {
      const summary = lateness[k]!;
      write(perSla.measured[k]! > 0 ? perSla.hits[k]! / perSla.measured[k]! : NaN);
      write(perSla.measured[k]!);
      write(summary.count ? summary.mean / SECOND : NaN);
      write(summary.count ? summary.percentiles([0.9])[0]! / SECOND : NaN);
      write(shareOfWeeks(k, sla.target));
      if (sla.scope === 'segment') writeSegment(k, write);
    });
  },
};

function writeSegment(k: number, write: (value: number) => void): void {
  const times = leadTimes[k]!;
  write(times.count ? times.mean / SECOND : NaN);
  const quantiles = times.percentiles(PERCENTILES);
  for (let i = 0; i < PERCENTILES.length; i++) write(times.count ? quantiles[i]! / SECOND : NaN);
  write(perSla.notReached[k]!);
}
