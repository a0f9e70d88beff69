/** Writes a scenario as a QBP block into its process, at the place BIMP uses. */
import type { Calendar, DistributionSpec, FlowNode, ResourcePool } from '#simulation';
import { isActivity } from '../directory.ts';
import {
  arrivalCalendar,
  arrivalsIn,
  casesOf,
  inSeconds,
  intervalOf,
  sharesOf,
  soleNeed,
  tidy,
  timedNodes,
  type Source,
  type Written,
} from '../outgoing.ts';
import { reportLosses } from '../losses.ts';
import { Report, type What } from '../report.ts';
import { DAY_NAMES, clockText, isAlwaysOpen, windowsOf } from '../weeks.ts';
import { formatXml } from '../xml.ts';
import { QBP, QBP_FORMAT, SERVICE } from './vocabulary.ts';

const ALWAYS = 'QBP_247_TIMETABLE';
/** More people than any queue needs, where a pool has no limit. */
const UNLIMITED = 100_000;

const SERVICE_POOL: ResourcePool = { id: SERVICE, name: 'Service', staffing: [{ capacity: UNLIMITED }] };

/** The process with the block behind it. */
export function writeQbp(source: Source): Written {
  const report = new Report(QBP_FORMAT);
  const { scenario } = source;
  const found = arrivalsIn(source, report);
  const interval = found && intervalOf(found.start, found.arrivals, report);
  if (found && found.arrivals.outside !== undefined && found.arrivals.outside !== 'clock-stops')
    report.changed('arrivals', found.start, 'clock-stops');
  const calendars = calendarsOf(source, found?.arrivals ? arrivalCalendar(found.arrivals, scenario) : undefined);
  const elements = timedNodes(source).map(({ node, time }) => writeElement(node, time, source, report));
  const nobody = elements.some((element) => element.includes(`>${SERVICE}<`));
  const pools = [...(scenario.pools ?? []), ...(nobody ? [SERVICE_POOL] : [])];
  const attributes = {
    'xmlns:qbp': QBP,
    id: 'qbp_1',
    processId: found?.start.scope ?? source.model.processes[0]?.id,
    processInstances: Math.max(2, Math.round(casesOf(source, found?.arrivals ?? {}, interval, report))),
    startDateTime: `${scenario.run?.start ?? '2026-01-05T00:00:00'}.000Z`,
    currency: scenario.currency ?? 'CNY',
    version: 1,
  };
  const shares = sharesOf(source);
  const closures = [...calendars.values()].filter(({ calendar }) => calendar.holidays?.length);
  const list = (name: string, items: readonly string[]): readonly string[] =>
    items.length > 0 ? [formatXml(`qbp:${name}`, {}, items)] : [];
  const block = formatXml('qbp:processSimulationInfo', attributes, [
    writeTime(
      'arrivalRateDistribution',
      interval ?? { type: 'constant', params: { value: 0 } },
      'arrivals',
      found?.start,
      report,
    ),
    ...list(
      'timetables',
      [...calendars].map(([id, entry]) => writeTimetable(id, entry)),
    ),
    ...list(
      'holidays',
      closures.map(({ calendar }) => writeHolidays(calendar)),
    ),
    ...list(
      'resources',
      pools.map((pool) => writePool(pool, calendars, report)),
    ),
    ...list('elements', elements),
    ...list(
      'sequenceFlows',
      shares.map(({ flow, share }) => formatXml('qbp:sequenceFlow', { elementId: flow, executionProbability: share })),
    ),
  ]);
  reportLosses(source, report, ['fixed-cost']);
  return { files: [{ suffix: '.bpmn', text: withBlock(source.bpmn, block) }], issues: report.issues };
}

/** In front of the closing tag of the document. */
const withBlock = (bpmn: string, block: string): string =>
  bpmn.replace(/(<\/(?:[\w.-]+:)?definitions\s*>\s*)$/, (closing) => `  ${block.replaceAll('\n', '\n  ')}\n${closing}`);

interface Timetable {
  readonly calendar: Calendar;
  readonly isDefault: boolean;
}

/** Every calendar, the one of the arrivals as the default, and one that is always open. */
function calendarsOf({ scenario }: Source, ofArrivals: Calendar | undefined): ReadonlyMap<string, Timetable> {
  const always: Calendar = { id: ALWAYS, name: '24/7', rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }] };
  const all = [always, ...(scenario.calendars ?? []), ...(ofArrivals ? [ofArrivals] : [])];
  const first = ofArrivals?.id ?? ALWAYS;
  const sorted = [...new Map(all.map((calendar) => [calendar.id, calendar])).values()];
  return new Map(sorted.map((calendar) => [calendar.id, { calendar, isDefault: calendar.id === first }]));
}

function writeTimetable(id: string, { calendar, isDefault }: Timetable): string {
  const time = (minute: number): string => (minute >= 1440 ? '23:59:59.999+00:00' : `${clockText(minute)}.000+00:00`);
  const rules = windowsOf(calendar).map((window) =>
    formatXml('qbp:rule', {
      fromTime: time(window.from),
      toTime: time(window.to),
      fromWeekDay: DAY_NAMES[window.fromDay - 1],
      toWeekDay: DAY_NAMES[window.toDay - 1],
    }),
  );
  const holidaysId = calendar.holidays?.length ? `${id}_Holidays` : undefined;
  return formatXml('qbp:timetable', { default: isDefault, id, name: calendar.name, holidaysId }, [
    formatXml('qbp:rules', {}, rules),
  ]);
}

