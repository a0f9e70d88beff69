/** Writes a scenario as Scylla's two configurations beside its process. */
import type { DistributionSpec, FlowNode, ResourcePool, TimeUnit } from '#simulation';
import { isActivity } from '../directory.ts';
import {
  arrivalsIn,
  casesOf,
  inSeconds,
  intervalOf,
  listedValues,
  sharesOf,
  tidy,
  timedNodes,
  type Source,
  type Written,
} from '../outgoing.ts';
import { reportLosses } from '../losses.ts';
import { mixed } from '../moments.ts';
import { Report, type What } from '../report.ts';
import { clockText, DAY_NAMES, openByDay } from '../weeks.ts';
import { formatXml } from '../xml.ts';
import { BSIM, SCYLLA_FORMAT } from './vocabulary.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ALWAYS = 'Always';
/** Each unit is an individual there. */
const UNLIMITED = 1000;

export function writeScylla(source: Source): Written {
  const report = new Report(SCYLLA_FORMAT);
  const simulation = simulationConfiguration(source, report);
  const global = globalConfiguration(source, report);
  reportLosses(source, report, ['seed', 'priority', 'discipline']);
  return {
    files: [
      { suffix: '.xml', text: `${HEAD}${simulation}\n` },
      { suffix: '-global.xml', text: `${HEAD}${global}\n` },
      { suffix: '-scylla.bpmn', text: source.bpmn },
    ],
    issues: report.issues,
  };
}

function globalConfiguration({ scenario }: Source, report: Report): string {
  const timetables = (scenario.calendars ?? []).map((calendar) => {
    if (calendar.holidays?.length)
      report.leftOut('calendar', calendar, calendar.holidays.map(({ date }) => date).join(', '));
    return formatXml('bsim:timetable', { id: calendar.id }, items(openByDay(calendar.rules)));
  });
  const seed = scenario.run?.seed;
  const isNumber = seed !== undefined && /^-?\d{1,15}$/.test(seed);
  if (seed !== undefined && !isNumber) report.leftOut('seed', undefined, seed);
  return formatXml(
    'bsim:globalConfiguration',
    { 'xmlns:bsim': BSIM, id: 'GlobalConfiguration', targetNamespace: 'http://www.hpi.de' },
    [
      formatXml('bsim:resourceAssignmentOrder', {}, 'priority,simulationTime'),
      ...(isNumber ? [formatXml('bsim:randomSeed', {}, seed)] : []),
      formatXml('bsim:zoneOffset', {}, '+00:00'),
      formatXml('bsim:timetables', {}, [...timetables, formatXml('bsim:timetable', { id: ALWAYS }, items(WEEK))]),
      formatXml(
        'bsim:resourceData',
        {},
        (scenario.pools ?? []).map((pool) => writePool(pool, report)),
      ),
    ],
  );
}

const WEEK = Array.from({ length: 7 }, () => [[0, 1440] as const]);

/** An item per day and stretch: across days Scylla would stay open over night. */
const items = (week: ReturnType<typeof openByDay>): readonly string[] =>
  week.flatMap((stretches, day) =>
    stretches.map(([from, to]) =>
      formatXml('bsim:timetableItem', {
        from: DAY_NAMES[day],
        to: DAY_NAMES[day],
        beginTime: clockText(from),
        endTime: clockText(to),
      }),
    ),
  );

/** Shifts beside the first are people with hours of their own. */
function writePool(pool: ResourcePool, report: Report): string {
  const sizes = pool.staffing.map(({ capacity, calendar }) => ({
    units: capacity === 'unlimited' ? UNLIMITED : capacity,
    timetable: calendar ?? ALWAYS,
  }));
  if (pool.staffing.some(({ capacity }) => capacity === 'unlimited')) report.changed('units', pool, UNLIMITED);
  const [first, ...others] = sizes;
  const people = others.flatMap(({ units, timetable }, shift) =>
    Array.from({ length: units }, (_, i) =>
      formatXml('bsim:instance', { name: `${pool.name} ${shift + 2}.${i + 1}`, timetableId: timetable }),
    ),
  );
  return formatXml(
    'bsim:dynamicResource',
    {
      id: pool.id,
      name: pool.name,
      defaultQuantity: sizes.reduce((sum, { units }) => sum + units, 0),
      defaultCost: pool.costPerHour ?? 0,
      defaultTimeUnit: 'HOURS',
      defaultTimetableId: first?.timetable ?? ALWAYS,
    },
    people,
  );
}

