/** What two scenarios say differently, parameter by parameter, in words: "Quality engineers: 3 → 4 people". */
import { msg, str } from '@lit/localize';
import type { ElementParameters, ProcessModel, RunSettings, Scenario, Staffing } from '#simulation';
import { formatMoney, formatNumber, formatPercent, formatSpan, type FormatLocale } from '../format/index.ts';
import { nameOf } from '../i18n/element-names.ts';
import {
  disciplineName,
  parameterTitle,
  preemptionName,
  settingTitle,
  type ParameterName,
} from '../i18n/parameter-names.ts';
import {
  change,
  listChanges,
  whenReadings,
  type Difference,
  type ParameterChange,
  type Readings,
  type Words,
} from './differences.ts';
import type { Twins } from './twins.ts';
import {
  arrivalWords,
  calendarWords,
  listed,
  meanWords,
  needsWords,
  peopleWords,
  shapeWords,
  slaWords,
  staffingWords,
} from './values-in-words.ts';

export type { ParameterChange } from './differences.ts';

/** A design with one settled scenario. */
export interface Side {
  readonly model: ProcessModel;
  readonly scenario: Scenario;
}

/** All differences between twins, and pools, calendars and SLAs that came or went; steps first, settings of the run last. */
export function parameterChanges(
  from: Side,
  to: Side,
  twins: readonly Twins[],
  locale: FormatLocale,
): readonly ParameterChange[] {
  const words = { from: { locale, scenario: from.scenario }, to: { locale, scenario: to.scenario } };
  return [
    ...twins.flatMap((pair) => elementChanges(pair, from, to, words)),
    ...listChanges('pool', from.scenario.pools, to.scenario.pools, (a, b) => [
      ...staffingChange(a?.staffing, b?.staffing, words),
      ...change(msg('cost per hour'), a?.costPerHour ?? 0, b?.costPerHour ?? 0, money(words)),
      ...change(msg('cost per use'), a?.costPerUse ?? 0, b?.costPerUse ?? 0, money(words)),
      ...change(msg('overtime factor'), a?.overtimeFactor ?? 1.5, b?.overtimeFactor ?? 1.5, number(locale)),
      ...change(msg('next work'), a?.discipline ?? 'fifo', b?.discipline ?? 'fifo', [disciplineName]),
      ...change(msg('work of higher priority'), a?.preemption ?? 'none', b?.preemption ?? 'none', [preemptionName]),
    ]),
    ...listChanges('calendar', from.scenario.calendars, to.scenario.calendars, (a, b) =>
      change('', a, b, [(value, side) => calendarWords(value, words[side])], ({ rules, holidays }) => [
        rules,
        holidays,
      ]),
    ),
    ...listChanges('sla', from.scenario.slas, to.scenario.slas, (a, b) =>
      change(
        '',
        a,
        b,
        [
          (value, side) => slaWords(value, words[side]),
          (value, side) => listed([slaWords(value, words[side]), value.when?.text ?? msg('all cases')]),
        ],
        ({ limit, target, clock, when }) => [limit, target, clock, when?.text],
      ),
    ),
    ...attributeChanges(from.scenario, to.scenario, locale),
    ...runChanges(from.scenario.run, to.scenario.run, locale),
  ];
}

function elementChanges(pair: Twins, from: Side, to: Side, words: Words): readonly ParameterChange[] {
  const a = from.scenario.elements?.[pair.from] ?? {};
  const b = to.scenario.elements?.[pair.to] ?? {};
  const where = nameOf(to.model, to.scenario, pair.to);
  const about = (name: ParameterName): string => parameterTitle(name);
  const { locale } = words.to;
  const time = (name: 'work' | 'delay' | 'latency'): readonly Difference[] => {
    const [x, y] = [a[name], b[name]];
    return change(name === 'work' ? msg('mean') : about(name), x, y, [
      (spec, side) => meanWords(spec, words[side]),
      (spec, side) => shapeWords(spec, words[side]),
    ]);
  };
  const differences: readonly Difference[] = [
    ...time('work'),
    ...time('delay'),
    ...time('latency'),
    ...change(
      about('workWhen'),
      a.workWhen ?? [],
      b.workWhen ?? [],
      whenReadings((v, side) => meanWords(v.distribution, words[side])),
    ),
    ...change(
      about('resources'),
      a.resources,
      b.resources,
      [(needs, side) => needsWords(needs, words[side])],
      (needs) => needs,
    ),
    ...change(about('arrivals'), a.arrivals, b.arrivals, [
      (value, side) => arrivalWords(value, words[side]),
      (value, side) =>
        listed([arrivalWords(value, words[side]), value.interval ? shapeWords(value.interval, words[side]) : '']),
    ]),
    ...change(about('probability'), a.probability, b.probability, [(p) => formatPercent(p, locale)]),
    ...change(about('priority'), a.priority ?? 0, b.priority ?? 0, number(locale)),
    ...change(
      about('priorityWhen'),
      a.priorityWhen ?? [],
      b.priorityWhen ?? [],
      whenReadings((v) => String(v.priority)),
    ),
    ...change(about('condition'), a.condition, b.condition, [({ text }) => text], ({ text }) => text),
    ...change(about('fixedCost'), a.fixedCost ?? 0, b.fixedCost ?? 0, money(words)),
    ...change(about('shiftEnd'), a.shiftEnd ?? 'pause', b.shiftEnd ?? 'pause', [shiftEndWords]),
    ...change(about('clock'), a.clock ?? 'calendar', b.clock ?? 'calendar', [clockWords]),
    ...change(about('assign'), a.assign ?? {}, b.assign ?? {}, [
      (value) =>
        Object.entries(value)
          .map(([name, { text }]) => `${name} = ${text}`)
          .join('; ') || msg('nothing'),
    ]),
  ];
  return differences.map((difference) => ({ kind: 'element', id: pair.to, where, ...difference }));
}