function writeHolidays({ id, name, holidays = [] }: Calendar): string {
  const days = holidays.flatMap(({ date, until = date, name: day }) =>
    datesFrom(date, until).map((on) => formatXml('qbp:holiday', { date: on, name: day })),
  );
  return formatXml('qbp:holidays', { id: `${id}_Holidays`, name }, days);
}

function datesFrom(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  const end = Date.parse(`${last}T00:00:00Z`);
  for (let day = Date.parse(`${first}T00:00:00Z`); day <= end && dates.length < 3660; day += 86_400_000)
    dates.push(new Date(day).toISOString().slice(0, 10));
  return dates;
}

/** One timetable per pool: that of its largest shift, with everybody in it. */
function writePool(pool: ResourcePool, calendars: ReadonlyMap<string, Timetable>, report: Report): string {
  const sizes = pool.staffing.map(({ capacity, calendar }) => ({
    calendar,
    units: capacity === 'unlimited' ? UNLIMITED : capacity,
  }));
  const largest = [...sizes].sort((a, b) => b.units - a.units)[0];
  if (pool.staffing.some(({ capacity }) => capacity === 'unlimited')) report.changed('units', pool, UNLIMITED);
  if (sizes.length > 1) report.leftOut('calendar', pool);
  const calendar = largest?.calendar;
  const timetable = calendar === undefined ? undefined : calendars.get(calendar)?.calendar;
  const open = timetable === undefined || (isAlwaysOpen(timetable.rules) && !timetable.holidays?.length);
  return formatXml('qbp:resource', {
    id: pool.id,
    name: pool.name,
    totalAmount: sizes.reduce((most, { units }) => Math.max(most, units), 0),
    costPerHour: pool.costPerHour ?? 0,
    timetableId: open ? ALWAYS : calendar,
  });
}

function writeElement(
  node: FlowNode,
  time: DistributionSpec,
  source: Source,

  report: Report,
): string {
  const pool = isActivity(node) ? soleNeed(node, source, report) : undefined;
  const { fixedCost } = source.scenario.elements?.[node.id] ?? {};
  return formatXml(
    'qbp:element',
    { id: `qbp_${node.id}`, elementId: node.id, fixedCost: isActivity(node) ? (fixedCost ?? 0) : undefined },
    [
      writeTime('durationDistribution', time, isActivity(node) ? 'duration' : 'delay', node, report),
      formatXml('qbp:resourceIds', {}, [formatXml('qbp:resourceId', {}, pool?.id ?? SERVICE)]),
    ],
  );
}

const UNITS: Readonly<Record<string, string>> = {
  s: 'seconds',
  ms: 'seconds',
  min: 'minutes',
  day: 'days',
  week: 'days',
};

function writeTime(
  name: string,
  spec: DistributionSpec,
  what: What,
  node: FlowNode | undefined,
  report: Report,
): string {
  const { type, mean = 0, arg1 = 0, arg2 = 0, bins } = quantities(spec, what, node, report);
  const unit = formatXml('qbp:timeUnit', {}, UNITS[spec.unit ?? 'ms'] ?? 'hours');
  return formatXml(`qbp:${name}`, { type, mean, arg1, arg2 }, [...(bins ? [bins] : []), unit]);
}

interface Quantities {
  readonly type: string;
  readonly mean?: number;
  readonly arg1?: number;
  readonly arg2?: number;
  readonly bins?: string;
}

/** Listed values are few enough for bins of their own. */
const MOST_BINS = 200;

function quantities(spec: DistributionSpec, what: What, node: FlowNode | undefined, report: Report): Quantities {
  const time = inSeconds(spec);
  if (!time) {
    report.leftOut(what, node, spec.type);
    return { type: 'FIXED', mean: 0 };
  }
  const { of, list } = time;
  switch (spec.type) {
    case 'constant':
      return { type: 'FIXED', mean: of('value') };
    case 'normal':
      return { type: 'NORMAL', mean: of('mean'), arg1: of('sd') };
    case 'exponential':
      return { type: 'EXPONENTIAL', arg1: of('mean') };
    case 'uniform':
      return { type: 'UNIFORM', arg1: of('min'), arg2: of('max') };
    case 'triangular':
      return { type: 'TRIANGULAR', mean: of('mode'), arg1: of('min'), arg2: of('max') };
    case 'lognormal':
      return { type: 'LOGNORMAL', mean: of('mean'), arg1: tidy(of('sd') ** 2) };
    case 'gamma':
    case 'erlang':
      return { type: 'GAMMA', mean: time.mean, arg1: tidy(time.sd ** 2) };
    case 'empirical':
    case 'user-discrete': {
      const values = list('values');
      if (values.length > MOST_BINS) break;
      const weights = spec.type === 'empirical' ? values.map(() => 1) : list('weights');
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const bins = values.map((value, i) =>
        formatXml('qbp:histogramData', { probability: tidy((100 * (weights[i] ?? 0)) / total) }, [
          formatXml('qbp:distribution', { type: 'FIXED', mean: value, arg1: 0, arg2: 0 }, [
            formatXml('qbp:timeUnit', {}, 'seconds'),
          ]),
        ]),
      );
      return { type: 'HISTOGRAM', bins: formatXml('qbp:histogramDataBins', {}, bins) };
    }
    default:
  }
  report.approximated(what, node, spec, { name: 'GAMMA', moments: { mean: time.mean, sd: time.sd } });
  return { type: 'GAMMA', mean: time.mean, arg1: tidy(time.sd ** 2) };
}
