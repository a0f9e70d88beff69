/** How busy people are: worked share of the shift by pool, with intervals and the mark at 85 %. */
import { axisY, barX, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Estimate, ResourceResult } from '#simulation';
import { formatEstimate, formatInterval, formatNumber, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { shareWriting, inOneLine } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from './frame.ts';
import { ellipsis, textWidth } from './labels.ts';
import { poolTable } from './pool-table.ts';

/** Above this share of the shift queues grow quickly: with random arrivals, waiting grows as ρ ÷ (1 − ρ). */
export const HIGH_UTILISATION = 0.85;

interface Pool {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly utilisation: Estimate;
}

const ROW = 30;

export const utilisation: ChartDefinition = {
  id: 'utilisation',
  title: () => msg('How busy people are'),
  read(input) {
    const pools = readPools(input);
    if (pools.length === 0) return undefined;
    return {
      extent: { x: Math.max(1, ...pools.map((pool) => pool.value)), y: 0 },
      height: 64 + ROW * pools.length,
      draw: (options) => draw(pools, options),
      summary: (locale) => summarise(pools, locale),
      caption: (locale) => caption(input, locale),
      table: (locale) => poolTable(input, locale),
    };
  },
};

function readPools(input: ChartInput): readonly Pool[] {
  return Object.entries(input.result.document.resources).flatMap(([id, pool]): Pool[] => {
    const { value } = pool.utilisation;
    return value === null ? [] : [{ id, label: poolLabel(pool), value, utilisation: pool.utilisation }];
  });
}

/** The pool's name with its number of people. */
const poolLabel = ({ name, capacity }: ResourceResult): string =>
  capacity === null ? name : msg(str`${name} (${capacity})`);

function draw(pools: readonly Pool[], options: ChartOptions): SVGSVGElement {
  const extent = union({ x: Math.max(1, ...pools.map((pool) => pool.value)), y: 0 }, options.atLeast);
  const shares = shareWriting(options.locale, 0);
  const labels = new Map(pools.map((pool) => [pool.id, pool.label]));
  const room = Math.min(options.width * 0.34, Math.max(...pools.map((pool) => textWidth(pool.label, FONT_SIZE))) + 12);
  const figures = shareWriting(options.locale);
  return drawFrame(
    options,
    summarise(pools, options.locale),
    {
      marginLeft: room + 4,
      marginRight: 156,
      marginTop: 24,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, extent.x],
        ticks: options.width - room < 420 ? 2 : 5,
        tickFormat: (value: number) => shares.full(value),
        label: msg('worked share of the shift'),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: pools.map((pool) => pool.id), padding: 0.35, label: null },
    },
    ({ fill, paint }) => [
      axisY({ tickSize: 0, label: null, tickFormat: (id: string) => ellipsis(labels.get(id) ?? id, room, FONT_SIZE) }),
      barX(pools, { x: 'value', y: 'id', fill: fill('working') }),
      ruleX([HIGH_UTILISATION], { stroke: paint('late'), strokeDasharray: '4 3', strokeWidth: 1.5 }),
      text([HIGH_UTILISATION], {
        x: (x: number) => x,
        frameAnchor: 'top',
        dy: -14,
        text: [msg(str`above ${shares.full(HIGH_UTILISATION)} queues grow quickly`)],
        fill: paint('late-text'),
      }),
      ruleY(
        pools.filter((pool) => pool.utilisation.ci95),
        {
          x1: (pool: Pool) => pool.utilisation.ci95?.[0],
          x2: (pool: Pool) => pool.utilisation.ci95?.[1],
          y: 'id',
          stroke: paint('ink'),
          strokeWidth: 1.5,
          marker: 'tick',
        },
      ),
      text(pools, {
        y: 'id',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 10,
        text: (pool: Pool) => {
          const interval = formatInterval(pool.utilisation, figures.full);
          return interval ? `${figures.number(pool.value)} (${interval})` : figures.full(pool.value);
        },
        fill: paint('ink'),
      }),
    ],
  );
}

function summarise(pools: readonly Pool[], locale: FormatLocale): string {
  const list = [...pools]
    .sort((a, b) => b.value - a.value)
    .map((pool) => `${pool.label} ${formatEstimate(pool.utilisation, shareWriting(locale).full, locale)}`);
  const all = inOneLine(list);
  return msg(str`Utilisation: ${all}.`);
}

function caption(input: ChartInput, locale: FormatLocale): string {
  const { done } = input.result;
  const parts = [
    msg('Worked time on shift ÷ shift time, overtime apart; in brackets the number of people'),
    msg(str`R = ${formatNumber(done, locale, 0)}`),
  ];
  if (done > 1) parts.push(msg('whiskers: 95 % CI'));
  return inOneLine(parts);
}
