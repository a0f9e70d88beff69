/** One replication of each model of the bench, for `hot-path.mjs`; each tells the tasks it completed. */
import { compile, simulate, type Study } from '#simulation';
import { complaintSample } from './complaint-sample.ts';
import { executions } from './executions.ts';
import { A, B, C } from './models.ts';

const CASES = 5_000;

const prepare = (study: Study): (() => number) => {
  const { network, plan } = compile(study);
  if (!network) throw new Error('a model of the bench does not compile');
  return () => executions(network, simulate(network, plan, 1).kpis);
};

export const runs = [A(CASES), B(CASES), B(CASES, true), C(CASES), await complaintSample(CASES)].map(prepare);
