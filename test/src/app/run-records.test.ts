/** Figures stay with their design and scenario, and grey as soon as they are from before a change. */
import { describe, expect, it } from 'vitest';
import type { ProcessModel } from '#simulation';
import { openDocument, isRefusal, proposeScenario, readProcess } from '../../../src/bpmn/index.ts';
import { RunRecords, type RunSubject } from '../../../src/app/run-records.ts';
import { newDiagram } from '../../../src/editor/new-diagram.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { RunController } from '../../../src/runs/run-controller.ts';

async function model(task: string): Promise<ProcessModel> {
  const opened = await openDocument(newDiagram({ process: 'P', start: 'Start', task, end: 'End' }));
  if (isRefusal(opened)) throw new Error('refused');
  return readProcess(opened.definitions).model;
}

async function subject(): Promise<RunSubject> {
  const drawn = await model('Decide');
  const proposed = proposeScenario(drawn);
  const scenario = { ...proposed, run: { ...proposed.run, replications: 3 } };
  return { model: drawn, scenario, issues: [], file: { name: 'x.bpmn', sha256: '' } };
}

const records = (changed = (): void => undefined): RunRecords =>
  new RunRecords(new RunController(new InProcess()), (i) => i.code, changed);

describe('the runs of a study', () => {
  it('are known by design and scenario', async () => {
    const runs = records();
    const what = await subject();

    await runs.start('as-is/1', what);

    expect(runs.state('as-is/1')).toMatchObject({ status: 'complete', stale: false });
    expect(runs.scenario('as-is/1')).toBe(what.scenario);
    expect(runs.state('to-be/1')).toEqual({ status: 'idle' });
  });

  it('grey when the process changes and come back when the change is undone', async () => {
    const runs = records();
    const what = await subject();
    await runs.start('k', what);

    runs.compare('k', await model('Decide quickly'), what.scenario);
    expect(runs.state('k')).toMatchObject({ stale: true });

    runs.compare('k', await model('Decide'), what.scenario);
    expect(runs.state('k')).toMatchObject({ stale: false });
  });

  it('keep their earlier figures when a new run is cancelled before it knows anything', async () => {
    const runs = records();
    const what = await subject();
    await runs.start('k', what);
    const before = runs.state('k');

    const again = runs.start('k', what);
    expect(runs.state('k').status).toBe('running');
    runs.cancel();

    expect(await again).toBe('cancelled');
    expect(runs.state('k')).toBe(before);
  });

  it('of a deleted design are forgotten', async () => {
    const runs = records();
    await runs.start('gone/1', await subject());

    runs.forget('gone/');

    expect(runs.state('gone/1')).toEqual({ status: 'idle' });
  });
});
