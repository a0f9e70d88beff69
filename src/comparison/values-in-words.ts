/** Parameters of a scenario as short words, so that two of them can be set beside each other. */
import { msg, str } from '@lit/localize';
import {
  distributionOf,
  effectiveMean,
  MS_PER_UNIT,
  type Arrivals,
  type Calendar,
  type DistributionSpec,
  type ResourceNeed,
  type Scenario,
  type Sla,
  type Span,
  type Staffing,
} from '#simulation';
import { formatNumber, formatPercent, formatSpan, type FormatLocale } from '../format/index.ts';
import { daysText } from '../i18n/day-names.ts';
import { distributionLabel, paramLabel } from '../i18n/distribution-texts.ts';

/** What words need to know: the language, and the scenario in which pools and calendars have their names. */
export interface Wording {
  readonly locale: FormatLocale;
  readonly scenario: Scenario;
}

/** The mean of a time, in the unit of its author. */
export function meanWords(spec: DistributionSpec, { locale }: Wording): string {
  const ms = effectiveMean(spec);
  const unit = spec.unit ?? 'ms';
  if (ms === undefined) return distributionLabel(spec.type);
  return formatSpan({ value: Number((ms / MS_PER_UNIT[unit]).toPrecision(3)), unit }, locale);
}

/** A time in full: its shape and its parameters. */
export function shapeWords(spec: DistributionSpec, wording: Wording): string {
  const params = distributionOf(spec.type)?.params ?? [];
  const parts = params.flatMap(({ name, quantity }) => {
    const value = spec.params[name];
    if (typeof value !== 'number') return [];
    const isTime = quantity === 'time' && spec.unit !== undefined;
    const figure = isTime
      ? formatSpan({ value, unit: spec.unit }, wording.locale)
      : formatNumber(value, wording.locale);
    return [`${paramLabel(spec.type, name)} ${figure}`];
  });
  const label = distributionLabel(spec.type);
  return parts.length === 0 ? msg(str`${label}, mean ${meanWords(spec, wording)}`) : listed([label, ...parts]);
}

/** Who is needed: alternatives of people needed together. */
export function needsWords(needs: readonly (readonly ResourceNeed[])[], { scenario }: Wording): string {
  if (needs.length === 0) return msg('nobody');
  const names = new Map(scenario.pools?.map((pool) => [pool.id, pool.name]));
  const person = ({ pool, units }: ResourceNeed): string => {
    const name = names.get(pool) ?? pool;
    return units === 1 ? name : `${units} × ${name}`;
  };
  return needs.map((together) => together.map(person).join(' + ')).join(` ${msg('or')} `);
}

/** How many people when. */
export function staffingWords(staffing: readonly Staffing[], { locale, scenario }: Wording): string {
  return listed(
    staffing.map(({ capacity, calendar }) => {
      const people = capacity === 'unlimited' ? msg('any number of people') : peopleWords(capacity, locale);
      const name = scenario.calendars?.find(({ id }) => id === calendar)?.name ?? calendar;
      return name === undefined ? people : msg(str`${people} (${name})`);
    }),
  );
}

export function peopleWords(count: number, locale: FormatLocale): string {
  const number = formatNumber(count, locale, 0);
  return count === 1 ? msg('1 person') : msg(str`${number} people`);
}

/** How often cases come. */
export function arrivalWords(arrivals: Arrivals, wording: Wording): string {
  const { interval, profile, count } = arrivals;
  const { locale } = wording;
  const most = count === undefined ? [] : [msg(str`${formatNumber(count, locale, 0)} cases`)];
  if (profile) {
    const perWeek = profile.reduce((sum, s) => sum + (s.days.length * s.perHour * (s.to - s.from)) / 60, 0);
    return listed([msg(str`${formatNumber(perWeek, locale)} cases per week, by weekday and hour`), ...most]);
  }
  if (interval) return listed([msg(str`one case every ${meanWords(interval, wording)}`), ...most]);
  return listed([...most, msg('at the start')]);
}

/** When a calendar is open. */
export function calendarWords({ rules, holidays = [] }: Calendar, { locale }: Wording): string {
  const hours = rules.map(({ days, from, to, share = 1 }) => {
    const open = `${daysText(days)} ${clock(from)}–${clock(to)}`;
    return share === 1 ? open : msg(str`${open} with ${formatPercent(share, locale)} of the time`);
  });
  const off = holidays.length === 0 ? [] : [msg(str`${formatNumber(holidays.length, locale, 0)} holidays`)];
  return listed([...(hours.length === 0 ? [msg('never open')] : hours), ...off]);
}

/** Limit and target of a promise, on its clock. */
export function slaWords({ limit, target, clock: on }: Sla, { locale }: Wording): string {
  const within = limitWords(limit, on, locale);
  return msg(str`${formatPercent(target, locale, 0)} within ${within}`);
}

const limitWords = (limit: Span, on: Sla['clock'], locale: FormatLocale): string => {
  const span = formatSpan(limit, locale);
  return on === 'business' && limit.unit !== 'workday' ? msg(str`${span} of working time`) : span;
};

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Short statements after each other. */
export const listed = (parts: readonly string[]): string => parts.reduce((text, part) => msg(str`${text}, ${part}`));
