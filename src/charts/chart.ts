/** What a chart is: a reading of a run that can be drawn, told in a sentence and shown as a table. */
import type { RunResult, Scenario } from '#simulation';
import type { FormatLocale } from '../format/index.ts';
import type { FigureTable } from './figure-table.ts';

/** What every chart is made from: the run, and the scenario that was run (promises, people, currency). */
export interface ChartInput {
  readonly result: RunResult;
  readonly scenario: Scenario;
}

/** Upper ends of the axes in data units; both axes start at 0. */
export interface Extent {
  readonly x: number;
  readonly y: number;
}

export interface ChartOptions {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** BCP 47 tag for numbers; texts follow the locale of the page. */
  readonly locale: FormatLocale;
  /** `page` follows the custom properties around the chart; `paper` has fixed light colours, for files. Default `page`. */
  readonly theme?: Theme;
  /** Axes reach at least this far: keeps them still while a run streams, and equal when two charts are compared. */
  readonly atLeast?: Extent;
}

export type Theme = 'page' | 'paper';

/** One chart of one result. */
export interface Chart {
  readonly extent: Extent;
  /** Height in pixels at which nothing is cramped; absent = any. */
  readonly height?: number;
  /** A fresh SVG element with its summary as accessible name. */
  draw(options: ChartOptions): SVGSVGElement;
  /** What the picture shows, in one or two sentences, for those who do not see it. */
  summary(locale: FormatLocale): string;
  /** The line under the picture: number of cases, replications, what is left out. */
  caption(locale: FormatLocale): string;
  /** The figures behind the picture. */
  table(locale: FormatLocale): FigureTable;
}

export interface ChartDefinition {
  readonly id: string;
  title(): string;
  /** The chart of this input, or undefined when the run has nothing to show in it. */
  read(input: ChartInput): Chart | undefined;
}

/** The larger of two extents, axis by axis. */
export const union = (a: Extent, b: Extent | undefined): Extent =>
  b ? { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y) } : a;
