/** How busy people are: worked share of the shift by pool, with intervals and the mark at 85 %. */
import { ruleX, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { ResourceResult } from '#simulation';
import { formatEstimate, formatNumber, type FormatLocale } from '../format/index.ts';
import type { ChartDefinition, ChartInput, ChartOptions } from './chart.ts';
import { shareWriting, inOneLine } from './figures.ts';
import { barsHeight, drawBars, type Bar } from './interval-bars.ts';
import { poolTable } from './pool-table.ts';

/** Above this share of the shift queues grow quickly: with random arrivals, waiting grows as ρ ÷ (1 − ρ). */
export const HIGH_UTILISATION = 0.85;

export const utilisation: ChartDefinition = {
  id: 'utilisation',
  title: () => msg('How busy people are'),
  read(input) {
    const pools = readPools(input);
    if (pools.length === 0) return undefined;
    return {
      extent: { x: Math.max(1, ...pools.map((pool) => pool.value)), y: 0 },
      height: barsHeight(pools),
      draw: (options) => draw(pools, options),
      summary: (locale) => summarise(pools, locale),
      caption: (locale) => caption(input, locale),
      table: (locale) => poolTable(input, locale),
    };
  },
};

function readPools(input: ChartInput): readonly Bar[] {
  return Object.entries(input.result.document.resources).flatMap(([id, pool]): Bar[] => {
    const { value } = pool.utilisation;
    return value === null ? [] : [{ id, label: poolLabel(pool), value, estimate: pool.utilisation }];
  });
}

/** The pool's name with its number of people. */
const poolLabel = ({ name, capacity }: ResourceResult): string =>
  capacity === null ? name : msg(str`${name} (${capacity})`);

function draw(pools: readonly Bar[], options: ChartOptions): SVGSVGElement {
  const shares = shareWriting(options.locale, 0);
  return drawBars(pools, options, {
    end: Math.max(1, ...pools.map((pool) => pool.value)),
    tick: shares.full,
    label: msg('worked share of the shift'),
    writing: shareWriting(options.locale),
    fill: 'working',
    summary: summarise(pools, options.locale),
    over: ({ paint }) => [
      ruleX([HIGH_UTILISATION], { stroke: paint('late'), strokeDasharray: '4 3', strokeWidth: 1.5 }),
      text([HIGH_UTILISATION], {
        x: (x: number) => x,
        frameAnchor: 'top',
        dy: -14,
        text: [msg(str`above ${shares.full(HIGH_UTILISATION)} queues grow quickly`)],
        fill: paint('late-text'),
      }),
    ],
  });
}

function summarise(pools: readonly Bar[], locale: FormatLocale): string {
  const list = [...pools]
    .sort((a, b) => b.value - a.value)
    .map((pool) => `${pool.label} ${formatEstimate(pool.estimate, shareWriting(locale).full, locale)}`);
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
