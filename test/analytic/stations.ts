/** Models of queueing theory as processes; times in minutes, mean service 1 unless said. */
import type { DistributionSpec, RunSettings, Sla, Study } from '#simulation';
import { by, exponential, pool, sketch } from '../support/model.ts';

/** Seed of all comparisons with theory: chosen once. */
export const SEED = 'theory';

/** Cases per replication and warm-up in minutes. */
export const length = (cases: number, warmUp: number): RunSettings => ({
  seed: SEED,
  replications: 30,
  cases,
  warmUp: { value: warmUp, unit: 'min' },
});

export interface Station {
  readonly interval: DistributionSpec;
  readonly work?: DistributionSpec;
  readonly servers?: number;
  readonly run: RunSettings;
  readonly slas?: readonly Sla[];
}

/** One task with its own pool. */
export const station = ({ interval, work = exponential(1), servers = 1, run, slas = [] }: Station): Study =>
  sketch({
    nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
    flows: ['Start > Task > End'],
    elements: { Start: { arrivals: { interval } }, Task: { work, resources: by('P') } },
    pools: [pool('P', servers)],
    slas,
    run,
  });

/** Share of cases done within so many minutes. */
export const within = (minutes: number): Sla => ({
  id: `within-${minutes}`,
  name: `Within ${minutes} min`,
  on: { type: 'case' },
  limit: { value: minutes, unit: 'min' },
  clock: 'calendar',
  target: 0.9,
});
