/** What must hold of one replication of any model, sound or not. Throws, naming what does not hold. */
import { compile, simulate, type Issue, type ReplicationResult, type Study } from '#simulation';

/** The parts that a cycle time consists of. */
export const PARTS = [
  'working',
  'paused',
  'queuedContention',
  'queuedOffShift',
  'batching',
  'external',
  'synchronising',
];

/** Answers the issues when the study does not compile, else the replication that was looked at. */
export function expectBalance(study: Study, replication = 0): readonly Issue[] | ReplicationResult {
  const { network, plan, issues } = compile(study);
  if (!network) return issues;
  const result = simulate(network, { ...plan, trace: true }, replication);
  const at = new Map(network.kpiPaths.map((path, i) => [path.join('.'), i]));
  const kpi = (path: string): number => result.kpis[at.get(path) ?? -1] ?? NaN;
  const hold = (what: string, holds: boolean): void => {
    if (!holds) throw new Error(`${what} does not hold`);
  };
  const [started, completed, open, failed] = ['started', 'completed', 'open', 'failed'].map((k) => kpi(`cases.${k}`));
  hold('started = completed + open + failed', completed! + open! + failed! === started);
  if (completed! > 0) {
    const parts = PARTS.reduce((sum, part) => sum + kpi(`decomposition.${part}`), 0);
    hold('the parts add up to the cycle time', Math.abs(parts - kpi('cycleTime.mean')) <= 1e-9 * (1 + parts));
    for (const part of PARTS) hold(`${part} >= 0`, kpi(`decomposition.${part}`) >= 0);
  }
  const residual = kpi('littlesLawResidual');
  hold('Little’s law on the sample path', Number.isNaN(residual) || residual < 1e-9);
  for (const { id } of study.scenario.pools ?? []) {
    const used = kpi(`resources.${id}.utilisation`);
    hold(`0 <= utilisation of ${id} <= 1`, Number.isNaN(used) || (used >= 0 && used <= 1 + 1e-12));
  }
  const { length, offered, started: begun, ended, cancelled } = result.trace!;
  for (let i = 0; i < length; i++) {
    hold('offered <= ended', offered[i]! <= ended[i]!);
    if (!cancelled[i]) hold('offered <= started <= ended', offered[i]! <= begun[i]! && begun[i]! <= ended[i]!);
  }
  return result;
}
