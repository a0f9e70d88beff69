/** How busy people are in both designs, pool by pool, on one scale. */
import { axisFy, barX, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Estimate, ResourceResult } from '#simulation';
import { formatEstimate, formatNumber, NO_FIGURE, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { estimateCell, inOneLine, shareWriting } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { drawKey, keyHeight } from '../key.ts';
import { ellipsis, textWidth } from '../labels.ts';
import { HIGH_UTILISATION } from '../utilisation.ts';
import { SIDES, type Figure } from './figure.ts';
import type { ChartSide } from './overlaid-distribution.ts';

interface Pool {
  readonly id: string;
  readonly name: string;
  /** As-is and to-be; undefined where the design has no such pool. */
  readonly sides: readonly (ResourceResult | undefined)[];
}

interface Bar {
  readonly pool: string;
  readonly side: number;
  readonly value: number;
  readonly estimate: Estimate;
  readonly people: number | null;
}

const ROW = 46;

/** Undefined when neither design has people. */
export function utilisationBeforeAfter(from: ChartSide, to: ChartSide): Figure | undefined {
  const pools = poolsOf(from, to);
  if (pools.length === 0) return undefined;
  const sides = [from.name, to.name];
  return {
    id: 'utilisation-before-after',
    title: msg('How busy people are, before and after'),
    extent: { x: 1, y: 0 },
    height: 84 + ROW * pools.length,
    draw: (options) => draw(pools, sides, options),
    summary: (locale) => summarise(pools, locale),
    caption: (locale) =>
      msg(
        str`Worked time on shift ÷ shift time, in brackets the number of people · whiskers: 95 % CI · R = ${formatNumber(from.input.result.done, locale, 0)}`,
      ),
    table: (locale) => tabulate(pools, sides, locale),
  };
}

/** Pools by id, those of the as-is design first. */
function poolsOf(from: ChartSide, to: ChartSide): readonly Pool[] {
  const [a, b] = [from.input.result.document.resources, to.input.result.document.resources];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((id) => {
    const sides = [a[id], b[id]];
    const name = b[id]?.name ?? a[id]?.name ?? id;
    return sides.some((side) => side && side.utilisation.value !== null) ? [{ id, name, sides }] : [];
  });
}

function draw(pools: readonly Pool[], sides: readonly string[], options: ChartOptions): SVGSVGElement {
  const shares = shareWriting(options.locale, 0);
  const bars = pools.flatMap(({ id, sides: results }) =>
    results.flatMap((result, side): Bar[] => {
      const value = result?.utilisation.value;
      if (!result || value === null || value === undefined) return [];
      return [{ pool: id, side, value, estimate: result.utilisation, people: result.capacity }];
    }),
  );
  const names = new Map(pools.map(({ id, name }) => [id, name]));
  const room = Math.min(options.width * 0.34, Math.max(...pools.map(({ name }) => textWidth(name, FONT_SIZE))) + 12);
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return drawFrame(
    options,
    summarise(pools, options.locale),
    {
      marginLeft: room + 4,
      marginRight: 92,
      marginTop: keyHeight(sides, options.width) + 18,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, highest],
        ticks: 5,
        tickFormat: (v: number) => shares.full(v),
        label: msg('worked share of the shift'),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: [0, 1], axis: null, padding: 0.1 },
      fy: { domain: pools.map(({ id }) => id), label: null, padding: 0.24 },
    },
    ({ paint }) => [
      axisFy({
        anchor: 'left',
        label: null,
        tickFormat: (id: string) => ellipsis(names.get(id) ?? id, room, FONT_SIZE),
        textAnchor: 'end',
        dx: -8,
      }),
      barX(bars, { x: 'value', y: 'side', fy: 'pool', fill: ({ side }: Bar) => paint(SIDES[side] ?? 'ink') }),
      ruleX([HIGH_UTILISATION], { stroke: paint('late'), strokeDasharray: '4 3', strokeWidth: 1.5 }),
      ruleY(
        bars.filter(({ estimate }) => estimate.ci95),
        {
          x1: ({ estimate }: Bar) => estimate.ci95?.[0],
          x2: ({ estimate }: Bar) => estimate.ci95?.[1],
          y: 'side',
          fy: 'pool',
          stroke: paint('ink'),
          strokeWidth: 1.5,
          marker: 'tick',
        },
      ),
      text(bars, {
        y: 'side',
        fy: 'pool',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: ({ value, people }: Bar) => `${shares.full(value)}${people === null ? '' : ` (${people})`}`,
        fill: paint('ink'),
      }),
      once(() =>
        drawKey(
          sides.map((name, i) => ({ fill: paint(SIDES[i] ?? 'ink'), text: name })),
          { width: options.width, colour: paint('ink') },
        ),
      ),
    ],
  );
}

/** A mark for the whole picture, where Plot would draw it for every pool. */
function once(draw: () => SVGElement): () => SVGElement | null {
  let drawn = false;
  return () => {
    if (drawn) return null;
    drawn = true;
    return draw();
  };
}

function summarise(pools: readonly Pool[], locale: FormatLocale): string {
  const shares = shareWriting(locale, 0);
  const said = (result: ResourceResult | undefined): string =>
    result ? formatEstimate(result.utilisation, shares.full, locale) : NO_FIGURE;
  const list = pools.map(({ name, sides }) => `${name} ${said(sides[0])} → ${said(sides[1])}`);
  return msg(str`Utilisation before and after: ${inOneLine(list)}.`);
}

function tabulate(pools: readonly Pool[], sides: readonly string[], locale: FormatLocale): FigureTable {
  return {
    caption: msg('How busy people are, before and after'),
    columns: [
      { label: msg('Pool'), numeric: false },
      ...sides.flatMap((name) => [
        { label: `${name}: ${msg('people')}`, numeric: true },
        { label: `${name}: ${msg('utilisation (%)')}`, numeric: true },
      ]),
    ],
    rows: pools.map(({ id, name, sides: results }) => ({
      id,
      cells: [
        textCell(name),
        ...results.flatMap((result) => [
          {
            text: result?.capacity == null ? NO_FIGURE : formatNumber(result.capacity, locale, 0),
            sort: result?.capacity ?? null,
          },
          estimateCell(result?.utilisation, shareWriting(locale)),
        ]),
      ],
    })),
  };
}
