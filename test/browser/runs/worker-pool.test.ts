import { expect } from 'chai';
import type { Issue, ProcessModel, Scenario, Study } from '#simulation';
import { createBrowserWorker } from '../../../src/runs/browser-worker.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { RunController, type RunOutcome, type RunRequest } from '../../../src/runs/run-controller.ts';
import type { SimulationBackend } from '../../../src/runs/simulation-backend.ts';
import { WorkerPool } from '../../../src/runs/worker-pool.ts';

const node = (id: string, type: string, incoming: string[], outgoing: string[]) => ({
  id,
  type,
  scope: 'Process_1',
  incoming,
  outgoing,
});
const flow = (id: string, source: string, target: string) => ({ id, scope: 'Process_1', source, target });

const model: ProcessModel = {
  id: 'Definitions_1',
  processes: [{ id: 'Process_1', lanes: [] }],
  participants: [],
  messageFlows: [],
  nodes: [
    node('Start_1', 'bpmn:StartEvent', [], ['Flow_1']),
    node('Check', 'bpmn:UserTask', ['Flow_1'], ['Flow_2']),
    node('End_1', 'bpmn:EndEvent', ['Flow_2'], []),
  ],
  flows: [flow('Flow_1', 'Start_1', 'Check'), flow('Flow_2', 'Check', 'End_1')],
  resources: [],
};

const minutes = (mean: number) => ({ type: 'exponential', params: { mean }, unit: 'min' }) as const;

const scenario = (cases: number): Scenario => ({
  id: 'Scenario_1',
  name: 'Today',
  run: { cases, replications: 12 },
  pools: [{ id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 1 }] }],
  elements: {
    Start_1: { arrivals: { interval: minutes(1.25) } },
    Check: { work: minutes(1), resources: [[{ pool: 'Clerks', units: 1 }]] },
  },
});

const request = (study: Study): RunRequest => ({
  study,
  file: { name: 'claims.bpmn', sha256: '' },
  issues: [],
  message: (issue: Issue) => issue.code,
});

const short = request({ model, scenario: scenario(300) });

async function runOn(backend: SimulationBackend, asked: RunRequest): Promise<RunOutcome> {
  const outcome = await new RunController(backend).start(asked);
  backend.dispose();
  return outcome;
}

describe('the worker pool in a browser', () => {
  it('gives the same bytes with any number of workers, and without workers', async () => {
    const alone = await runOn(new InProcess(), short);
    if (alone.status !== 'complete') throw new Error(alone.status);
    for (const size of [1, 2]) {
      const outcome = await runOn(new WorkerPool({ createWorker: createBrowserWorker, size }), short);
      if (outcome.status !== 'complete') throw new Error(outcome.status);
      expect(outcome.result.document).to.deep.equal(alone.result.document);
    }
  });

  it('ends a long run when told, keeps nothing it does not know, and runs again', async () => {
    const pool = new WorkerPool({ createWorker: createBrowserWorker, size: 1 });
    const controller = new RunController(pool);
    const endless = request({ model, scenario: scenario(1_000_000_000) });
    const running = controller.start(endless);
    await new Promise((resolve) => setTimeout(resolve, 500));
    controller.cancel();
    expect(await running).to.deep.equal({ status: 'cancelled' });
    expect((await controller.start(short)).status).to.equal('complete');
    pool.dispose();
  });
});