/** "3 → 4 people" where the number differs; else with their hours. */
function staffingChange(
  a: readonly Staffing[] | undefined,
  b: readonly Staffing[] | undefined,
  words: Words,
): readonly Difference[] {
  const [before, after] = [headcount(a), headcount(b)];
  if (before === after || [before, after].includes(Infinity))
    return change('', a, b, [(staffing, side) => staffingWords(staffing, words[side])]);
  const { locale } = words.to;
  return change('', before, after, [
    (total, side) =>
      side === 'from' && after !== undefined ? formatNumber(total, locale, 0) : peopleWords(total, locale),
  ]);
}

const headcount = (staffing: readonly Staffing[] | undefined): number | undefined =>
  staffing?.reduce((sum, { capacity }) => sum + (capacity === 'unlimited' ? Infinity : capacity), 0);

function attributeChanges(from: Scenario, to: Scenario, locale: FormatLocale): readonly ParameterChange[] {
  const named = (scenario: Scenario) => (scenario.attributes ?? []).map((a) => ({ ...a, id: a.name }));
  return listChanges('attribute', named(from), named(to), (a, b) =>
    change('', a, b, [
      (attribute) =>
        attribute.type === 'category'
          ? attribute.values.map(({ value, share }) => `${value} ${formatPercent(share, locale, 0)}`).join(', ')
          : shapeWords(attribute.distribution, { locale, scenario: to }),
    ]),
  );
}

function runChanges(from: RunSettings = {}, to: RunSettings = {}, locale: FormatLocale): readonly ParameterChange[] {
  const say = (name: keyof RunSettings, differences: readonly Difference[]): readonly ParameterChange[] =>
    differences.map((d) => ({ kind: 'run', id: name, where: '', ...d, what: settingTitle(name) }));
  const text: Readings<string> = [(value) => value];
  return [
    ...say('start', change('', from.start, to.start, text)),
    ...say('timeZone', change('', from.timeZone, to.timeZone, text)),
    ...say('horizon', change('', from.horizon, to.horizon, [(span) => formatSpan(span, locale)])),
    ...say('warmUp', change('', from.warmUp, to.warmUp, [(span) => formatSpan(span, locale)])),
    ...say('cases', change('', from.cases, to.cases, number(locale))),
    ...say('businessCalendar', change('', from.businessCalendar, to.businessCalendar, text)),
  ];
}

const number = (locale: FormatLocale): Readings<number> => [(value) => formatNumber(value, locale)];

const money = (words: Words): Readings<number> => [
  (value, side) => formatMoney(value, words[side].scenario.currency ?? 'CNY', words[side].locale),
];

function shiftEndWords(policy: NonNullable<ElementParameters['shiftEnd']>): string {
  switch (policy) {
    case 'pause':
      return msg('pause and resume');
    case 'overtime':
      return msg('finish in overtime');
    case 'fit':
      return msg('begin only what fits');
  }
}

const clockWords = (clock: NonNullable<ElementParameters['clock']>): string =>
  clock === 'business' ? msg('working time') : msg('calendar time');

/** A difference as one line: `Decide responsibility: mean 2 d → 12 h`. */
export function changeLine({ where, what, from, to }: ParameterChange): string {
  const values = valueWords(from, to);
  const said = what === '' ? values : `${what} ${values}`;
  return where === '' ? said : msg(str`${where}: ${said}`);
}

function valueWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return msg(str`new (${to ?? ''})`);
  if (to === undefined) return msg(str`no longer (${from})`);
  return `${from} → ${to}`;
}
