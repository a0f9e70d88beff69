/** When people are busy: utilisation of each pool by weekday and hour. */
import { axisX, axisY, cell } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, weekdayName, type FormatLocale } from '../format/index.ts';
import type { ChartDefinition, ChartInput, ChartOptions } from './chart.ts';
import type { FigureTable, Row } from './figure-table.ts';
import { textCell } from './figure-table.ts';
import { estimateCell, shareWriting } from './figures.ts';
import { AXIS_HEIGHT, drawFrame, FONT_SIZE } from './frame.ts';
import { ellipsis, textWidth } from './labels.ts';

const HOURS = 24;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const ROW = 30;
/** Cells of an hour in which nobody works: so little ink still says that there is a shift. */
const FAINTEST = 0.08;

interface Hour {
  readonly pool: string;
  /** 0 = Monday 0–1 h … 167. */
  readonly hour: number;
  readonly value: number;
}

interface Week {
  readonly pools: readonly { readonly id: string; readonly name: string }[];
  readonly hours: readonly Hour[];
  readonly replications: number;
}

export const utilisationByHour: ChartDefinition = {
  id: 'utilisation-by-hour',
  title: () => msg('When people are busy'),
  read(input) {
    const week = readWeek(input);
    if (week.hours.length === 0) return undefined;
    return {
      extent: { x: 0, y: 0 },
      height: 30 + AXIS_HEIGHT + ROW * week.pools.length,
      draw: (options) => draw(week, options),
      summary: (locale) => summarise(week, locale),
      caption: (locale) => {
        const replications = formatNumber(week.replications, locale, 0);
        return msg(str`Worked share of the shift by hour of the week, dark = busy · R = ${replications}`);
      },
      table: (locale) => table(input, week, locale),
    };
  },
};

function readWeek({ result }: ChartInput): Week {
  const pools = Object.entries(result.document.resources);
  const hours = pools.flatMap(([pool, { byHour }]) =>
    Object.entries(byHour).flatMap(([hour, { value }]): Hour[] =>
      value === null ? [] : [{ pool, hour: Number(hour), value }],
    ),
  );
  const shown = new Set(hours.map(({ pool }) => pool));
  return {
    pools: pools.filter(([id]) => shown.has(id)).map(([id, { name }]) => ({ id, name })),
    hours,
    replications: result.done,
  };
}

function draw(week: Week, options: ChartOptions): SVGSVGElement {
  const names = new Map(week.pools.map(({ id, name }) => [id, name]));
  const room = Math.min(options.width * 0.3, Math.max(...week.pools.map((p) => textWidth(p.name, FONT_SIZE))) + 12);
  return drawFrame(
    options,
    summarise(week, options.locale),
    {
      marginLeft: room + 4,
      marginRight: 12,
      marginTop: 10,
      marginBottom: AXIS_HEIGHT,
      x: { type: 'band', domain: Array.from({ length: HOURS * DAYS.length }, (_, hour) => hour), padding: 0.04 },
      y: { type: 'band', domain: week.pools.map(({ id }) => id), padding: 0.2, label: null },
    },
    ({ paint }) => [
      axisX({
        ticks: DAYS.map((day) => (day - 1) * HOURS + HOURS / 2),
        tickSize: 0,
        label: null,
        tickFormat: (hour: number) => weekdayName(1 + Math.floor(hour / HOURS), options.locale),
      }),
      axisY({ tickSize: 0, label: null, tickFormat: (id: string) => ellipsis(names.get(id) ?? id, room, FONT_SIZE) }),
      cell(week.hours, {
        x: 'hour',
        y: 'pool',
        fill: paint('working'),
        fillOpacity: ({ value }: Hour) => FAINTEST + (1 - FAINTEST) * Math.min(1, value),
        title: (hour: Hour) => hourText(hour, options.locale),
      }),
    ],
  );
}

function summarise(week: Week, locale: FormatLocale): string {
  const busiest = week.hours.reduce((a, b) => (b.value > a.value ? b : a));
  const name = week.pools.find(({ id }) => id === busiest.pool)?.name ?? busiest.pool;
  const when = hourText(busiest, locale);
  return msg(str`Busiest hour: ${name}, ${when}.`);
}

/** `Mon 9–10: 83 %`. */
function hourText({ hour, value }: Hour, locale: FormatLocale): string {
  const day = weekdayName(1 + Math.floor(hour / HOURS), locale);
  const share = shareWriting(locale, 0).full(value);
  const from = hour % HOURS;
  return msg(str`${day} ${from}–${from + 1} h: ${share}`);
}

/** A row for every pool and hour of the week with a shift. */
function table({ result }: ChartInput, week: Week, locale: FormatLocale): FigureTable {
  const writing = shareWriting(locale);
  return {
    caption: msg('Utilisation by hour of the week'),
    columns: [
      { label: msg('Pool'), numeric: false },
      { label: msg('Weekday'), numeric: false },
      { label: msg('Hour'), numeric: true },
      { label: msg('Utilisation (%)'), numeric: true },
    ],
    rows: week.hours.flatMap(({ pool, hour }): Row[] => {
      const resource = result.document.resources[pool];
      const estimate = resource?.byHour[String(hour)];
      if (!resource || !estimate) return [];
      const day = 1 + Math.floor(hour / HOURS);
      return [
        {
          id: pool,
          cells: [
            textCell(resource.name),
            { text: weekdayName(day, locale), sort: day },
            { text: formatNumber(hour % HOURS, locale, 0), sort: hour % HOURS },
            estimateCell(estimate, writing),
          ],
        },
      ];
    }),
  };
}
