/** Writes a scenario as parameters of Prosimos (mean and variance, as it reads them since June 2023), and the process as it takes it. */
import type { Calendar, DistributionSpec, FlowNode, ResourcePool, Scenario } from '#simulation';
import { isActivity } from '../directory.ts';
import {
  arrivalCalendar,
  arrivalsIn,
  casesOf,
  inSeconds,
  intervalOf,
  sharesOf,
  tidy,
  timedNodes,
  type Source,
  type Written,
} from '../outgoing.ts';
import { reportLosses } from '../losses.ts';
import { cut, gammaWith, momentsOf } from '../moments.ts';
import { Report, type What } from '../report.ts';
import { clockText, DAY_NAMES, windowsOf } from '../weeks.ts';
import { writeBatch } from './batches.ts';
import { plainTasks } from './plain-tasks.ts';
import { PROSIMOS_FORMAT } from './read.ts';

const ALWAYS: Calendar = {
  id: 'Always',
  name: '24/7',
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }],
};
/** Each unit is an individual there, so a pool without limit gets as many as a simulator of individuals can bear. */
const UNLIMITED = 1000;

export function writeProsimos(source: Source): Written {
  const report = new Report(PROSIMOS_FORMAT);
  const { scenario } = source;
  const found = arrivalsIn(source, report);
  const interval = found && intervalOf(found.start, found.arrivals, report);
  if (found && found.arrivals.outside !== 'move-to-opening' && arrivalCalendar(found.arrivals, scenario))
    report.changed('arrivals', found.start, 'move-to-opening');
  const resources = resourcesOf(source, report);
  const timed = timedNodes(source);
  const arrivalHours = (found && arrivalCalendar(found.arrivals, scenario)) ?? ALWAYS;
  const file = {
    model_type: 'CRISP',
    ...(scenario.run?.start === undefined ? {} : { start_time: scenario.run.start }),
    total_cases: casesOf(source, found?.arrivals ?? {}, interval, report),
    resource_profiles: resources.profiles,
    arrival_time_distribution: interval
      ? distribution(interval, 'arrivals', found.start, report)
      : { distribution_name: 'fix', distribution_params: [{ value: 0 }] },
    arrival_time_calendar: periods(arrivalHours, report),
    gateway_branching_probabilities: gateways(source),
    task_resource_distribution: timed
      .filter(({ node }) => isActivity(node))
      .map(({ node, time }) => ({
        task_id: node.id,
        resources: resources.of(node).map((resource_id) => ({
          resource_id,
          ...distribution(time, 'duration', node, report),
        })),
      })),
    resource_calendars: [ALWAYS, ...(scenario.calendars ?? [])].map((calendar) => ({
      id: calendar.id,
      name: calendar.name,
      time_periods: periods(calendar, report),
    })),
    event_distribution: timed
      .filter(({ node }) => !isActivity(node))
      .map(({ node, time }) => ({ event_id: node.id, ...distribution(time, 'delay', node, report) })),
    batch_processing: source.model.nodes.filter(isActivity).flatMap((node) => {
      const { batch } = scenario.elements?.[node.id] ?? {};
      return batch ? [writeBatch(batch, node, report)] : [];
    }),
    case_attributes: attributes(scenario, report),
    prioritisation_rules: [],
    branch_rules: [],
  };
  reportLosses(source, report, ['attributes', 'batching', 'instance-cost']);
  return {
    files: [
      { suffix: '.json', text: `${JSON.stringify(file, null, 2)}\n` },
      { suffix: '-prosimos.bpmn', text: plainTasks(source, report) },
    ],
    issues: report.issues,
  };
}

const params = (...values: readonly number[]): readonly { value: number }[] =>
  values.map((value) => ({ value: tidy(value) }));

function distribution(spec: DistributionSpec, what: What, node: FlowNode | undefined, report: Report) {
  const time = inSeconds(spec);
  if (!time) {
    report.leftOut(what, node, spec.type);
    return { distribution_name: 'fix', distribution_params: params(0) };
  }
  const { of, list, mean, sd, min, max } = time;
  switch (spec.type) {
    case 'constant':
      return { distribution_name: 'fix', distribution_params: params(of('value')) };
    case 'exponential':
      return { distribution_name: 'expon', distribution_params: params(of('mean'), 0, max) };
    case 'normal':
    case 'truncated-normal':
      return { distribution_name: 'norm', distribution_params: params(of('mean'), of('sd'), min, max) };
    case 'uniform':
      return { distribution_name: 'uniform', distribution_params: params(of('min'), of('max')) };
    case 'lognormal':
      return { distribution_name: 'lognorm', distribution_params: params(of('mean'), of('sd') ** 2, min, max) };
    case 'gamma':
    case 'erlang':
      return { distribution_name: 'gamma', distribution_params: params(mean, sd ** 2, min, max) };
    case 'empirical':
    case 'user-discrete':
      // Only arrivals may be sampled from a histogram.
      if (what === 'arrivals') return histogram(list('values'), spec.type === 'empirical' ? [] : list('weights'));
      break;
    default:
  }
  if (sd === 0) return { distribution_name: 'fix', distribution_params: params(mean) };
  const drawn = cut(gammaWith({ mean, sd }), { min, max });
  report.approximated(what, node, spec, { name: 'gamma', moments: momentsOf(drawn.spec) ?? { mean, sd } });
  return { distribution_name: 'gamma', distribution_params: params(mean, sd ** 2, min, max) };
}

