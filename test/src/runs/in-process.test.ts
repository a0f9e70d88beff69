import { describe, expect, it } from 'vitest';
import { compile, type Study } from '#simulation';
import { openDocument, isRefusal, readProcess } from '../../../src/bpmn/index.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { RunController } from '../../../src/runs/run-controller.ts';
import { RunRefused } from '../../../src/runs/simulation-backend.ts';
import { PROCESS, random } from '../cli/command.ts';
import { request } from './fakes.ts';

async function claims(): Promise<Study> {
  const opened = await openDocument(PROCESS);
  if (isRefusal(opened)) throw new Error('no document');
  return { model: readProcess(opened.definitions).model, scenario: random };
}

describe('a run on this thread', () => {
  it('has figures of its own for each replication', async () => {
    const study = await claims();
    const outcome = await new RunController(new InProcess()).start({ ...request, study });
    if (outcome.status !== 'complete') throw new Error(outcome.status);
    expect(outcome.result.done).toBe(8);
    expect(outcome.result.document.cycleTime.mean.ci95?.[1]).toBeGreaterThan(
      outcome.result.document.cycleTime.mean.value ?? Infinity,
    );
    expect(outcome.result.cycleTimes.reduce((a, b) => a + b)).toBe(8 * 200);
  });

  it('keeps runs apart that are under way together', async () => {
    const study = await claims();
    const { plan } = compile(study);
    const backend = new InProcess();
    const kpis = async (first: number): Promise<unknown[]> => {
      const seen: unknown[] = [];
      const onReplication = (result: { kpis: Float64Array }): void => void seen.push(result.kpis);
      await backend.run(
        study,
        { ...plan, first, replications: 8 - first },
        {
          onReplication,
          signal: new AbortController().signal,
        },
      );
      return seen;
    };
    const [all, last] = await Promise.all([kpis(0), kpis(5)]);
    expect(all).toHaveLength(8);
    expect(last).toEqual(all.slice(5));
  });

  it('hears a cancel between replications', async () => {
    const study = await claims();
    const controller = new RunController(new InProcess());
    const outcome = await controller.start({
      ...request,
      study,
      onReplication: ({ index }) => {
        if (index === 2) controller.cancel();
      },
    });
    expect(outcome).toMatchObject({ status: 'partial', result: { done: 3 } });
  });

  it('is refused when the study does not compile', async () => {
    const study = await claims();
    const broken = { ...study, scenario: { ...random, pools: [] } };
    const options = { onReplication: () => undefined, signal: new AbortController().signal };
    await expect(new InProcess().run(broken, compile(study).plan, options)).rejects.toBeInstanceOf(RunRefused);
  });
});
