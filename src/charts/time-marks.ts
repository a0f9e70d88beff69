/** What every picture of a time shows above it: the promises with their hit rates, and percentiles with their intervals. */
import { dot, ruleX, type Markish } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Spread } from '#simulation';
import { formatInterval, type FormatLocale } from '../format/index.ts';
import type { CasePromise } from './promises.ts';
import { drawLabels, fitBeside, fits, labelHeight, labelRows, type DirectLabel } from './direct-labels.ts';
import { limitText, shareWriting, timeWriting, type Writing } from './figures.ts';
import type { Brush } from './frame.ts';
import { secondsPer, type DisplayUnit } from './time-unit.ts';

export interface TimeAxis {
  readonly unit: DisplayUnit;
  /** End of the axis in seconds. */
  readonly end: number;
  readonly locale: FormatLocale;
}

const PERCENTILES = ['p50', 'p90', 'p95'] as const;
/** Below this height in pixels a picture of shares has room for few labels on its axis. */
export const LOW = 90;
export const SIDE_MARGINS = { left: 46, right: 18 } as const;

/** Percentiles that were measured and lie on the axis. */
export function shownPercentiles(spread: Spread, axis: TimeAxis) {
  return PERCENTILES.flatMap((key) => {
    const estimate = spread[key];
    const value = estimate.value;
    return value !== null && value <= axis.end ? [{ name: key.toUpperCase(), value, estimate }] : [];
  });
}

/** Pixels above the picture that the labels need. */
export function annotationHeight(
  spread: Spread,
  promises: readonly CasePromise[],
  axis: TimeAxis,
  width: number,
): number {
  const inner = width - SIDE_MARGINS.left - SIDE_MARGINS.right;
  const writing = timeWriting(axis.unit, axis.end, axis.locale);
  const lower = percentileLabels(spread, axis, writing, '', () => 0);
  const upper = promiseLabels(promises, axis, inner, '', () => 0);
  const rowsOf = (labels: readonly DirectLabel[]) =>
    labelHeight(labelRows(labels, inner), 1) * Math.min(1, labels.length);
  return rowsOf(lower) + rowsOf(upper) + 4;
}

/** Lines and labels of promises and percentiles; x is in units of the axis. */
export function annotations(
  spread: Spread,
  promises: readonly CasePromise[],
  axis: TimeAxis,
  { paint }: Brush,
): Markish[] {
  const perUnit = secondsPer(axis.unit);
  const writing = timeWriting(axis.unit, axis.end, axis.locale);
  const percentiles = shownPercentiles(spread, axis);
  const shown = promises.filter(({ sla }) => sla.limit <= axis.end);
  return [
    ruleX(percentiles, { x: ({ value }) => value / perUnit, stroke: paint('quiet'), strokeDasharray: '2 3' }),
    ruleX(shown, { x: ({ sla }: CasePromise) => sla.limit / perUnit, stroke: paint('ink'), strokeWidth: 2 }),
    (_index, scales, _values, dimensions) => {
      const place = (seconds: number): number => Number(scales.x?.(seconds / perUnit));
      const area = {
        from: 4,
        to: dimensions.width - 4,
        side: 'above' as const,
        thread: paint('grid'),
        ground: paint('surface'),
      };
      const lower = percentileLabels(spread, axis, writing, paint('quiet'), place);
      const inner = dimensions.width - SIDE_MARGINS.left - SIDE_MARGINS.right;
      const upper = promiseLabels(promises, axis, inner, paint('ink'), place);
      const step = lower.length === 0 ? 0 : labelHeight(labelRows(lower, inner), 1);
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      for (const { sla } of shown) group.append(stem(place(sla.limit), dimensions.marginTop, step, paint('ink')));
      for (const side of sidesOf(
        lower,
        shown.map(({ sla }) => place(sla.limit)),
        area,
      ))
        group.append(drawLabels(side.labels, { ...area, ...side, edge: dimensions.marginTop }));
      group.append(drawLabels(upper, { ...area, edge: dimensions.marginTop - step, thread: paint('ink') }));
      for (const { estimate } of percentiles) {
        if (estimate.ci95) group.append(whisker(estimate.ci95.map(place), dimensions.marginTop, paint('quiet')));
      }
      return group;
    },
  ];
}

