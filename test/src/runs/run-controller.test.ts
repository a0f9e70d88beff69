import { describe, expect, it } from 'vitest';
import { issue, type Precision } from '#simulation';
import { RunController, type CompileStudy, type RunUpdate } from '../../../src/runs/run-controller.ts';
import { RunFailed, RunRefused, type SimulationBackend } from '../../../src/runs/simulation-backend.ts';
import { compileFake, request, Scripted, turn } from './fakes.ts';

const inOrder = Array.from({ length: 20 }, (_, i) => i);
const run = (order: readonly number[]) => new RunController(new Scripted(order), compileFake).start(request);
const failing = (error: Error): SimulationBackend => ({
  run: () => Promise.reject(error),
  dispose: () => undefined,
});

describe('a run', () => {
  it('gives the same result in whatever order replications arrive', async () => {
    const forward = await run(inOrder);
    const backward = await run([...inOrder].reverse());
    const mixed = await run([...inOrder].sort((a, b) => ((a * 7) % 20) - ((b * 7) % 20)));

    expect(forward).toMatchObject({ status: 'complete', result: { done: 20, partial: false } });
    expect(backward).toEqual(forward);
    expect(mixed).toEqual(forward);
  });

  it('hands on each replication once and in index order', async () => {
    const seen: number[] = [];
    const controller = new RunController(new Scripted([...inOrder].reverse()), compileFake);
    await controller.start({ ...request, onReplication: ({ index }) => seen.push(index) });
    expect(seen).toEqual(inOrder);
  });

  it('tells the first figures at once and counts those that arrived', async () => {
    const updates: RunUpdate[] = [];
    const controller = new RunController(new Scripted([0, 5]), compileFake);
    const outcome = controller.start(request, (update) => updates.push(update));
    await turn();
    await turn();
    expect(updates[0]).toMatchObject({ done: 1, planned: 20, result: { done: 1, partial: true } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(updates.at(-1)).toMatchObject({ done: 2, result: { done: 1 } });
    controller.cancel();
    await outcome;
  });

  it('uses the overrides of its plan', async () => {
    const controller = new RunController(new Scripted(inOrder), compileFake);
    const outcome = await controller.start({ ...request, overrides: { replications: 20 }, trace: true });
    expect(outcome).toMatchObject({ result: { plan: { replications: 20, trace: true } } });
  });
});

describe('a callback that throws', () => {
  it('ends the run with its error', async () => {
    const backend = new Scripted(inOrder);
    const full = () => {
      throw new Error('disk full');
    };
    await expect(new RunController(backend, compileFake).start({ ...request, onReplication: full })).rejects.toThrow(
      'disk full',
    );
    expect(backend.delivered).toBe(1);
  });
});

describe('a cancelled run', () => {
  it('keeps the contiguous replications as a partial result', async () => {
    const controller = new RunController(new Scripted([0, 1, 2, 7, 9]), compileFake);
    const outcome = controller.start(request);
    for (let i = 0; i < 10; i++) await turn();
    controller.cancel();
    expect(await outcome).toMatchObject({
      status: 'partial',
      result: { done: 3, partial: true, document: { replications: 3 } },
    });
  });

  it('with nothing known is just cancelled', async () => {
    const controller = new RunController(new Scripted([3]), compileFake);
    const outcome = controller.start(request);
    await turn();
    controller.cancel();
    expect(await outcome).toEqual({ status: 'cancelled' });
  });

  it('is what a new run makes of the one under way', async () => {
    const controller = new RunController(new Scripted(inOrder), compileFake);
    const updates: number[] = [];
    const first = controller.start(request, ({ done }) => updates.push(done));
    const second = controller.start(request);
    expect(await first).toEqual({ status: 'cancelled' });
    expect(await second).toMatchObject({ status: 'complete' });
    expect(updates).toEqual([]);
  });
});

describe('sequential stopping', () => {
  const figure = ['cycleTime', 'mean'];
  const forty = Array.from({ length: 40 }, (_, i) => i);
  const until = (wanted: Precision, most = 40): CompileStudy => {
    const { network, plan } = compileFake(request.study);
    return () => ({
      ...(network ? { network } : {}),
      plan: { ...plan, replications: 10, precision: { figure, wanted, most } },
      issues: [],
    });
  };
  const run = (order: readonly number[], wanted: Precision, most?: number) =>
    new RunController(new Scripted(order), until(wanted, most)).start(request);

  it('stops at the first look at which the interval is narrow enough', async () => {
    // The figure varies between 100 and 110: its half-width is 2.2 after 10 replications and 1.5 after 20.
    const backend = new Scripted(forty);
    const outcome = await new RunController(backend, until({ absolute: 2 })).start(request);
    expect(outcome).toMatchObject({
      status: 'complete',
      result: { done: 20, partial: false, document: { precision: { figure: 'cycleTime/mean', reached: true } } },
    });
    expect(backend.delivered).toBe(20);
  });

  it('counts the same replications in whatever order they arrive', async () => {
    const forward = await run(forty, { absolute: 2 });
    expect(await run([...forty].reverse(), { absolute: 2 })).toEqual(forward);
  });

  it('ends at the most replications and says how many it would take', async () => {
    const outcome = await run(forty, { absolute: 0.1 }, 35);
    expect(outcome).toMatchObject({
      status: 'complete',
      result: { done: 35, document: { precision: { reached: false } } },
    });
    if (!('result' in outcome)) return;
    const { halfWidth, replicationsNeeded } = outcome.result.document.precision ?? {};
    // √n halves with a quarter of the width, and the t quantile comes down from 2.03 to 1.96.
    expect((35 * (halfWidth! / 0.1) ** 2) / replicationsNeeded!).toBeCloseTo((2.032 / 1.961) ** 2, 1);
  });

  it('plans for the first look until there is something to judge by', async () => {
    const updates: RunUpdate[] = [];
    await new RunController(new Scripted(forty), until({ absolute: 1 })).start(request, (update) =>
      updates.push(update),
    );
    expect(updates[0]).toMatchObject({ done: 1, planned: 10 });
  });
});

describe('a run that cannot be', () => {
  it('is blocked by errors of the compiler', async () => {
    const broken = issue('error', 'no-arrivals', { id: 'Start_1' });
    const controller = new RunController(new Scripted([]), () => ({
      plan: compileFake(request.study).plan,
      issues: [broken],
    }));
    expect(await controller.start(request)).toEqual({ status: 'blocked', issues: [broken] });
  });

  it('is blocked when the worker refuses', async () => {
    const broken = issue('error', 'no-arrivals');
    const controller = new RunController(failing(new RunRefused([broken])), compileFake);
    expect(await controller.start(request)).toEqual({ status: 'blocked', issues: [broken] });
  });

  it('fails with what the backend says', async () => {
    const died = issue('error', 'worker-died');
    expect(await new RunController(failing(new RunFailed(died)), compileFake).start(request)).toEqual({
      status: 'failed',
      issue: died,
    });
    expect(await new RunController(failing(new TypeError('x is y')), compileFake).start(request)).toEqual({
      status: 'failed',
      issue: issue('error', 'run-failed', undefined, { reason: 'TypeError: x is y' }),
    });
  });
});