function histogram(values: readonly number[], weights: readonly number[]) {
  const shares = values.map((_, i) => weights[i] ?? 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  const cdf = shares.map((share) => tidy((sum += share / total)));
  return { distribution_name: 'histogram_sampling', histogram_data: { cdf, bin_midpoints: values } };
}

function periods(calendar: Calendar, report: Report) {
  if (calendar.holidays?.length)
    report.leftOut('calendar', calendar, calendar.holidays.map(({ date }) => date).join(', '));
  return windowsOf(calendar).map(({ fromDay, toDay, from, to }) => ({
    from: DAY_NAMES[fromDay - 1],
    to: DAY_NAMES[toDay - 1],
    beginTime: clockText(from),
    endTime: clockText(to),
  }));
}

function gateways(source: Source) {
  const shares = sharesOf(source);
  const ids = [...new Set(shares.map(({ gateway }) => gateway.id))];
  return ids.map((id) => ({
    gateway_id: id,
    probabilities: shares
      .filter(({ gateway }) => gateway.id === id)
      .map(({ flow, share }) => ({ path_id: flow, value: share })),
  }));
}

interface Resources {
  readonly profiles: readonly object[];
  /** Ids of those who may do a task. */
  of(node: FlowNode): readonly string[];
}

/** A resource per shift of a pool; one without limit for work that needs nobody. */
function resourcesOf({ model, scenario }: Source, report: Report): Resources {
  const activities = model.nodes.filter(isActivity);
  const needs = (node: FlowNode): readonly string[] => {
    const { resources = [] } = scenario.elements?.[node.id] ?? {};
    // Any of several pools may do it, but one person alone does.
    if (resources.some((together) => together.length > 1 || (together[0]?.units ?? 1) > 1))
      report.leftOut('resources', node);
    return [...new Set(resources.flatMap(([first]) => first?.pool ?? []))];
  };
  const wanted = new Map(activities.map((node) => [node.id, needs(node)]));
  const shifts = (pool: ResourcePool): readonly string[] =>
    pool.staffing.map((_, i) => (pool.staffing.length === 1 ? pool.id : `${pool.id}_${i + 1}`));
  const doersOf = (id: string): readonly string[] =>
    activities.filter((node) => wanted.get(node.id)?.includes(id)).map((n) => n.id);
  const profiles = (scenario.pools ?? []).map((pool) => ({
    id: pool.id,
    name: pool.name,
    resource_list: pool.staffing.map(({ capacity, calendar, costPerHour = pool.costPerHour }, i) => {
      if (capacity === 'unlimited') report.changed('units', pool, UNLIMITED);
      return {
        id: shifts(pool)[i],
        name: pool.name,
        cost_per_hour: costPerHour ?? 0,
        amount: capacity === 'unlimited' ? UNLIMITED : capacity,
        calendar: calendar ?? ALWAYS.id,
        assigned_tasks: doersOf(pool.id),
      };
    }),
  }));
  const free = activities.filter((node) => wanted.get(node.id)?.length === 0).map((node) => node.id);
  const nobody = {
    id: 'Nobody',
    name: 'Nobody',
    resource_list: [
      { id: 'Nobody', name: 'Nobody', cost_per_hour: 0, amount: UNLIMITED, calendar: ALWAYS.id, assigned_tasks: free },
    ],
  };
  return {
    profiles: free.length > 0 ? [...profiles, nobody] : profiles,
    of(node) {
      const pools = wanted.get(node.id) ?? [];
      if (pools.length === 0) return ['Nobody'];
      return (scenario.pools ?? []).filter(({ id }) => pools.includes(id)).flatMap(shifts);
    },
  };
}

function attributes({ attributes: all = [] }: Scenario, report: Report) {
  return all.map((attribute) => {
    const { name, type } = attribute;
    if (type === 'category')
      return {
        name,
        type: 'discrete',
        values: attribute.values.map(({ value, share }) => ({ key: value, value: share })),
      };
    const values = distribution({ ...attribute.distribution, unit: 's' }, 'attributes', undefined, report);
    return { name, type: 'continuous', values };
  });
}
