/** Staffings by what they cost and how often a promise is kept: the Pareto front, what it leaves behind, and the recommended one. */
import { dot, lineY, ruleX, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, formatPercent, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { shareWriting, type Writing } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from '../frame.ts';
import { textWidth } from '../labels.ts';
import { intervalText, roomy, type Figure, type Interval } from './figure.ts';

export interface StaffingPoint {
  /** `4 engineers, 2 agents`. */
  readonly name: string;
  readonly cost: number;
  readonly hitRate: Interval;
  readonly replications: number;
  /** Another costs no more and keeps the promise more often. */
  readonly dominated: boolean;
  readonly mark?: 'recommended' | 'today';
}

export interface StaffingFront {
  readonly points: readonly StaffingPoint[];
  /** What the promise is called, and the share to be reached. */
  readonly promise: string;
  readonly target: number;
  /** What costs are in, e.g. `CNY` or `hours`. */
  readonly unit: string;
  readonly costs: (locale: FormatLocale) => Writing;
}

const HEIGHT = 300;

/** Undefined without a plan that was measured. */
export function staffingFront(data: StaffingFront): Figure | undefined {
  const { points, target } = data;
  if (points.length === 0) return undefined;
  const costs = roomy(
    points.map(({ cost }) => cost),
    points[0]?.cost,
  );
  const rates = points.flatMap(({ hitRate }) => [hitRate.low, hitRate.high]);
  const x = [costs[0] - (costs[1] - costs[0]) * 0.06, costs[1]] as const;
  const y = [Math.max(0, Math.min(target, ...rates) - 0.02), Math.min(1, Math.max(target, ...rates) + 0.02)] as const;
  return {
    id: 'staffing-front',
    title: msg(str`Cost of shifts against “${data.promise}”`),
    extent: { x: x[1], y: y[1] },
    height: HEIGHT,
    draw: (options) => draw(data, { x, y }, options),
    summary: (locale) => summarise(data, locale),
    caption: (locale) => caption(data, locale),
    table: (locale) => tabulate(data, locale),
  };
}

interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function draw(data: StaffingFront, { x, y }: Domains, options: ChartOptions): SVGSVGElement {
  const { points, target } = data;
  const costs = data.costs(options.locale);
  const front = points.filter(({ dominated }) => !dominated);
  const marked = points.filter(({ mark }) => mark);
  return drawFrame(
    options,
    summarise(data, options.locale),
    {
      marginLeft: 52,
      marginRight: 20,
      marginTop: 24,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [...x],
        label: msg(str`cost of shifts (${data.unit})`),
        tickFormat: costs.number,
        ticks: Math.max(2, Math.floor(options.width / 120)),
        ...axisBelow,
      },
      y: {
        domain: [...y],
        ticks: 5,
        tickFormat: (value: number) => shareWriting(options.locale, y[1] - y[0] < 0.05 ? 1 : 0).full(value),
        label: null,
        grid: true,
      },
    },
    ({ paint }) => {
      const tone = ({ dominated }: StaffingPoint): string => paint(dominated ? 'off-shift' : 'to-be');
      const strength = ({ dominated }: StaffingPoint): number => (dominated ? 0.45 : 1);
      return [
        ruleY([target], { stroke: paint('ink'), strokeWidth: 1.5, strokeDasharray: '4 3' }),
        lineY(front, { x: 'cost', y: 'hitRate.value', stroke: paint('to-be'), curve: 'step-after' }),
        ruleX(points, {
          x: 'cost',
          y1: ({ hitRate }: StaffingPoint) => hitRate.low,
          y2: ({ hitRate }: StaffingPoint) => hitRate.high,
          stroke: tone,
          strokeOpacity: strength,
          strokeWidth: 1.5,
        }),
        dot(points, {
          x: 'cost',
          y: ({ hitRate }: StaffingPoint) => hitRate.value,
          r: ({ mark }: StaffingPoint) => (mark ? 6 : 4),
          symbol: ({ dominated }: StaffingPoint) => (dominated ? 'times' : 'circle'),
          stroke: ({ mark, ...point }: StaffingPoint) => (mark ? paint('ink') : tone(point)),
          strokeWidth: ({ mark }: StaffingPoint) => (mark ? 2 : 1.5),
          strokeOpacity: strength,
          fill: ({ mark, dominated }: StaffingPoint) =>
            mark === 'today' ? paint('as-is') : dominated ? 'none' : paint('to-be'),
        }),
        (_index, scales, _values, { width, marginTop }) => {
          const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
          const label = (text: string, at: number, above: number, weight: string): void => {
            const half = textWidth(text, 12) / 2;
            const node = document.createElementNS('http://www.w3.org/2000/svg', 'text');
            node.textContent = text;
            node.setAttribute('x', String(Math.min(Math.max(at, 52 + half), width - half - 4)));
            node.setAttribute('y', String(Math.max(above, marginTop - 8)));
            node.setAttribute('text-anchor', 'middle');
            node.setAttribute('font-weight', weight);
            node.setAttribute('fill', paint('ink'));
            node.setAttribute('stroke', paint('surface'));
            node.setAttribute('stroke-width', '4');
            node.setAttribute('paint-order', 'stroke');
            group.append(node);
          };
          const goal = msg(str`target ${formatPercent(target, options.locale, 0)}`);
          label(goal, width - 20, Number(scales.y?.(target)) - 5, '400');
          for (const { cost, hitRate, mark } of marked)
            label(
              mark === 'today' ? msg('today') : msg('recommended'),
              Number(scales.x?.(cost)),
              mark === 'today' ? Number(scales.y?.(hitRate.low)) + 16 : Number(scales.y?.(hitRate.high)) - 8,
              '600',
            );
          return group;
        },
      ];
    },
  );
}

function summarise({ points, promise, ...data }: StaffingFront, locale: FormatLocale): string {
  const count = formatNumber(points.length, locale, 0);
  const best = points.find(({ mark }) => mark === 'recommended');
  if (!best) return msg(str`${promise}: ${count} staffings by cost and share of cases in time; none is recommended.`);
  const rate = intervalText(best.hitRate, shareWriting(locale));
  const cost = data.costs(locale).full(best.cost);
  return msg(str`${promise}: ${count} staffings; recommended is ${best.name} at ${cost}, which keeps it in ${rate}.`);
}

function caption({ points }: StaffingFront, locale: FormatLocale): string {
  const fewest = formatNumber(Math.min(...points.map(({ replications }) => replications)), locale, 0);
  return msg(
    str`Same cases and same luck for every staffing · line: Pareto front · grey crosses: another costs no more and keeps it more often · whiskers: 95 % CI · R ≥ ${fewest}`,
  );
}

function tabulate({ points, promise, costs }: StaffingFront, locale: FormatLocale): FigureTable {
  const shares = shareWriting(locale);
  return {
    caption: msg(str`Cost of shifts against “${promise}”`),
    columns: [
      { label: msg('Staffing'), numeric: false },
      { label: msg('Cost of shifts'), numeric: true },
      { label: promise, numeric: true },
      { label: msg('Pareto front'), numeric: false },
    ],
    rows: points.map(({ name, cost, hitRate, dominated }) => ({
      cells: [
        textCell(name),
        { text: costs(locale).full(cost), sort: cost },
        {
          text: shares.full(hitRate.value),
          sort: hitRate.value,
          interval: `${shares.number(hitRate.low)}–${shares.number(hitRate.high)}`,
        },
        textCell(dominated ? msg('dominated') : msg('on the front')),
      ],
    })),
  };
}
