/** What every picture of a time shows above it: the promises with their hit rates, and percentiles with their intervals. */
import { dot, ruleX, type Markish } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Spread } from '#simulation';
import { formatInterval, type FormatLocale } from '../format/index.ts';
import type { ChartOptions } from './chart.ts';
import { limitText, shareWriting, timeWriting } from './figures.ts';
import { raiseFlags } from './flag-layout.ts';
import { drawFlags, flagArea, flagsHeight, type LineFlag } from './flags.ts';
import { AXIS_HEIGHT, type Brush } from './frame.ts';
import type { CasePromise } from './promises.ts';
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

/** Lines and labels of promises and percentiles, and the pixels above the picture that the labels need. */
export interface Annotations {
  readonly height: number;
  /** x is in units of the axis. */
  marks(brush: Brush): Markish[];
}

/** Room for the annotations: the size of the whole chart in pixels. */
export function annotate(
  spread: Spread,
  promises: readonly CasePromise[],
  axis: TimeAxis,
  { width, height }: Pick<ChartOptions, 'width' | 'height'>,
): Annotations {
  const inner = width - SIDE_MARGINS.left - SIDE_MARGINS.right;
  const place = (seconds: number): number => SIDE_MARGINS.left + (Math.min(seconds, axis.end) / axis.end) * inner;
  const percentiles = shownPercentiles(spread, axis);
  const flags = raiseFlags(
    percentileFlags(percentiles, axis, place),
    promiseFlags(promises, axis, place),
    flagArea(width, height - AXIS_HEIGHT),
  );
  return {
    height: flagsHeight(flags),
    marks: ({ paint }) => [
      (_index, _scales, _values, { marginTop, marginBottom, height: bottom }) => {
        const group = drawFlags(flags, { top: marginTop, bottom: bottom - marginBottom }, paint);
        for (const { estimate } of percentiles)
          if (estimate.ci95) group.append(whisker(estimate.ci95.map(place), marginTop, paint('quiet')));
        return group;
      },
    ],
  };
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

function percentileFlags(
  percentiles: ReturnType<typeof shownPercentiles>,
  { unit, end, locale }: TimeAxis,
  place: (seconds: number) => number,
): readonly LineFlag[] {
  const writing = timeWriting(unit, end, locale);
  return percentiles.map(({ name, value }) => ({
    at: place(value),
    // The axis tells the unit where there is no room to repeat it.
    texts: [`${name} ${writing.full(value)}`, `${name} ${writing.number(value)}`],
    line: 'dotted',
  }));
}

/** As much as there is room for: name and limit always, then the target, then the hit rate, then its interval. */
function promiseFlags(
  promises: readonly CasePromise[],
  axis: TimeAxis,
  place: (seconds: number) => number,
): readonly LineFlag[] {
  return promises.map(({ sla }) => ({
    at: place(sla.limit),
    texts: PROMISE_DETAILS.map((detail) => promiseText(sla, axis, detail, promises.length > 1)),
    line: sla.limit <= axis.end ? 'solid' : 'none',
  }));
}

const PROMISE_DETAILS = ['interval', 'rate', 'target', 'limit'] as const;

function promiseText(
  sla: CasePromise['sla'],
  { unit, locale }: TimeAxis,
  detail: (typeof PROMISE_DETAILS)[number],
  named: boolean,
): string {
  const share = shareWriting(locale);
  const limit = limitText(sla.limit, unit, locale);
  const target = shareWriting(locale, 0).full(sla.target);
  if (detail === 'limit') return named ? `${sla.name} · ${limit}` : msg(str`limit ${limit}`);
  const rate = sla.hitRate.value === null || detail === 'target' ? undefined : share.full(sla.hitRate.value);
  const interval = detail === 'interval' ? formatInterval(sla.hitRate, share.full) : undefined;
  const text =
    rate === undefined
      ? msg(str`limit ${limit}, target ${target}`)
      : interval
        ? msg(str`limit ${limit}: ${rate} on time (${interval}), target ${target}`)
        : msg(str`limit ${limit}: ${rate} on time, target ${target}`);
  return named ? `${sla.name} · ${text}` : text;
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