/** Labels keep to their side of each promise, so that its line crosses none, unless a side is too narrow for its labels. */
function sidesOf(
  labels: readonly DirectLabel[],
  limits: readonly number[],
  { from, to }: { from: number; to: number },
) {
  const edges = [from, ...[...limits].sort((a, b) => a - b), to];
  const sides = edges.slice(1).map((end, i) => {
    const start = edges[i] ?? from;
    const last = i === edges.length - 2;
    const members = labels.filter(({ at }) => (i === 0 || at >= start) && (last || at < end));
    return { labels: members, from: start + 6, to: end - 6 };
  });
  const narrow = sides.some((side) => !fitBeside(side.labels, side.to - side.from));
  return narrow ? [{ labels, from, to }] : sides.filter((side) => side.labels.length > 0);
}

/** Hit rates on a cumulative picture: a dot with its interval where the limit meets the share. */
export function hitRateMarks(promises: readonly CasePromise[], axis: TimeAxis, { paint }: Brush): Markish[] {
  const perUnit = secondsPer(axis.unit);
  const shown = promises.filter(({ sla }) => sla.limit <= axis.end && sla.hitRate.value !== null);
  return [
    ruleX(
      shown.filter(({ sla }) => sla.hitRate.ci95),
      {
        x: ({ sla }: CasePromise) => sla.limit / perUnit,
        y1: ({ sla }: CasePromise) => sla.hitRate.ci95?.[0],
        y2: ({ sla }: CasePromise) => sla.hitRate.ci95?.[1],
        stroke: paint('late'),
        strokeWidth: 3,
      },
    ),
    dot(shown, {
      x: ({ sla }: CasePromise) => sla.limit / perUnit,
      y: ({ sla }: CasePromise) => sla.hitRate.value,
      fill: paint('surface'),
      stroke: paint('late'),
      strokeWidth: 2,
      r: 4,
    }),
  ];
}

function percentileLabels(
  spread: Spread,
  axis: TimeAxis,
  writing: Writing,
  colour: string,
  place: (seconds: number) => number,
): readonly DirectLabel[] {
  return shownPercentiles(spread, axis).map(({ name, value }) => ({
    at: place(value),
    lines: [`${name} ${writing.full(value)}`],
    colour,
  }));
}

/** As much as there is room for: limit and target always, then the hit rate, then its interval. */
function promiseLabels(
  promises: readonly CasePromise[],
  axis: TimeAxis,
  room: number,
  colour: string,
  place: (seconds: number) => number,
): readonly DirectLabel[] {
  const sorted = [...promises].sort((a, b) => a.sla.limit - b.sla.limit);
  const written = PROMISE_DETAILS.map((detail) =>
    sorted.map(({ sla }) => ({
      at: place(Math.min(sla.limit, axis.end)),
      lines: [promiseText(sla, axis, detail, promises.length > 1)],
      colour,
    })),
  );
  return written.find((labels) => labels.every((label) => fits(label, room))) ?? written.at(-1) ?? [];
}

const PROMISE_DETAILS = ['interval', 'rate', 'limit'] as const;

function promiseText(
  sla: CasePromise['sla'],
  { unit, locale }: TimeAxis,
  detail: (typeof PROMISE_DETAILS)[number],
  named: boolean,
): string {
  const share = shareWriting(locale);
  const limit = limitText(sla.limit, unit, locale);
  const target = shareWriting(locale, 0).full(sla.target);
  const rate = sla.hitRate.value === null || detail === 'limit' ? undefined : share.full(sla.hitRate.value);
  const interval = detail === 'interval' ? formatInterval(sla.hitRate, share.full) : undefined;
  const text =
    rate === undefined
      ? msg(str`limit ${limit}, target ${target}`)
      : interval
        ? msg(str`limit ${limit}: ${rate} on time (${interval}), target ${target}`)
        : msg(str`limit ${limit}: ${rate} on time, target ${target}`);
  return named ? `${sla.name} · ${text}` : text;
}

/** Carries the line of a promise up through the row of percentiles. */
function stem(x: number, top: number, length: number, colour: string): SVGLineElement {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.setAttribute('x1', String(x));
  line.setAttribute('x2', String(x));
  line.setAttribute('y1', String(top));
  line.setAttribute('y2', String(top - length));
  line.setAttribute('stroke', colour);
  line.setAttribute('stroke-width', '2');
  return line;
}

/** A 95 % interval on the upper edge of the picture. */
function whisker(ends: readonly number[], y: number, colour: string): SVGPathElement {
  const [from = 0, to = 0] = ends;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', `M${from} ${y - 3}V${y + 3}M${from} ${y}H${to}M${to} ${y - 3}V${y + 3}`);
  path.setAttribute('stroke', colour);
  path.setAttribute('stroke-width', '1.5');
  path.setAttribute('fill', 'none');
  return path;
}
