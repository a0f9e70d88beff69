/** Recordings for tests of the replay: of a sketched study, and of a sample. */
import { compile, simulate, type Study } from '#simulation';
import { recordingOf, type Recording } from '../../../src/replay/recording.ts';

export function record(study: Study, replication = 0): Recording {
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
  const { movement } = simulate(network, { ...plan, movement: true }, replication);
  if (!movement) throw new Error('nothing recorded');
  return recordingOf(network, movement, { replication, planned: plan.replications, warmUp: plan.warmUp });
}
