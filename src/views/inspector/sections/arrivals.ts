/** How many cases arrivals bring on average. */
import { effectiveMean, type Arrivals, type Calendar } from '#simulation';
import { casesPerDay } from '../../../fields/rates.ts';
import { hoursPerWeek, openCells } from '../../../fields/week.ts';

export interface ImpliedCases {
  readonly perWeek: number;
  /** Per day on which cases come. */
  readonly perDay: number;
}

const MS_PER_HOUR = 3_600_000;

/** Expected cases in an ordinary week; undefined when the arrivals do not say (all at once, faulty interval). */
export function impliedCases(arrivals: Arrivals, calendars: readonly Calendar[]): ImpliedCases | undefined {
  if (arrivals.profile) {
    const days = casesPerDay(arrivals.profile);
    return perOpenDay(
      days.reduce((sum, cases) => sum + cases, 0),
      days.filter((cases) => cases > 0).length,
    );
  }
  const mean = arrivals.interval && effectiveMean({ unit: 'ms', ...arrivals.interval });
  if (mean === undefined || !(mean > 0) || mean === Infinity) return undefined;
  const rules = calendars.find(({ id }) => id === arrivals.calendar)?.rules;
  // Arrivals moved to the opening lose none: the clock of the interval then runs day and night.
  const alwaysRuns = rules === undefined || arrivals.outside === 'move-to-opening';
  const hours = alwaysRuns ? 168 : hoursPerWeek(rules);
  const halves = rules ? openCells(rules, 30).map(({ open }) => open) : [];
  const openDays = Array.from({ length: 7 }, (_, d) => halves.slice(d * 48, (d + 1) * 48).some((share) => share > 0));
  return perOpenDay((hours * MS_PER_HOUR) / mean, rules ? openDays.filter(Boolean).length : 7);
}

const perOpenDay = (perWeek: number, days: number): ImpliedCases => ({
  perWeek,
  perDay: days > 0 ? perWeek / days : 0,
});
