/** Bars with their intervals, one per row, and the figures beside them. */
import { axisY, barX, ruleY, text, type Markish } from '@observablehq/plot';
import type { Estimate } from '#simulation';
import { formatInterval } from '../format/index.ts';
import { union, type ChartOptions } from './chart.ts';
import type { Writing } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE, type Brush } from './frame.ts';
import { ellipsis, textWidth } from './labels.ts';
import type { Meaning } from './paint.ts';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly estimate: Estimate;
}

export interface BarsLook {
  /** Upper end of the axis, in the unit of the values. */
  readonly end: number;
  /** How many of that unit make one of the axis; default 1. */
  readonly perUnit?: number;
  /** Text at a tick of the axis. */
  readonly tick: (value: number) => string;
  readonly label: string;
  /** How the figures beside the bars are written. */
  readonly writing: Writing;
  readonly fill: Meaning;
  readonly summary: string;
  /** Over the bars, e.g. a limit. */
  readonly over?: (brush: Brush) => Markish[];
}

const ROW = 30;

/** Height in pixels at which the rows are not cramped. */
export const barsHeight = (bars: readonly Bar[]): number => 64 + ROW * bars.length;

export function drawBars(bars: readonly Bar[], options: ChartOptions, look: BarsLook): SVGSVGElement {
  const { perUnit = 1, writing } = look;
  const extent = union({ x: look.end, y: 0 }, options.atLeast);
  const labels = new Map(bars.map(({ id, label }) => [id, label]));
  const room = Math.min(options.width * 0.34, Math.max(...bars.map(({ label }) => textWidth(label, FONT_SIZE))) + 12);
  return drawFrame(
    options,
    look.summary,
    {
      marginLeft: room + 4,
      marginRight: 156,
      marginTop: 24,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, extent.x / perUnit],
        ticks: options.width - room < 420 ? 2 : 5,
        tickFormat: look.tick,
        label: look.label,
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: bars.map(({ id }) => id), padding: 0.35, label: null },
    },
    (brush) => [
      axisY({ tickSize: 0, label: null, tickFormat: (id: string) => ellipsis(labels.get(id) ?? id, room, FONT_SIZE) }),
      barX(bars, { x: ({ value }: Bar) => value / perUnit, y: 'id', fill: brush.fill(look.fill) }),
      ...(look.over?.(brush) ?? []),
      ruleY(
        bars.filter(({ estimate }) => estimate.ci95),
        {
          x1: ({ estimate }: Bar) => (estimate.ci95?.[0] ?? 0) / perUnit,
          x2: ({ estimate }: Bar) => (estimate.ci95?.[1] ?? 0) / perUnit,
          y: 'id',
          stroke: brush.paint('ink'),
          strokeWidth: 1.5,
          marker: 'tick',
        },
      ),
      text(bars, {
        y: 'id',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 10,
        text: ({ value, estimate }: Bar) => {
          const interval = formatInterval(estimate, writing.full);
          return interval ? `${writing.number(value)} (${interval})` : writing.full(value);
        },
        fill: brush.paint('ink'),
      }),
    ],
  );
}
