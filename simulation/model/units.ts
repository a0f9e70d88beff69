/** Time units: the engine counts integer milliseconds; people and files speak in these units. */

/**
 * Units in which a time parameter may be given. `workday` is a working day of 8 working hours (so "2 workdays of work" is
 * 16 hours on shift); all others are clock time. BPSim has no week and no working day: see `src/bpmn`.
 */
export type TimeUnit = 'ms' | 's' | 'min' | 'h' | 'workday' | 'day' | 'week';

/** Milliseconds in one unit. */
export const MS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  workday: 8 * 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};

/** The units in ascending length, as menus show them. */
export const TIME_UNITS = ['ms', 's', 'min', 'h', 'workday', 'day', 'week'] as const satisfies readonly TimeUnit[];

/** A length of time with the unit its author chose, e.g. `{ value: 2, unit: 'day' }`. */
export interface Span {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** The span in milliseconds, not rounded. */
export const toMs = (span: Span): number => span.value * MS_PER_UNIT[span.unit];
