/** A made-up run of a complaint process, for tests of views, charts and exporters: plausible figures, no engine. */
import {
  BIN_COUNT,
  binOf,
  DECOMPOSITION_PARTS,
  type ActivityResult,
  type DecompositionPart,
  type Estimate,
  type ResourceResult,
  type ResultDocument,
  type RunResult,
  type Scenario,
  type SlaResult,
  type Spread,
} from '#simulation';

export interface FakeOptions {
  /** Replications in, of `planned`. */
  readonly done?: number;
  readonly planned?: number;
  readonly hitRate?: number;
  /** Half-width of the hit rate's interval with 30 replications. */
  readonly halfWidth?: number;
  readonly open?: number;
  /** Demand beyond capacity: utilisation 1 and ever more cases in progress. */
  readonly overloaded?: boolean;
  /** Batches, interruptions, giving up, set-ups, absences and people by name, too. */
  readonly everything?: boolean;
  /** Names in Chinese. */
  readonly chinese?: boolean;
  readonly slas?: readonly SlaResult[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const PLANNED = 30;

const NAMES = {
  Receive: ['Receive the complaint', '接收客户投诉'],
  Grade: ['Grade it', '投诉分级'],
  Decide: ['Decide responsibility', '判定责任并制定方案'],
  Confirm: ['Customer confirms the plan', '客户确认方案'],
  Execute: ['Carry out the plan', '执行方案'],
  CallBack: ['Call back', '电话回访'],
} as const;

const POOLS = {
  Agent: ['Service agents', '客服专员'],
  Engineer: ['Quality engineers', '质量工程师'],
  Supervisor: ['Service supervisors', '客服主管'],
} as const;

/** The scenario the made-up run belongs to. */
export function fakeScenario(chinese = false): Scenario {
  return {
    id: 'Scenario_1',
    name: chinese ? '现状' : 'Today',
    currency: 'CNY',
    slas: [
      {
        id: 'Sla_case',
        name: chinese ? '普通投诉' : 'Ordinary complaint',
        on: { type: 'case' },
        limit: { value: 5, unit: 'day' },
        clock: 'calendar',
        target: 0.95,
      },
      {
        id: 'Sla_decide',
        name: chinese ? '判定责任' : 'Decide responsibility',
        on: { type: 'activity', element: 'Decide' },
        limit: { value: 24, unit: 'h' },
        clock: 'calendar',
        target: 0.9,
      },
    ],
    elements: {
      Receive: { resources: [[{ pool: 'Agent', units: 1 }]] },
      Grade: { resources: [[{ pool: 'Supervisor', units: 1 }]] },
      Decide: { resources: [[{ pool: 'Engineer', units: 1 }]] },
      Confirm: { resources: [[{ pool: 'Agent', units: 1 }]] },
      Execute: { resources: [[{ pool: 'Engineer', units: 1 }]] },
      CallBack: { resources: [[{ pool: 'Agent', units: 1 }]] },
    },
  };
}

/** The run; the same options give the same figures. */
export function fakeResult(options: FakeOptions = {}): RunResult {
  const { done = PLANNED, planned = PLANNED, overloaded = false, chinese = false } = options;
  const label = ([english, native]: readonly [string, string]) => (chinese ? native : english);
  const at = (value: number, relative = 0.04): Estimate => estimate(value, Math.abs(value) * relative, done);
  const parts = decomposition(overloaded ? 2 : 1);
  const mean = DECOMPOSITION_PARTS.reduce((sum, part) => sum + parts[part], 0);
  const activity = (name: string, share: number, executions = 120): ActivityResult => ({
    name,
    executions: at(executions),
    cancelled: at(0),
    rework: at(share / 4),
    queue: { mean: at(share * 30 * HOUR), p95: at(share * 90 * HOUR), businessMean: at(share * 10 * HOUR) },
    work: { mean: at(share * 6 * HOUR) },
    elapsed: { mean: at(share * 50 * HOUR) },
    queueLength: { mean: at(share * 9), max: at(share * 31) },
    cost: at(share * 52_000),
    ...(options.everything && executions > 1
      ? {
          batches: at(24),
          batchSize: at(executions / 24),
          batchWait: at(share * 5 * HOUR),
          batchQueue: { mean: at(share * 25 * HOUR), businessMean: at(share * 8 * HOUR) },
          interruptions: at(executions / 9),
          interrupted: at(0.09),
          abandoned: at(7),
          balked: at(2),
          abandonment: at(0.055),
          abandonedAfter: at(0.7 * HOUR),
          setups: at(executions / 5),
          setupTime: at((executions / 5) * 600),
        }
      : {}),
  });
  const pool = (name: string, capacity: number, utilisation: number): ResourceResult => ({
    name,
    capacity,
    utilisation: estimate(utilisation, utilisation >= 1 ? 0 : 0.03, done),
    busy: at(capacity * utilisation * 160 * HOUR),
    overtime: at(capacity * 2 * HOUR),
    cost: at(capacity * utilisation * 160 * 80),
    paid: at(capacity * 160 * 80, 0),
    queueLength: { mean: at(utilisation * 6), max: at(utilisation * 21) },
    ...(options.everything
      ? {
          absence: at(0.06),
          people: {
            [chinese ? '张敏' : 'Anna']: { utilisation: at(utilisation), busy: at(100 * HOUR), overtime: at(3 * HOUR) },
            [chinese ? '李强' : 'Bo']: { utilisation: at(utilisation / 2), busy: at(50 * HOUR), overtime: at(0) },
          },
        }
      : {}),
    byHour: Object.fromEntries(
      Array.from({ length: 168 }, (_, hour) => {
        const isOpen = hour < 120 && hour % 24 >= 9 && hour % 24 < 17;
        return [String(hour), isOpen ? at(utilisation * (0.8 + (hour % 8) / 20)) : { value: null, ci95: null }];
      }),
    ),
  });
  const document: ResultDocument = {
    format: 'preflight-result/1',
    engine: '0.1.0',
    model: { file: 'complaint.bpmn', sha256: '0'.repeat(64) },
    scenario: { id: 'Scenario_1', name: chinese ? '现状' : 'Today' },
    seed: 'preflight',
    replications: done,
    issues: [],
    cases: { started: at(120), completed: at(114), failed: at(0), open: at(options.open ?? 0) },
    cycleTime: spread(mean, done),
    businessCycleTime: spread(mean / 4, done),
    touchTime: { mean: at(parts.working) },
    flowEfficiency: at(parts.working / mean),
    firstPassYield: at(0.8),
    handovers: at(3),
    decomposition: Object.fromEntries(DECOMPOSITION_PARTS.map((part) => [part, at(parts[part])])) as Record<
      DecompositionPart,
      Estimate
    >,
    slas: options.slas ?? [
      sla('Sla_case', label(['Ordinary complaint', '普通投诉']), 5 * DAY, 0.95, options, done),
      sla('Sla_decide', label(['Decide responsibility', '判定责任']), DAY, 0.9, { hitRate: 0.97 }, done),
    ],
    activities: {
      Receive: activity(label(NAMES.Receive), 0.05),
      Grade: activity(label(NAMES.Grade), 0.08),
      Decide: activity(label(NAMES.Decide), 0.42),
      Confirm: activity(label(NAMES.Confirm), 0.14),
      Execute: activity(label(NAMES.Execute), 0.26),
      CallBack: activity(label(NAMES.CallBack), 0.05, 0.5),
    },
    flows: { Flow_1: at(84), Flow_2: at(36) },
    flowShares: { Flow_1: at(0.7), Flow_2: at(0.3) },
    outcomes: { End_closed: at(0.96), End_escalated: at(0.04) },
    events: { End_closed: at(110), End_escalated: at(4) },
    resources: {
      Agent: pool(label(POOLS.Agent), 4, 0.63),
      Engineer: pool(label(POOLS.Engineer), 2, overloaded ? 1 : 0.91),
      Supervisor: pool(label(POOLS.Supervisor), 1, 0.38),
    },
    throughputPerDay: at(3.8),
    arrivalsPerDay: at(4),
    wip: { mean: at(15.2), max: at(31) },
    littlesLawResidual: at(0.01),
    cost: { perCase: at(412.5), busy: at(46_800), paid: at(89_600, 0) },
    hash: 'f'.repeat(64),
  };
  return {
    document,
    plan: {
      seed: 'preflight',
      replications: planned,
      cases: Infinity,
      horizon: 30 * DAY * 1000,
      warmUp: 3 * DAY * 1000,
    },
    done,
    partial: done < planned,
    issues: [],
    cycleTimes: cycleTimes(mean, done * 114),
    businessCycleTimes: cycleTimes(mean / 4, done * 114),
    wip: wip(overloaded, done),
  };
}

/** Mean ± half-width as with 30 replications; wider with fewer, none with one. */
function estimate(value: number, halfWidth: number, done: number): Estimate {
  const reach = halfWidth * Math.sqrt(PLANNED / done);
  return { value, ci95: done > 1 ? [value - reach, value + reach] : null };
}

function sla(
  id: string,
  name: string,
  limit: number,
  target: number,
  { hitRate = 0.914, halfWidth = 0.025 }: FakeOptions,
  done: number,
): SlaResult {
  return {
    id,
    name,
    limit,
    target,
    clock: 'calendar',
    hitRate: estimate(hitRate, halfWidth, done),
    weeksMet: estimate(hitRate, halfWidth, done),
    measured: estimate(116, 3, done),
    lateness: { mean: estimate(9 * HOUR, HOUR, done), p90: estimate(21 * HOUR, 2 * HOUR, done) },
  };
}

function decomposition(load: number): Record<DecompositionPart, number> {
  return {
    working: 9 * HOUR,
    paused: 6 * HOUR,
    queuedContention: 14 * HOUR * load,
    queuedOffShift: 19 * HOUR,
    batching: 0,
    external: 16 * HOUR,
    synchronising: 3 * HOUR,
  };
}

const SIGMA = 0.5;

function spread(mean: number, done: number): Spread {
  const median = mean / Math.exp((SIGMA * SIGMA) / 2);
  const at = (z: number, reach: number): Estimate => {
    const value = median * Math.exp(SIGMA * z);
    return estimate(value, value * reach, done);
  };
  return {
    mean: estimate(mean, mean * 0.03, done),
    sd: estimate(mean * Math.sqrt(Math.exp(SIGMA * SIGMA) - 1), mean * 0.05, done),
    p50: at(0, 0.03),
    p80: at(0.8416, 0.04),
    p90: at(1.2816, 0.05),
    p95: at(1.6449, 0.07),
    min: at(-2.4, 0.1),
    max: at(2.6, 0.15),
  };
}

/** Log-normal cycle times at evenly spaced shares, through the logistic approximation of the normal quantile. */
function cycleTimes(mean: number, cases: number): Float64Array {
  const counts = new Float64Array(BIN_COUNT);
  const median = mean / Math.exp((SIGMA * SIGMA) / 2);
  for (let i = 0; i < cases; i++) {
    const share = (i + 0.5) / cases;
    const z = Math.log(share / (1 - share)) / 1.702;
    const bin = binOf(median * Math.exp(SIGMA * z) * 1000);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function wip(overloaded: boolean, done: number): RunResult['wip'] {
  const buckets = 120;
  const values = new Float64Array(buckets);
  for (let i = 0; i < buckets; i++) {
    const day = (i / buckets) * 30;
    const wave = 2.5 * Math.sin((day / 7) * 2 * Math.PI);
    values[i] = Math.max(0, overloaded ? day * 2.4 + wave : 15 * (1 - Math.exp(-day / 1.6)) + wave);
  }
  const reach = done > 1 ? 1.6 * Math.sqrt(PLANNED / done) : 0;
  return {
    width: (30 * DAY * 1000) / buckets,
    values,
    low: values.map((value) => Math.max(0, value - reach)),
    high: values.map((value) => value + reach),
  };
}