function simulationConfiguration(source: Source, report: Report): string {
  const { scenario, model } = source;
  const found = arrivalsIn(source, report);
  const interval = found && intervalOf(found.start, found.arrivals, report);
  if (found?.arrivals.calendar !== undefined || found?.arrivals.profile) report.leftOut('calendar', found.start);
  const ranks = new Set(Object.values(scenario.elements ?? {}).map(({ priority = 0 }) => priority));
  const most = Math.max(0, ...ranks);
  const { start = '2026-01-05T00:00:00', horizon } = scenario.run ?? {};
  const length = horizon
    ? inSeconds({ type: 'constant', params: { value: horizon.value }, unit: horizon.unit })?.mean
    : undefined;
  const end =
    length === undefined ? undefined : new Date(Date.parse(`${start}Z`) + length * 1000).toISOString().slice(0, 19);
  const shares = sharesOf(source);
  const gateways = [...new Set(shares.map(({ gateway }) => gateway))];
  const boundary = timedNodes(source).filter(({ node }) => node.attachedTo !== undefined);
  const content = [
    ...(found && interval
      ? [
          formatXml('bsim:startEvent', { id: found.start.id }, [
            time('arrivalRate', interval, 'arrivals', found.start, report),
          ]),
        ]
      : []),
    ...timedNodes(source)
      .filter(({ node }) => node.attachedTo === undefined)
      .map(({ node, time: spec }) => {
        if (!isActivity(node))
          return formatXml(tag(node), { id: node.id }, [time('arrivalRate', spec, 'delay', node, report)]);
        const events = boundary.filter((event) => event.node.attachedTo === node.id);
        const rank = ranks.size > 1 ? most - (scenario.elements?.[node.id]?.priority ?? 0) : undefined;
        return formatXml(tag(node), { id: node.id, name: node.name }, [
          time('duration', spec, 'duration', node, report),
          ...needs(node, source, rank, report),
          ...(events.length > 0
            ? [
                formatXml(
                  'bsim:boundaryEvents',
                  {},
                  events.map((e) => writeBoundary(e, report)),
                ),
              ]
            : []),
        ]);
      }),
    ...gateways.map((gateway) =>
      formatXml(
        tag(gateway),
        { id: gateway.id },
        shares
          .filter((share) => share.gateway === gateway)
          .map(({ flow, share }) =>
            formatXml('bsim:outgoingSequenceFlow', { id: flow }, [formatXml('bsim:branchingProbability', {}, share)]),
          ),
      ),
    ),
  ];
  const configuration = formatXml(
    'bsim:simulationConfiguration',
    {
      id: 'SimulationConfiguration',
      processRef: found?.start.scope ?? model.processes[0]?.id,
      processInstances: Math.round(casesOf(source, found?.arrivals ?? {}, interval, report)),
      startDateTime: `${start}.000+00:00`,
      endDateTime: end === undefined ? undefined : `${end}.000+00:00`,
    },
    content,
  );
  return formatXml('bsim:definitions', { 'xmlns:bsim': BSIM, id: 'Simulation', targetNamespace: 'http://www.hpi.de' }, [
    configuration,
  ]);
}

/** `bsim:userTask` of `bpmn:UserTask`. */
const tag = ({ type }: FlowNode): string => {
  const local = type.slice(type.indexOf(':') + 1);
  return `bsim:${local.charAt(0).toLowerCase()}${local.slice(1)}`;
};

const writeBoundary = ({ node, time: spec }: { node: FlowNode; time: DistributionSpec }, report: Report): string =>
  formatXml('bsim:boundaryEvent', { id: node.id, name: node.name }, [
    formatXml('bsim:eventProbability', {}, 1),
    time('arrivalRate', spec, 'delay', node, report),
  ]);

/** All resources together; of several alternatives the first. */
function needs(node: FlowNode, { scenario }: Source, rank: number | undefined, report: Report): readonly string[] {
  const { resources = [] } = scenario.elements?.[node.id] ?? {};
  if (resources.length > 1) report.leftOut('resources', node);
  const together = resources[0] ?? [];
  if (together.length === 0) return [];
  const assignment =
    rank === undefined ? [] : [formatXml('bsim:assignmentDefinition', {}, [formatXml('bsim:priority', {}, rank)])];
  return [
    formatXml(
      'bsim:resources',
      {},
      together.map(({ pool, units }) => formatXml('bsim:resource', { id: pool, amount: units }, assignment)),
    ),
  ];
}

/** Java's unit for each of ours, and how many of it one of ours is. */
const UNITS: Readonly<Record<TimeUnit, readonly [unit: string, seconds: number]>> = {
  ms: ['MILLISECONDS', 0.001],
  s: ['SECONDS', 1],
  min: ['MINUTES', 60],
  h: ['HOURS', 3600],
  workday: ['HOURS', 3600],
  day: ['DAYS', 86_400],
  week: ['DAYS', 86_400],
};

function time(name: string, spec: DistributionSpec, what: What, node: FlowNode, report: Report): string {
  const [timeUnit, length] = UNITS[spec.unit ?? 'ms'];
  const found = inSeconds(spec);
  if (!found) {
    report.leftOut(what, node, spec.type);
    return formatXml(`bsim:${name}`, { timeUnit }, [distribution('constant', { constantValue: 0 })]);
  }
  const of = (param: string): number => tidy(found.of(param) / length);
  const entries = (values: readonly number[], weights: readonly number[]): string =>
    formatXml(
      'bsim:arbitraryFiniteProbabilityDistribution',
      {},
      values.map((value, i) => formatXml('bsim:entry', { value: tidy(value / length), frequency: weights[i] ?? 1 })),
    );
  const approximated = (): string => {
    const values = listedValues(found);
    const moments = mixed(values.map((value) => ({ mean: value, sd: 0, weight: 1 })));
    report.approximated(what, node, spec, { name: 'arbitraryFiniteProbability', moments });
    return entries(values, []);
  };
  const write = (): string => {
    switch (spec.type) {
      case 'constant':
        return distribution('constant', { constantValue: of('value') });
      case 'exponential':
        return distribution('exponential', { mean: of('mean') });
      case 'normal':
        return distribution('normal', { mean: of('mean'), standardDeviation: of('sd') });
      case 'uniform':
        return distribution('uniform', { lower: of('min'), upper: of('max') });
      case 'triangular':
        return distribution('triangular', { lower: of('min'), peak: of('mode'), upper: of('max') });
      case 'erlang':
        return distribution('erlang', { order: found.of('k'), mean: of('mean') });
      case 'user-discrete':
        return entries(found.list('values'), found.list('weights'));
      case 'empirical':
        return entries(found.list('values'), []);
      default:
        return approximated();
    }
  };
  return formatXml(`bsim:${name}`, { timeUnit }, [write()]);
}

const distribution = (name: string, values: Readonly<Record<string, number>>): string =>
  formatXml(
    `bsim:${name}Distribution`,
    {},
    Object.entries(values).map(([key, value]) => formatXml(`bsim:${key}`, {}, value)),
  );
