/** What queueing theory expects of a pool, where its assumptions hold roughly: a check on the order of size, nothing more. */
import {
  allenCunneen,
  settle,
  type DistributionSpec,
  type ElementParameters,
  type ProcessModel,
  type ResourcePool,
  type RunResult,
  type Scenario,
} from '#simulation';

export interface QueueingCheck {
  readonly pool: string;
  readonly servers: number;
  /** Offered load ÷ servers. */
  readonly load: number;
  /** Mean wait per execution in seconds of the time the pool is open: by Allen & Cunneen, and as simulated. */
  readonly formula: number;
  readonly simulated: number;
  /** Mean wait in calendar time would mean something else. */
  readonly workingTime: boolean;
}

/** Above this the formula explodes and a finite run does not follow; below there is hardly a queue to speak of. */
const HEAVIEST = 0.97;
const LIGHTEST = 0.3;

/** One check for each pool that is one queue in front of equal people who take one case each. */
export const queueingChecks = (result: RunResult, scenario: Scenario, model: ProcessModel): readonly QueueingCheck[] =>
  (scenario.pools ?? []).flatMap((pool) => checkOf(pool, result, scenario, model) ?? []);

function checkOf(
  pool: ResourcePool,
  { document }: RunResult,
  scenario: Scenario,
  model: ProcessModel,
): QueueingCheck | undefined {
  const [shift] = pool.staffing;
  if (!shift || typeof shift.capacity !== 'number' || !isPlain(pool, scenario) || !keepsPace(scenario, shift.calendar))
    return undefined;
  const users = Object.entries(scenario.elements ?? {}).filter(([, { resources }]) =>
    resources?.some((team) => team.some((need) => need.pool === pool.id)),
  );
  const served = users.flatMap(([id, parameters]) => {
    const activity = document.activities[id];
    const spread = isSimple(parameters) && parameters.work ? spreadOf(parameters.work) : undefined;
    const count = activity?.executions.value ?? 0;
    if (!activity || !spread) return [];
    const wait = shift.calendar === undefined ? activity.queue.mean : activity.queue.businessMean;
    return [{ id, count, mean: activity.work.mean.value ?? spread.mean, sd: spread.sd, wait: wait.value ?? 0 }];
  });
  const measured = document.resources[pool.id];
  const utilisation = measured?.utilisation.value ?? 0;
  const total = served.reduce((sum, { count }) => sum + count, 0);
  if (!served.every(({ id }) => comesInHours(id, shift.calendar, scenario, model))) return undefined;
  if (served.length < users.length || total === 0 || !(utilisation > LIGHTEST && utilisation < HEAVIEST))
    return undefined;
  const mean = (of: (one: (typeof served)[number]) => number): number =>
    served.reduce((sum, one) => sum + one.count * of(one), 0) / total;
  const serviceMean = mean((one) => one.mean);
  const second = mean((one) => one.sd ** 2 + one.mean ** 2);
  const open = (measured?.busy.value ?? 0) / (utilisation * shift.capacity);
  const queue = {
    servers: shift.capacity,
    arrivalRate: total / open,
    serviceMean,
    arrivalCv2: arrivalCv2(
      served.map(({ id }) => id),
      scenario,
      model,
    ),
    serviceCv2: second / serviceMean ** 2 - 1,
  };
  const formula = allenCunneen(queue);
  if (!Number.isFinite(formula)) return undefined;
  return {
    pool: pool.id,
    servers: shift.capacity,
    load: (queue.arrivalRate * serviceMean) / shift.capacity,
    formula,
    simulated: mean((one) => one.wait),
    workingTime: shift.calendar !== undefined,
  };
}

/** Equal people on one shift, first come first served, helped by nobody. */
const isPlain = ({ id, staffing, discipline = 'fifo', absence }: ResourcePool, { pools = [] }: Scenario): boolean =>
  staffing.length === 1 &&
  staffing.every(({ roles, speed = 1, share = 1 }) => !roles && speed === 1 && share === 1) &&
  discipline === 'fifo' &&
  !absence &&
  !pools.some((other) => other.staffing.some(({ roles }) => roles?.includes(id)));

/** Cases come by an interval, and only while the pool is open, so that the closed hours can be taken out. */
const keepsPace = ({ elements = {}, run }: Scenario, calendar: string | undefined): boolean =>
  (calendar === undefined || run?.businessCalendar === calendar) &&
  Object.values(elements).every(
    ({ arrivals }) =>
      !arrivals ||
      (arrivals.interval !== undefined &&
        !arrivals.profile &&
        !arrivals.replay &&
        arrivals.calendar === calendar &&
        (arrivals.outside ?? 'clock-stops') === 'clock-stops'),
  );

/** Whether work reaches the step in the hours of the pool only: from the start or from people on the same calendar, by no event. */
function comesInHours(
  step: string,
  calendar: string | undefined,
  scenario: Scenario,
  { nodes, flows }: ProcessModel,
): boolean {
  if (calendar === undefined) return true;
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const seen = new Set<string>();
  const queue = [step];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const { source } of flows.filter(({ target }) => target === at)) {
      const type = types.get(source) ?? '';
      if (seen.has(source)) continue;
      seen.add(source);
      if (/Gateway$/.test(type) && type !== 'bpmn:EventBasedGateway') queue.push(source);
      else if (type !== 'bpmn:StartEvent' && !worksIn(source, calendar, scenario)) return false;
    }
  return true;
}

const worksIn = (step: string, calendar: string, { elements = {}, pools = [] }: Scenario): boolean => {
  const needs = elements[step]?.resources?.flat() ?? [];
  return (
    needs.length > 0 &&
    needs.every((need) =>
      pools.find(({ id }) => id === need.pool)?.staffing.every((shift) => shift.calendar === calendar),
    )
  );
};

/** One person takes one case for a time that depends on nothing. */
const isSimple = (parameters: ElementParameters): boolean => {
  const {
    resources = [],
    workWhen,
    workBy,
    workAt,
    setup,
    batch,
    patience,
    balkAt,
    samePersonAs,
    otherPersonThan,
    initial,
  } = parameters;
  const [team] = resources;
  return (
    resources.length === 1 &&
    team?.length === 1 &&
    team[0]?.units === 1 &&
    [workWhen, workBy, workAt, setup, batch, patience, balkAt, samePersonAs, otherPersonThan, initial].every(
      (x) => x === undefined,
    )
  );
};

/** In seconds; undefined where the spread has no end. */
function spreadOf(spec: DistributionSpec): { readonly mean: number; readonly sd: number } | undefined {
  const settled = settle(spec, { time: true });
  if (!('distribution' in settled)) return undefined;
  const { mean, sd } = settled.distribution;
  return Number.isFinite(sd) ? { mean: mean / 1000, sd: sd / 1000 } : undefined;
}

/** Of the intervals where cases come straight from a start event; streams that were mixed or served before are taken for random. */
function arrivalCv2(activities: readonly string[], { elements = {} }: Scenario, { flows }: ProcessModel): number {
  const [only, ...others] = activities;
  const sources = flows.filter(({ target }) => target === only).map(({ source }) => source);
  const interval =
    others.length === 0 && sources.length === 1 ? elements[sources[0] ?? '']?.arrivals?.interval : undefined;
  const spread = interval && spreadOf(interval);
  return spread && spread.mean > 0 ? (spread.sd / spread.mean) ** 2 : 1;
}
