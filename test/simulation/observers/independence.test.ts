/** What is measured depends on the model, the plan and the replication alone: not on what the same thread simulated before. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { beginReplication, compile, simulate, type Network, type RunPlan, type Study } from '#simulation';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { everything } from '../golden-everything.ts';
import { gathering, people, phoneDesk, urgent } from '../golden-offices.ts';
import { huge } from '../huge-model.ts';

const HOUR = 3_600_000;

const tiny = (): Study =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task' },
    flows: ['S > A'],
    elements: { S: { arrivals: { interval: exponential(5) } }, A: { work: exponential(4), resources: by('P') } },
    pools: [pool('P')],
    run: { seed: 'tiny', cases: 200 },
  });

interface Setting {
  readonly network: Network;
  readonly plan: RunPlan;
}

/** The studies from beginning to end, and a part of their time. */
const settings = (studies: readonly Study[]): Setting[] =>
  studies.flatMap((study) =>
    [{ cases: 200 }, { horizon: 60 * HOUR, warmUp: 20 * HOUR }].map((overrides): Setting => {
      const { network, plan, issues } = compile(study, overrides);
      if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
      return { network, plan: { ...plan, trace: true } };
    }),
  );

/** Everything that a replication measured, to the last bit. */
function fingerprint({ network, plan }: Setting): string {
  const { kpis, wip, trace, cycleTimes, events } = simulate(network, plan, 1);
  const hash = createHash('sha256').update(`${String(wip.width)} ${String(events)}`);
  for (const column of [kpis, wip.values, cycleTimes, trace!.offered, trace!.started, trace!.ended])
    hash.update(column);
  return hash.digest('hex');
}

/** Begins another replication of it and gives that up after so many events. */
function giveUp({ network, plan }: Setting, events: number): void {
  beginReplication(network, { ...plan, movement: true }, 5).advance(events);
}

it('does not depend on what was simulated before, of whatever size, be it given up half way', () => {
  const all = settings([tiny(), huge(), gathering(), urgent(), phoneDesk(), people(), everything()]);
  const first = all.map(fingerprint);
  for (let i = all.length - 1; i >= 0; i--) {
    giveUp(all[(i * 7 + 3) % all.length]!, 300 + 100 * i);
    expect(fingerprint(all[i]!)).toBe(first[i]);
    giveUp(all[i]!, 500);
    expect(fingerprint(all[i]!)).toBe(first[i]);
  }
});
