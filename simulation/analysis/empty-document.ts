/** The result object before anything was measured: every figure that a result always has, with the names people know. */
import type { Estimate, ActivityResult, ResourceResult, ResultDocument, SlaResult, Spread } from '../model/result.ts';
import type { KpiPath, Study } from '../model/run.ts';
import type { ResourcePool, Sla } from '../model/scenario.ts';
import { toMs } from '../model/units.ts';

/** Version of the engine in results; figures of different versions may differ for the same seed. */
export const ENGINE = 'preflight 0.1.0';

/** What a result document says beside its figures. */
export type Header = Pick<ResultDocument, 'model' | 'seed' | 'replications' | 'precision' | 'issues' | 'hash'>;

/** A document whose estimates are all empty, with an entry for each activity and pool that the KPI paths speak of. */
export function emptyDocument(study: Study, paths: readonly KpiPath[], header: Header): ResultDocument {
  const { model, scenario } = study;
  const names = new Map(model.nodes.map((node) => [node.id, node.name || node.id]));
  const pools = new Map((scenario.pools ?? []).map((pool) => [pool.id, pool]));
  const activities = record<ActivityResult>();
  const resources = record<ResourceResult>();
  for (const [family, id] of paths) {
    if (id === undefined) continue;
    if (family === 'activities') activities[id] ??= activity(names.get(id) ?? id);
    if (family === 'resources') resources[id] ??= resource(id, pools.get(id));
  }
  return {
    format: 'preflight-result/1',
    engine: ENGINE,
    model: header.model,
    scenario: { id: scenario.id, name: scenario.name },
    seed: header.seed,
    replications: header.replications,
    ...(header.precision ? { precision: header.precision } : {}),
    issues: header.issues,
    cases: { started: none(), completed: none(), failed: none(), open: none() },
    cycleTime: spread(),
    businessCycleTime: spread(),
    touchTime: { mean: none() },
    flowEfficiency: none(),
    firstPassYield: none(),
    handovers: none(),
    decomposition: {
      working: none(),
      paused: none(),
      queuedContention: none(),
      queuedOffShift: none(),
      batching: none(),
      external: none(),
      synchronising: none(),
    },
    slas: (scenario.slas ?? []).map(sla),
    activities,
    flows: record<Estimate>(),
    flowShares: record<Estimate>(),
    outcomes: record<Estimate>(),
    events: record<Estimate>(),
    resources,
    throughputPerDay: none(),
    arrivalsPerDay: none(),
    wip: { mean: none(), max: none() },
    littlesLawResidual: none(),
    cost: { perCase: none(), busy: none(), paid: none() },
    hash: header.hash,
  };
}

const none = (): Estimate => ({ value: null, ci95: null });

/** Ids come from files: without a prototype, `constructor` and `__proto__` are ids like any other. */
const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

const spread = (): Spread => ({
  mean: none(),
  sd: none(),
  p50: none(),
  p80: none(),
  p90: none(),
  p95: none(),
  min: none(),
  max: none(),
});

const percentiles = (): NonNullable<SlaResult['leadTime']> => ({
  mean: none(),
  p50: none(),
  p80: none(),
  p90: none(),
  p95: none(),
});

const sla = ({ id, name, on, limit, target, clock }: Sla): SlaResult => ({
  id,
  name,
  limit: toMs(limit) / 1000,
  target,
  clock,
  hitRate: none(),
  measured: none(),
  lateness: { mean: none(), p90: none() },
  weeksMet: none(),
  ...(on.type === 'segment' ? { leadTime: percentiles(), notReached: none() } : {}),
});

const activity = (name: string): ActivityResult => ({
  name,
  executions: none(),
  cancelled: none(),
  rework: none(),
  queue: { mean: none(), p95: none(), businessMean: none() },
  work: { mean: none() },
  elapsed: { mean: none() },
  queueLength: { mean: none(), max: none() },
  cost: none(),
});

const resource = (id: string, pool: ResourcePool | undefined): ResourceResult => ({
  name: pool?.name || id,
  capacity: pool ? units(pool) : null,
  utilisation: none(),
  busy: none(),
  overtime: none(),
  cost: none(),
  paid: none(),
  queueLength: { mean: none(), max: none() },
  byHour: record<Estimate>(),
});

/** Units of all shifts together; null = unlimited. */
function units(pool: ResourcePool): number | null {
  let total = 0;
  for (const { capacity } of pool.staffing) {
    if (capacity === 'unlimited') return null;
    total += capacity;
  }
  return total;
}
