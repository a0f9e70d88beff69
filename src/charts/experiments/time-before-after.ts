/** Where the time of a case goes in both designs: two bars on one scale whose parts have the colours they always have. */
import { axisY, rectX, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { DECOMPOSITION_PARTS } from '#simulation';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { estimateCell, inOneLine, shareWriting, timeWriting } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { drawKey, keyHeight } from '../key.ts';
import { ellipsis, textWidth } from '../labels.ts';
import { PART_MEANING } from '../paint.ts';
import { partName } from '../parts.ts';
import { readDecomposition } from '../time-decomposition.ts';
import { secondsPer } from '../time-unit.ts';
import type { Figure } from './figure.ts';
import type { ChartSide } from './overlaid-distribution.ts';

type Decomposition = NonNullable<ReturnType<typeof readDecomposition>>;

interface Bar extends Decomposition {
  readonly name: string;
}

/** Undefined while one of the designs has no completed case. */
export function timeBeforeAfter(from: ChartSide, to: ChartSide): Figure | undefined {
  const [a, b] = [readDecomposition(from.input), readDecomposition(to.input)];
  if (!a || !b) return undefined;
  const bars: readonly Bar[] = [
    { ...a, name: from.name },
    { ...b, name: to.name },
  ];
  return {
    id: 'time-before-after',
    title: msg('Where the time goes, before and after'),
    extent: { x: Math.max(a.total, b.total), y: 0 },
    height: 210,
    draw: (options) => draw(bars, options),
    summary: (locale) => summarise(bars, locale),
    caption: (locale) =>
      msg(str`Parts of the mean cycle time of completed cases · R = ${formatNumber(a.replications, locale, 0)}`),
    table: (locale) => tabulate(bars, locale),
  };
}

function draw(bars: readonly Bar[], options: ChartOptions): SVGSVGElement {
  const longest = Math.max(...bars.map(({ total }) => total));
  const [first] = bars;
  const unit = first?.unit ?? 'day';
  const per = secondsPer(unit);
  const times = timeWriting(unit, longest, options.locale);
  const shown = DECOMPOSITION_PARTS.filter((part) => bars.some(({ parts }) => parts.some((p) => p.part === part)));
  const names = shown.map(partName);
  const room = Math.min(options.width * 0.28, Math.max(...bars.map(({ name }) => textWidth(name, FONT_SIZE))) + 12);
  const pieces = bars.flatMap(({ parts }, row) => parts.map((part) => ({ ...part, row: String(row) })));
  return drawFrame(
    options,
    summarise(bars, options.locale),
    {
      marginLeft: room + 4,
      marginRight: 76,
      marginTop: keyHeight(names, options.width),
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, longest / per],
        label: msg(str`mean time per case (${unitLabel(unit, options.locale)})`),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: bars.map((_, row) => String(row)), padding: 0.28, label: null },
    },
    ({ fill, paint }) => [
      axisY({
        tickSize: 0,
        label: null,
        tickFormat: (row: string) => ellipsis(bars[Number(row)]?.name ?? '', room, FONT_SIZE),
      }),
      ...pieces.map((piece) =>
        rectX([piece], {
          x1: piece.from / per,
          x2: piece.to / per,
          y: 'row',
          fill: fill(PART_MEANING[piece.part]),
          insetRight: 1,
        }),
      ),
      text(bars, {
        x: ({ total }: Bar) => total / per,
        y: (_: Bar, row: number) => String(row),
        textAnchor: 'start',
        dx: 6,
        text: ({ total }: Bar) => times.full(total),
        fill: paint('ink'),
        fontWeight: 600,
      }),
      () =>
        drawKey(
          shown.map((part, i) => ({ fill: fill(PART_MEANING[part]), text: names[i] ?? '' })),
          { width: options.width, colour: paint('ink') },
        ),
    ],
  );
}

function summarise(bars: readonly Bar[], locale: FormatLocale): string {
  const shares = shareWriting(locale, 0);
  return bars
    .map(({ name, mean, unit, total, parts }) => {
      const time = formatEstimate(mean, timeWriting(unit, total, locale).full, locale);
      const list = inOneLine(
        parts.map(({ part, from, to }) => `${partName(part)} ${shares.full((to - from) / total)}`),
      );
      return msg(str`${name}: mean cycle time ${time}. ${list}.`);
    })
    .join(' ');
}

function tabulate(bars: readonly Bar[], locale: FormatLocale): FigureTable {
  const unit = bars[0]?.unit ?? 'day';
  const times = timeWriting(unit, Math.max(...bars.map(({ total }) => total)), locale);
  return {
    caption: msg('Where the time goes, before and after'),
    columns: [
      { label: msg('Part'), numeric: false },
      ...bars.map(({ name }) => ({ label: `${name} (${unitLabel(unit, locale)})`, numeric: true })),
    ],
    rows: [
      ...DECOMPOSITION_PARTS.filter((part) => bars.some(({ parts }) => parts.some((p) => p.part === part))).map(
        (part) => ({
          cells: [
            textCell(partName(part)),
            ...bars.map(({ parts }) => estimateCell(parts.find((p) => p.part === part)?.estimate, times)),
          ],
        }),
      ),
      { cells: [textCell(msg('Cycle time')), ...bars.map(({ mean }) => estimateCell(mean, times))] },
    ],
  };
}
