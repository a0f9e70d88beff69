/** What both pictures of a sweep show: one figure at every point of a grid, against the scenario as it is. */
import { msg, str } from '@lit/localize';
import type { Direction } from '#simulation';
import type { FormatLocale } from '../../format/index.ts';
import type { Writing } from '../figures.ts';
import { textCell, type Cell, type FigureTable } from '../figure-table.ts';
import type { Interval } from './figure.ts';

export interface SweptAxis {
  /** `Quality engineers: people`. */
  readonly name: string;
  /** `days`; empty where the name says it. */
  readonly unit: (locale: FormatLocale) => string;
  /** What the scenario says. */
  readonly stated: number;
  /** `4 people`, and the number alone for the axis of a picture. */
  readonly writing: (locale: FormatLocale) => Writing;
}

export interface SweptPoint {
  /** By axis. */
  readonly steps: readonly number[];
  /** Undefined where the scenario cannot be run like that, or the point is not in yet. */
  readonly figure: Interval | undefined;
}

export interface SweptFigure {
  readonly name: string;
  readonly writing: (locale: FormatLocale) => Writing;
  readonly axes: readonly SweptAxis[];
  readonly points: readonly SweptPoint[];
  /** Of the scenario as it is. */
  readonly baseline: Interval | undefined;
  /** The share of cases in time that was promised, where the figure is one. */
  readonly target: number | undefined;
  /** Which way is good news. */
  readonly better: Direction | undefined;
  readonly replications: number;
}

/** What stands beside the axis of a picture: its name, and the unit of its numbers. */
export function axisLabel({ name, unit }: SweptAxis, locale: FormatLocale): string {
  const of = unit(locale);
  return of === '' ? name : msg(str`${name} (${of})`);
}

/** A point with its figure. */
export interface MeasuredPoint extends SweptPoint {
  readonly figure: Interval;
}

export const measured = ({ points }: SweptFigure): readonly MeasuredPoint[] =>
  points.flatMap(({ steps, figure }) => (figure ? [{ steps, figure }] : []));

/** Steps first, then the figure with its interval. */
export function sweepTable(swept: SweptFigure, locale: FormatLocale, caption: string): FigureTable {
  const writing = swept.writing(locale);
  const value = (figure: Interval | undefined): Cell =>
    figure
      ? {
          text: writing.full(figure.value),
          sort: figure.value,
          interval: `${writing.number(figure.low)}–${writing.number(figure.high)}`,
        }
      : textCell('–');
  return {
    caption,
    columns: [...swept.axes.map(({ name }) => ({ label: name, numeric: true })), { label: swept.name, numeric: true }],
    rows: swept.points.map(({ steps, figure }) => ({
      cells: [
        ...steps.map((step, i): Cell => ({ text: swept.axes[i]?.writing(locale).full(step) ?? '', sort: step })),
        value(figure),
      ],
    })),
  };
}
