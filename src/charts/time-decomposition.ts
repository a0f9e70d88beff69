/** Where the time of a case goes: one bar whose parts add up to the mean cycle time. */
import { rectX } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { DECOMPOSITION_PARTS, type DecompositionPart, type Estimate } from '#simulation';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { drawLabels, type DirectLabel } from './direct-labels.ts';
import { estimateCell, shareWriting, timeWriting, inOneLine } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';
import { drawFrame } from './frame.ts';
import { PART_MEANING } from './paint.ts';
import { partName } from './parts.ts';
import { promisedUnit } from './promises.ts';
import { displayUnit, secondsPer, type DisplayUnit } from './time-unit.ts';

interface Part {
  readonly part: DecompositionPart;
  readonly estimate: Estimate;
  /** Seconds from the start of the bar. */
  readonly from: number;
  readonly to: number;
}

interface Decomposition {
  /** Parts that take any time, in order of precedence. */
  readonly parts: readonly Part[];
  readonly total: number;
  readonly mean: Estimate;
  readonly unit: DisplayUnit;
  readonly replications: number;
}

const MARGIN = 16;
const MOST_BAR_HEIGHT = 96;

export const timeDecomposition: ChartDefinition = {
  id: 'time-decomposition',
  title: () => msg('Where the time of a case goes'),
  read(input) {
    const data = readDecomposition(input);
    return (
      data && {
        extent: { x: data.total, y: 0 },
        draw: (options) => draw(data, options),
        summary: (locale) => summarise(data, locale),
        caption: (locale) => caption(data, locale),
        table: (locale) => tabulate(data, locale),
      }
    );
  },
};

/** The parts laid end to end; undefined while no case is complete. */
export function readDecomposition(input: ChartInput): Decomposition | undefined {
  const { decomposition, cycleTime } = input.result.document;
  let end = 0;
  const parts = DECOMPOSITION_PARTS.flatMap((part): Part[] => {
    const estimate = decomposition[part];
    if (!estimate.value) return [];
    const from = end;
    end += estimate.value;
    return [{ part, estimate, from, to: end }];
  });
  if (end === 0) return undefined;
  return {
    parts,
    total: end,
    mean: cycleTime.mean,
    unit: displayUnit(end, 'calendar', promisedUnit(input, 'calendar')),
    replications: input.result.done,
  };
}

function draw(data: Decomposition, options: ChartOptions): SVGSVGElement {
  const extent = union({ x: data.total, y: 0 }, options.atLeast);
  const perUnit = secondsPer(data.unit);
  const unit = unitLabel(data.unit, options.locale);
  const times = timeWriting(data.unit, data.total, options.locale);
  const shares = shareWriting(options.locale, 0);
  const axis = 40;
  // The bar takes what labels (up to two rows of two lines) and axis leave.
  const bar = Math.max(24, Math.min(MOST_BAR_HEIGHT, options.height - axis - 84));
  return drawFrame(
    options,
    summarise(data, options.locale),
    {
      marginLeft: MARGIN,
      marginRight: MARGIN,
      marginTop: axis,
      marginBottom: options.height - axis - bar,
      x: {
        domain: [0, extent.x / perUnit],
        axis: 'top',
        label: msg(str`mean time per case (${unit})`),
        labelArrow: 'none',
        labelAnchor: 'left',
      },
      y: { axis: null, domain: [0, 1] },
    },
    ({ fill, paint }) => [
      ...data.parts.map(({ part, from, to }) =>
        rectX([0], {
          x1: from / perUnit,
          x2: to / perUnit,
          y1: 0,
          y2: 1,
          fill: fill(PART_MEANING[part]),
          insetRight: 1,
        }),
      ),
      (_index, scales, _values, dimensions) =>
        drawLabels(
          data.parts.map(({ part, from, to, estimate }): DirectLabel => ({
            at: Number(scales.x?.((from + to) / 2 / perUnit)),
            lines: [partName(part), `${times.full(estimate.value ?? 0)} · ${shares.full((to - from) / data.total)}`],
            colour: paint('ink'),
          })),
          {
            from: MARGIN,
            to: dimensions.width - MARGIN,
            edge: axis + bar,
            side: 'below',
            thread: paint('quiet'),
            ground: paint('surface'),
          },
        ),
    ],
  );
}

function summarise(data: Decomposition, locale: FormatLocale): string {
  const times = timeWriting(data.unit, data.total, locale);
  const mean = formatEstimate(data.mean, times.full, locale);
  const shares = shareWriting(locale, 0);
  const list = inOneLine(
    data.parts.map(({ part, from, to }) => `${partName(part)} ${shares.full((to - from) / data.total)}`),
  );
  return msg(str`Mean cycle time ${mean}. ${list}.`);
}

function caption(data: Decomposition, locale: FormatLocale): string {
  const mean = formatEstimate(data.mean, timeWriting(data.unit, data.total, locale).full, locale);
  const replications = formatNumber(data.replications, locale, 0);
  return msg(str`The parts add up to the mean cycle time of completed cases, ${mean} · R = ${replications}`);
}

function tabulate(data: Decomposition, locale: FormatLocale): FigureTable {
  const times = timeWriting(data.unit, data.total, locale);
  const shares = shareWriting(locale);
  const unit = unitLabel(data.unit, locale);
  return {
    caption: msg('Where the time of a case goes'),
    columns: [
      { label: msg('Part'), numeric: false },
      { label: msg(str`Mean per case (${unit})`), numeric: true },
      { label: msg('Share (%)'), numeric: true },
    ],
    rows: [
      ...data.parts.map(({ part, estimate, from, to }) => ({
        cells: [
          textCell(partName(part)),
          estimateCell(estimate, times),
          { text: shares.number((to - from) / data.total), sort: (to - from) / data.total },
        ],
      })),
      {
        cells: [textCell(msg('Cycle time')), estimateCell(data.mean, times), { text: shares.number(1), sort: 1 }],
      },
    ],
  };
}
