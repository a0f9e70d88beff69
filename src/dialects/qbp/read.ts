/** Reads a QBP block (BIMP under `definitions`, Apromore under `process`) as a scenario. */
import type {
  Arrivals,
  Calendar,
  ElementParameters,
  ResourcePool,
  RunSettings,
  Scenario,
  WeeklyRule,
} from '#simulation';
import { parseDateTime } from '../../bpmn/index.ts';
import { isActivity, isCatching, type Directory } from '../directory.ts';
import { Report, type What } from '../report.ts';
import type { ReadScenario } from '../read-scenario.ts';
import { dayOf, daysBetween, endOf, isAlwaysOpen, minuteOf } from '../weeks.ts';
import { attributeOf, childOf, childrenOf, listed, numberOf, type XmlElement } from '../xml.ts';
import { QBP_FORMAT, readDistribution, SERVICE } from './vocabulary.ts';

/** Reads `processSimulationInfo`. */
export function readQbp(info: XmlElement, directory: Directory): ReadScenario {
  const report = new Report(QBP_FORMAT);
  const calendars = readTimetables(info, directory, report);
  const { pools, poolIds } = readPools(info, calendars, directory, report);
  const elements = new Map<string, ElementParameters>();
  readElements(info, poolIds, directory, elements, report);
  readFlows(info, directory, elements, report);
  readArrivals(info, calendars, directory, elements, report);
  const trims = childOf(info, 'statsOptions');
  if (['trimStartProcessInstances', 'trimEndProcessInstances'].some((name) => (numberOf(trims, name) ?? 0) > 0))
    report.notRead('trimming');
  const used = [...new Map([...calendars.values()].map(({ calendar }) => [calendar.id, calendar])).values()];
  const scenario: Scenario = {
    id: directory.newId('QBP_Scenario'),
    name: QBP_FORMAT,
    currency: attributeOf(info, 'currency') ?? 'EUR',
    run: readRun(info, report),
    elements: Object.fromEntries(elements),
    ...(pools.length > 0 ? { pools } : {}),
    ...(used.length > 0 ? { calendars: used } : {}),
  };
  return { scenario, issues: report.issues };
}

function readRun(info: XmlElement, report: Report): RunSettings {
  const cases = numberOf(info, 'processInstances');
  const written = attributeOf(info, 'startDateTime');
  const start = written === undefined ? undefined : parseDateTime(written);
  if (written !== undefined && start === undefined) report.unusable('start', undefined, written);
  return {
    ...(start === undefined ? {} : { start }),
    ...(cases !== undefined && cases >= 1 ? { cases: Math.round(cases) } : {}),
  };
}

interface Timetable {
  readonly calendar: Calendar;
  readonly isDefault: boolean;
  /** Nothing to say: open around the clock. */
  readonly always: boolean;
}

function readTimetables(info: XmlElement, directory: Directory, report: Report): ReadonlyMap<string, Timetable> {
  const holidays = new Map(
    listed(info, 'holidays', 'holidays').map((found) => [
      attributeOf(found, 'id') ?? '',
      childrenOf(found, 'holiday').flatMap((day) => {
        const date = /^\d{4}-\d\d-\d\d/.exec(attributeOf(day, 'date') ?? '')?.[0];
        const name = attributeOf(day, 'name');
        return date === undefined ? [] : [{ date, ...(name === undefined ? {} : { name }) }];
      }),
    ]),
  );
  const timetables = new Map<string, Timetable>();
  for (const found of listed(info, 'timetables', 'timetable')) {
    const written = attributeOf(found, 'id') ?? '';
    const name = attributeOf(found, 'name') ?? written;
    const days = holidays.get(attributeOf(found, 'holidaysId') ?? '') ?? [];
    const about = { id: written, name };
    const rules = listed(found, 'rules', 'rule').flatMap((rule): readonly WeeklyRule[] => {
      const read = readRule(rule);
      if (!read) report.unusable('calendar', about, [...rule.attributes.values()].join(' '));
      return read ? [read] : [];
    });
    const calendar: Calendar = {
      id: directory.newId(written || 'Timetable'),
      name,
      rules,
      ...(days.length > 0 ? { holidays: days } : {}),
    };
    const isDefault = attributeOf(found, 'default') === 'true';
    timetables.set(written, { calendar, isDefault, always: days.length === 0 && isAlwaysOpen(rules) });
  }
  return timetables;
}

function readRule(rule: XmlElement): WeeklyRule | undefined {
  const first = dayOf(attributeOf(rule, 'fromWeekDay'));
  const last = dayOf(attributeOf(rule, 'toWeekDay')) ?? first;
  const from = minuteOf(attributeOf(rule, 'fromTime'))?.minute;
  const to = endOf(attributeOf(rule, 'toTime'));
  if (first === undefined || last === undefined || from === undefined || to === undefined) return undefined;
  return { days: daysBetween(first, last), from, to };
}

