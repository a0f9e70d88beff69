/** Cycle times of two designs laid over each other on one scale, with the promises made to customers. */
import { areaY, lineY, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { rebin } from '#simulation';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../../format/index.ts';
import type { ChartInput, ChartOptions } from '../chart.ts';
import { readCycleTime, type CycleTimeData } from '../cycle-time-data.ts';
import { estimateCell, inOneLine, limitText, shareWriting, timeWriting } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { raiseFlags } from '../flag-layout.ts';
import { drawFlags, flagArea, flagsHeight, type LineFlag } from '../flags.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from '../frame.ts';
import { drawKey, keyHeight } from '../key.ts';
import { niceBins } from '../nice-bins.ts';
import { displayUnit, secondsPer, type DisplayUnit } from '../time-unit.ts';
import { SIDES, type Figure } from './figure.ts';

/** A design of the comparison: its name and its run. */
export interface ChartSide {
  readonly name: string;
  readonly input: ChartInput;
}

interface Shown {
  readonly name: string;
  readonly data: CycleTimeData;
}

interface Point {
  /** Seconds. */
  readonly at: number;
  readonly share: number;
}

const MOST_BINS = 48;
const MARGIN_LEFT = 46;
const MARGIN_RIGHT = 16;

/** Undefined while one of the designs has no completed case. */
export function overlaidDistribution(from: ChartSide, to: ChartSide): Figure | undefined {
  const [a, b] = [readCycleTime(from.input), readCycleTime(to.input)];
  if (!a || !b) return undefined;
  const shown: readonly Shown[] = [
    { name: from.name, data: a },
    { name: to.name, data: b },
  ];
  const end = Math.max(a.end, b.end);
  const unit = displayUnit(end, 'calendar', a.unit);
  const curves = shown.map(({ data }) => curveOf(data, end, unit));
  const peak = Math.max(...curves.flat().map(({ share }) => share)) * 1.05;
  return {
    id: 'overlaid-distribution',
    title: msg('Cycle time of cases, both designs'),
    extent: { x: end, y: peak },
    draw: (options) => draw(shown, curves, { end, unit, peak }, options),
    summary: (locale) => summarise(shown, unit, end, locale),
    caption: (locale) => caption(shown, locale),
    table: (locale) => tabulate(shown, unit, end, locale),
  };
}

interface Axis {
  readonly end: number;
  readonly unit: DisplayUnit;
  readonly peak: number;
}

function draw(
  shown: readonly Shown[],
  curves: readonly (readonly Point[])[],
  { end, unit, peak }: Axis,
  options: ChartOptions,
): SVGSVGElement {
  const per = secondsPer(unit);
  const limits = limitsOf(shown, unit, end, options.locale);
  const key = keyHeight(
    shown.map(({ name }) => name),
    options.width,
  );
  const place = (seconds: number): number =>
    MARGIN_LEFT + (seconds / end) * (options.width - MARGIN_LEFT - MARGIN_RIGHT);
  const flags = raiseFlags<LineFlag>(
    [],
    limits.map(({ limit, text }) => ({ at: place(limit), texts: [text], line: 'solid' })),
    flagArea(options.width, options.height - AXIS_HEIGHT - key),
  );
  return drawFrame(
    options,
    summarise(shown, unit, end, options.locale),
    {
      marginTop: key + flagsHeight(flags),
      marginBottom: AXIS_HEIGHT,
      marginLeft: MARGIN_LEFT,
      marginRight: MARGIN_RIGHT,
      x: { domain: [0, end / per], label: msg(str`cycle time (${unitLabel(unit, options.locale)})`), ...axisBelow },
      y: {
        domain: [0, peak],
        ticks: 3,
        tickFormat: (value: number) => shareWriting(options.locale, peak < 0.05 ? 1 : 0).full(value),
        label: null,
        grid: true,
      },
    },
    ({ paint }) => [
      ...curves.map((curve, i) =>
        areaY(curve, {
          x: ({ at }: Point) => at / per,
          y: 'share',
          curve: 'step-after',
          fill: paint(SIDES[i] ?? 'ink'),
          fillOpacity: 0.22,
        }),
      ),
      ...curves.map((curve, i) =>
        lineY(curve, {
          x: ({ at }: Point) => at / per,
          y: 'share',
          curve: 'step-after',
          stroke: paint(SIDES[i] ?? 'ink'),
          strokeWidth: 2,
          ...(i === 0 ? { strokeDasharray: '5 3' } : {}),
        }),
      ),
      ruleY([0], { stroke: paint('quiet') }),
      (_index, _scales, _values, { marginTop, marginBottom, height }) =>
        drawFlags(flags, { top: marginTop, bottom: height - marginBottom }, paint),
      () =>
        drawKey(
          shown.map(({ name }, i) => ({ fill: paint(SIDES[i] ?? 'ink'), text: name })),
          { width: options.width, colour: paint('ink') },
        ),
    ],
  );
}

interface Limit {
  readonly limit: number;
  readonly text: string;
}

/** Promises on the calendar clock, those both designs share once. */
function limitsOf(shown: readonly Shown[], unit: DisplayUnit, end: number, locale: FormatLocale): readonly Limit[] {
  const all = new Map<number, string>();
  for (const { data } of shown)
    for (const { sla } of data.promises) if (sla.limit <= end && !all.has(sla.limit)) all.set(sla.limit, sla.name);
  return [...all]
    .map(([limit, name]) => ({ limit, text: `${name} ${limitText(limit, unit, locale)}` }))
    .sort((x, y) => x.limit - y.limit);
}

function curveOf(data: CycleTimeData, end: number, unit: DisplayUnit): readonly Point[] {
  const bins = niceBins(end, unit, MOST_BINS);
  const counts = rebin(
    data.counts,
    bins.edges.map((edge) => edge * 1000),
  );
  const points = Array.from(counts, (count, i) => ({ at: bins.edges[i] ?? 0, share: count / data.cases }));
  return [...points, { at: bins.edges.at(-1) ?? end, share: points.at(-1)?.share ?? 0 }];
}

function summarise(shown: readonly Shown[], unit: DisplayUnit, end: number, locale: FormatLocale): string {
  const times = timeWriting(unit, end, locale);
  return shown
    .map(({ name, data }) => {
      const median = formatEstimate(data.spread.p50, times.full, locale);
      const p95 = formatEstimate(data.spread.p95, times.full, locale);
      return msg(str`${name}: half of the cases take at most ${median}, 95 of 100 at most ${p95}.`);
    })
    .join(' ');
}

function caption(shown: readonly Shown[], locale: FormatLocale): string {
  return inOneLine(
    shown.map(({ name, data }) => {
      const cases = formatNumber(data.cases, locale, 0);
      return msg(str`${name}: n = ${cases} completed cases, R = ${formatNumber(data.replications, locale, 0)}`);
    }),
  );
}

function tabulate(shown: readonly Shown[], unit: DisplayUnit, end: number, locale: FormatLocale): FigureTable {
  const times = timeWriting(unit, end, locale);
  const rows = ['mean', 'p50', 'p80', 'p90', 'p95'] as const;
  return {
    caption: msg('Cycle time of cases, both designs'),
    columns: [
      { label: msg('Figure'), numeric: false },
      ...shown.map(({ name }) => ({ label: `${name} (${unitLabel(unit, locale)})`, numeric: true })),
    ],
    rows: rows.map((key) => ({
      cells: [
        textCell(key === 'mean' ? msg('Mean') : key.toUpperCase()),
        ...shown.map(({ data }) => estimateCell(data.spread[key], times)),
      ],
    })),
  };
}
