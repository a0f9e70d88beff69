/** How busy people are in both designs on one scale: pool by pool, then the people with a name that both designs have. */
import { axisFy, barX, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Estimate } from '#simulation';
import { formatEstimate, formatNumber, NO_FIGURE, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { persons } from '../families/persons.ts';
import { estimateCell, inOneLine, shareWriting } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { drawKey, keyHeight } from '../key.ts';
import { ellipsis, textWidth } from '../labels.ts';
import { HIGH_UTILISATION } from '../utilisation.ts';
import { SIDES, type Figure } from './figure.ts';
import type { ChartSide } from './overlaid-distribution.ts';

/** A pool, or a person. */
interface Row {
  /** Of a person: the place of its figures. */
  readonly key: string;
  /** Of the pool, to jump to. */
  readonly id: string;
  readonly name: string;
  /** As-is and to-be; undefined where the design has no such pool. */
  readonly sides: readonly (Busy | undefined)[];
}

interface Busy {
  readonly utilisation: Estimate;
  /** Number of people in a pool; null = unlimited, undefined = one person. */
  readonly capacity?: number | null;
}

interface Bar {
  readonly row: string;
  readonly side: number;
  readonly value: number;
  readonly estimate: Estimate;
  readonly people: number | null | undefined;
}

const ROW = 46;
/** More are in the table. */
const MOST_PEOPLE = 12;

/** Undefined when neither design has people. */
export function utilisationBeforeAfter(from: ChartSide, to: ChartSide): Figure | undefined {
  const pools = poolsOf(from, to);
  if (pools.length === 0) return undefined;
  const people = peopleOf(from, to);
  const all = [...pools, ...people];
  const drawn = [...pools, ...people.slice(0, MOST_PEOPLE)];
  const more = all.length - drawn.length;
  const sides = [from.name, to.name];
  return {
    id: 'utilisation-before-after',
    title: msg('How busy people are, before and after'),
    extent: { x: 1, y: 0 },
    height: 84 + ROW * drawn.length,
    draw: (options) => draw(drawn, sides, options),
    summary: (locale) => summarise(drawn, locale),
    caption: (locale) =>
      inOneLine([
        msg(
          str`Worked time on shift ÷ shift time, in brackets the number of people · whiskers: 95 % CI · R = ${formatNumber(from.input.result.done, locale, 0)}`,
        ),
        ...(more > 0 ? [msg(str`${more} more in the table`)] : []),
      ]),
    table: (locale) => tabulate(all, sides, locale),
  };
}

/** Pools by id, those of the as-is design first. */
function poolsOf(from: ChartSide, to: ChartSide): readonly Row[] {
  const [a, b] = [from.input.result.document.resources, to.input.result.document.resources];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((id) => {
    const sides = [a[id], b[id]];
    const name = b[id]?.name ?? a[id]?.name ?? id;
    return sides.some((side) => side && side.utilisation.value !== null) ? [{ key: id, id, name, sides }] : [];
  });
}

/** People who are in both designs, under the same name in the same pool. */
function peopleOf(from: ChartSide, to: ChartSide): readonly Row[] {
  const before = new Map(persons.subjects(from.input.result.document).map((one) => [one.path.join('/'), one]));
  return persons.subjects(to.input.result.document).flatMap(({ id, name, path, estimates: [after] }) => {
    const key = path.join('/');
    const was = before.get(key)?.estimates[0];
    if (was?.value == null || after?.value == null) return [];
    return [{ key, id, name, sides: [{ utilisation: was }, { utilisation: after }] }];
  });
}

function draw(rows: readonly Row[], sides: readonly string[], options: ChartOptions): SVGSVGElement {
  const shares = shareWriting(options.locale, 0);
  const bars = rows.flatMap(({ key, sides: results }) =>
    results.flatMap((result, side): Bar[] => {
      const value = result?.utilisation.value;
      if (!result || value === null || value === undefined) return [];
      return [{ row: key, side, value, estimate: result.utilisation, people: result.capacity }];
    }),
  );
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const room = Math.min(options.width * 0.34, Math.max(...rows.map(({ name }) => textWidth(name, FONT_SIZE))) + 12);
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return drawFrame(
    options,
    summarise(rows, options.locale),
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
      fy: { domain: rows.map(({ key }) => key), label: null, padding: 0.24 },
    },
    ({ paint }) => [
      axisFy({
        anchor: 'left',
        label: null,
        tickFormat: (key: string) => ellipsis(names.get(key) ?? key, room, FONT_SIZE),
        textAnchor: 'end',
        dx: -8,
      }),
      barX(bars, { x: 'value', y: 'side', fy: 'row', fill: ({ side }: Bar) => paint(SIDES[side] ?? 'ink') }),
      ruleX([HIGH_UTILISATION], { stroke: paint('late'), strokeDasharray: '4 3', strokeWidth: 1.5 }),
      ruleY(
        bars.filter(({ estimate }) => estimate.ci95),
        {
          x1: ({ estimate }: Bar) => estimate.ci95?.[0],
          x2: ({ estimate }: Bar) => estimate.ci95?.[1],
          y: 'side',
          fy: 'row',
          stroke: paint('ink'),
          strokeWidth: 1.5,
          marker: 'tick',
        },
      ),
      text(bars, {
        y: 'side',
        fy: 'row',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: ({ value, people }: Bar) => `${shares.full(value)}${people == null ? '' : ` (${people})`}`,
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

function summarise(rows: readonly Row[], locale: FormatLocale): string {
  const shares = shareWriting(locale, 0);
  const said = (result: Busy | undefined): string =>
    result ? formatEstimate(result.utilisation, shares.full, locale) : NO_FIGURE;
  const list = rows.map(({ name, sides }) => `${name} ${said(sides[0])} → ${said(sides[1])}`);
  return msg(str`Utilisation before and after: ${inOneLine(list)}.`);
}

function tabulate(rows: readonly Row[], sides: readonly string[], locale: FormatLocale): FigureTable {
  const people = rows.some(({ key, id }) => key !== id);
  return {
    caption: msg('How busy people are, before and after'),
    columns: [
      { label: people ? msg('Pool or person') : msg('Pool'), numeric: false },
      ...sides.flatMap((name) => [
        { label: `${name}: ${msg('people')}`, numeric: true },
        { label: `${name}: ${msg('utilisation (%)')}`, numeric: true },
      ]),
    ],
    rows: rows.map(({ id, name, sides: results }) => ({
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