function readPools(
  info: XmlElement,
  timetables: ReadonlyMap<string, Timetable>,
  directory: Directory,
  report: Report,
): { readonly pools: readonly ResourcePool[]; readonly poolIds: ReadonlyMap<string, string> } {
  const poolIds = new Map<string, string>();
  const pools = listed(info, 'resources', 'resource').flatMap((found): readonly ResourcePool[] => {
    const written = attributeOf(found, 'id');
    if (written === undefined || written === SERVICE || poolIds.has(written)) return [];
    const name = attributeOf(found, 'name') ?? written;
    const about = { id: written, name };
    const amount = numberOf(found, 'totalAmount');
    const capacity = Math.max(0, Math.round(amount ?? 1));
    if (amount !== capacity) report.unusable('units', about, attributeOf(found, 'totalAmount') ?? '');
    const timetableId = attributeOf(found, 'timetableId');
    const timetable = timetableId === undefined ? undefined : timetables.get(timetableId);
    if (timetableId !== undefined && !timetable) report.missing(timetableId);
    const cost = numberOf(found, 'costPerHour');
    const id = directory.newId(written);
    poolIds.set(written, id);
    return [
      {
        id,
        name,
        staffing: [{ capacity, ...(timetable && !timetable.always ? { calendar: timetable.calendar.id } : {}) }],
        ...(cost ? { costPerHour: cost } : {}),
      },
    ];
  });
  return { pools, poolIds };
}

function readElements(
  info: XmlElement,
  poolIds: ReadonlyMap<string, string>,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  for (const found of listed(info, 'elements', 'element')) {
    const reference = attributeOf(found, 'elementId');
    if (reference === undefined) continue;
    const node = directory.node(reference);
    if (!node) {
      report.missing(reference);
      continue;
    }
    const what: What = isActivity(node) ? 'duration' : 'delay';
    const read = readDistribution(childOf(found, 'durationDistribution'));
    if (read && 'unknown' in read) report.unusable(what, node, read.unknown);
    const time = read && 'spec' in read ? read.spec : undefined;
    if (read && 'spec' in read && read.fitted) report.fitted(what, node, read.fitted, read.spec);
    const resources = listed(found, 'resourceIds', 'resourceId')
      .map(({ text }) => text)
      .filter((id) => id !== '');
    for (const id of resources) if (!poolIds.has(id) && id !== SERVICE) report.missing(id);
    const fixedCost = numberOf(found, 'fixedCost');
    for (const threshold of ['costThreshold', 'durationThreshold'])
      if ((numberOf(found, threshold) ?? 0) > 0) report.notRead('threshold', node);
    if (isActivity(node)) {
      const [pool] = resources.flatMap((id) => poolIds.get(id) ?? []);
      elements.set(node.id, {
        work: time ?? { type: 'constant', params: { value: 0 }, unit: 's' },
        resources: pool === undefined ? [] : [[{ pool, units: 1 }]],
        ...(fixedCost ? { fixedCost } : {}),
      });
    } else if (isCatching(node) && time) elements.set(node.id, { delay: time });
    else if (time && !(time.type === 'constant' && time.params.value === 0)) report.notRead('delay', node);
  }
}

function readFlows(
  info: XmlElement,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  for (const found of listed(info, 'sequenceFlows', 'sequenceFlow')) {
    const reference = attributeOf(found, 'elementId');
    if (reference === undefined) continue;
    const flow = directory.flow(reference);
    const probability = numberOf(found, 'executionProbability');
    if (!flow) report.missing(reference);
    else if (probability === undefined)
      report.unusable('probability', flow, attributeOf(found, 'executionProbability') ?? '');
    else elements.set(flow.id, { probability });
  }
}

/** The clock between arrivals runs in the open hours of the default timetable. */
function readArrivals(
  info: XmlElement,
  timetables: ReadonlyMap<string, Timetable>,
  directory: Directory,
  elements: Map<string, ElementParameters>,
  report: Report,
): void {
  const process = attributeOf(info, 'processId');
  const start = directory.starts.find((node) => node.scope === process) ?? directory.starts[0];
  const read = readDistribution(childOf(info, 'arrivalRateDistribution'));
  if (read && 'unknown' in read) report.unusable('arrivals', start, read.unknown);
  if (!start || !read || !('spec' in read)) return;
  if (read.fitted) report.fitted('arrivals', start, read.fitted, read.spec);
  const timetable = [...timetables.values()].find(({ isDefault }) => isDefault);
  const arrivals: Arrivals = {
    interval: read.spec,
    ...(timetable && !timetable.always ? { calendar: timetable.calendar.id, outside: 'clock-stops' } : {}),
  };
  elements.set(start.id, { ...elements.get(start.id), arrivals });
}
