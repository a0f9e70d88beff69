/** What people cost: the shifts that are paid, and the part of them that is worked. */
import { axisY, barX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Estimate } from '#simulation';
import { formatEstimate, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { moneyWriting } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from './frame.ts';
import { drawKey, keyHeight } from './key.ts';
import { ellipsis, textWidth } from './labels.ts';
import { DEFAULT_CURRENCY, poolTable } from './pool-table.ts';

interface PoolCost {
  readonly id: string;
  readonly name: string;
  readonly busy: number;
  readonly paid: number;
  readonly busyEstimate: Estimate;
}

const ROW = 32;

export const costSplit: ChartDefinition = {
  id: 'cost-split',
  title: () => msg('What people cost'),
  read(input) {
    const pools = readCosts(input);
    const largest = Math.max(0, ...pools.flatMap(({ busy, paid }) => [busy, paid]));
    if (largest === 0) return undefined;
    const currency = input.scenario.currency ?? DEFAULT_CURRENCY;
    return {
      extent: { x: largest, y: 0 },
      height: 64 + ROW * pools.length,
      draw: (options) => draw(pools, largest, currency, summarise(input, options.locale), options),
      summary: (locale) => summarise(input, locale),
      caption: () =>
        msg('Mean per replication · whiskers: 95 % CI of the cost of work · overtime is work beyond the shift'),
      table: (locale) => poolTable(input, locale),
    };
  },
};

function readCosts(input: ChartInput): readonly PoolCost[] {
  return Object.entries(input.result.document.resources).map(([id, pool]) => ({
    id,
    name: pool.name,
    busy: pool.cost.value ?? 0,
    paid: pool.paid.value ?? 0,
    busyEstimate: pool.cost,
  }));
}

function draw(
  pools: readonly PoolCost[],
  largest: number,
  currency: string,
  summary: string,
  options: ChartOptions,
): SVGSVGElement {
  const extent = union({ x: largest, y: 0 }, options.atLeast);
  const money = moneyWriting(currency, largest, options.locale);
  const names = new Map(pools.map((pool) => [pool.id, pool.name]));
  const room = Math.min(options.width * 0.34, Math.max(...pools.map((pool) => textWidth(pool.name, FONT_SIZE))) + 12);
  const ticks = new Intl.NumberFormat(options.locale, { notation: 'compact' });
  const key = [msg('Cost of work'), msg('Cost of shifts')];
  return drawFrame(
    options,
    summary,
    {
      marginLeft: room + 4,
      marginRight: 150,
      marginTop: keyHeight(key, options.width),
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, extent.x],
        ticks: options.width - room < 420 ? 3 : 5,
        tickFormat: (value: number) => ticks.format(value),
        label: currency,
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: pools.map((pool) => pool.id), padding: 0.3, label: null },
    },
    ({ fill, paint }) => [
      axisY({ tickSize: 0, label: null, tickFormat: (id: string) => ellipsis(names.get(id) ?? id, room, FONT_SIZE) }),
      barX(pools, { x: 'paid', y: 'id', fill: fill('off-shift'), fillOpacity: 0.55 }),
      barX(pools, { x: 'busy', y: 'id', fill: fill('working'), insetTop: 5, insetBottom: 5 }),
      ruleY(
        pools.filter((pool) => pool.busyEstimate.ci95),
        {
          x1: (pool: PoolCost) => pool.busyEstimate.ci95?.[0],
          x2: (pool: PoolCost) => pool.busyEstimate.ci95?.[1],
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
        text: ({ busy, paid }: PoolCost) => msg(str`${money.number(busy)} of ${money.number(paid)}`),
        fill: paint('ink'),
      }),
      () =>
        drawKey(
          [
            { fill: fill('working'), text: key[0] ?? '' },
            { fill: fill('off-shift'), text: key[1] ?? '' },
          ],
          { width: options.width, colour: paint('quiet') },
        ),
    ],
  );
}

function summarise(input: ChartInput, locale: FormatLocale): string {
  const { cost } = input.result.document;
  const currency = input.scenario.currency ?? DEFAULT_CURRENCY;
  const money = moneyWriting(currency, cost.paid.value ?? cost.busy.value ?? 0, locale);
  const busy = formatEstimate(cost.busy, money.full, locale);
  const paid = formatEstimate(cost.paid, money.full, locale);
  return msg(str`Cost of work ${busy}; cost of shifts ${paid}.`);
}
